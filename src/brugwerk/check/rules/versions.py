"""Earlier versions of a product: each is what it says, and those that schools use are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.records.fields import version_order
from brugwerk.records.versions import kept_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry
    from brugwerk.problems import Problem
    from brugwerk.records.product import Product

Pair = tuple["Entry[Product]", "Entry[Product]"]


def _with_product(entries: Entries) -> Iterator[Pair]:
    for (product, _), kept in entries.versions.items():
        if product in entries.products:
            yield kept, entries.products[product]


def kept_versions_say_their_number(entries: Entries) -> Iterator[Problem]:
    """The file of a kept version is called what the version is."""
    for kept in entries.versions.values():
        if kept.record.version != kept.id:
            path = ("version",) if kept.record.version else ()
            found = kept.record.version or "–"
            yield kept.problem("BW962", path, version=found, name=kept.source.file.name)


def kept_versions_have_a_change_note(entries: Entries) -> Iterator[Problem]:
    """Every kept version is one of the versions that the product tells about."""
    for kept, product in _with_product(entries):
        versions = [change.version for change in product.record.changes]
        if kept.id not in versions and kept.id != product.record.version:
            allowed = ", ".join(versions) or "–"
            path = ("version",) if kept.record.version else ()
            yield kept.problem("BW963", path, version=kept.id, allowed=allowed)


def kept_versions_are_earlier(entries: Entries) -> Iterator[Problem]:
    """No version is kept before the product has reached it."""
    for kept, product in _with_product(entries):
        present = product.record.version
        if present and version_order(kept.id) > version_order(present):
            path = ("version",) if kept.record.version else ()
            yield kept.problem("BW964", path, version=kept.id, present=present)


def versions_in_schools_are_kept(entries: Entries) -> Iterator[Problem]:
    """What a school uses stays readable, also when the product has moved on."""
    for (_, product_id), adoption in entries.adoptions.items():
        product = entries.products.get(product_id)
        if product is None or product.record.version is None:
            continue
        used, present = adoption.record.version, product.record.version
        # A version that the product never had is a problem of its own.
        known = used in {change.version for change in product.record.changes}
        key = (product_id, used)
        kept = key in entries.versions or ("version", *key) in entries.broken
        if known and not kept and version_order(used) < version_order(present):
            yield adoption.problem(
                "BW965",
                ("version",),
                version=used,
                present=present,
                file=str(kept_file(product_id, used)),
            )


RULES = (
    kept_versions_say_their_number,
    kept_versions_have_a_change_note,
    kept_versions_are_earlier,
    versions_in_schools_are_kept,
)
