"""Every reference leads to a record that exists, by the id it has now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.problems.problem import Wording
from brugwerk.records.fields import Reference
from brugwerk.records.marks import fields_with_references, mark_of_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry
    from brugwerk.problems import Problem
    from brugwerk.read.yaml_text import KeyPath

KIND_NAMES = {
    "product": Wording("product", "product"),
    "network": Wording("netwerk", "network"),
    "school": Wording("school", "school"),
}


def references_in(record: BaseModel, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield ``(path, kind, id)`` of every reference in a record and its parts."""
    for name in fields_with_references(type(record)):
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from references_in(value, (*path, name))
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            for index, part in enumerate(value):
                yield from references_in(part, (*path, name, index))
        elif value and (mark := mark_of_field(type(record), name, Reference)):
            if isinstance(value, tuple):
                for index, item in enumerate(value):
                    yield (*path, name, index), mark.kind, item
            else:
                yield (*path, name), mark.kind, value


def _everything(entries: Entries) -> Iterator[Entry[Any]]:
    yield from entries.products.values()
    yield from entries.networks.values()
    yield from entries.schools.values()


def _aliases(entries: Entries) -> dict[str, dict[str, str]]:
    """Return the present id by former id, also of records that are not sound themselves."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in KIND_NAMES}
    for record in entries.raw.records:
        aliases = record.data.get("aliases")
        if record.kind in found and isinstance(aliases, list):
            found[record.kind] |= {a: record.id for a in aliases if isinstance(a, str)}
    return found


def references_lead_somewhere(entries: Entries) -> Iterator[Problem]:
    """A reference names a record that has a file, and by its present id."""
    aliases = _aliases(entries)
    known = {kind: entries.ids(kind) for kind in KIND_NAMES}
    for entry in _everything(entries):
        for path, kind, target in references_in(entry.record):
            if target in known[kind]:
                continue
            if target in aliases[kind]:
                new = aliases[kind][target]
                yield entry.problem("BW205", path, kind=KIND_NAMES[kind], old=target, new=new)
            else:
                suggestion = did_you_mean(nearest(target, known[kind]))
                yield entry.problem(
                    "BW201", path, kind=KIND_NAMES[kind], id=target, suggestion=suggestion
                )


def adoptions_are_of_products(entries: Entries) -> Iterator[Problem]:
    """The name of an adoption's file is the id of a product."""
    known = entries.ids("product")
    aliases = _aliases(entries)["product"]
    for (_, product), entry in entries.adoptions.items():
        if product in known:
            continue
        if product in aliases:
            yield entry.problem(
                "BW205", kind=KIND_NAMES["product"], old=product, new=aliases[product]
            )
        else:
            suggestion = did_you_mean(nearest(product, known))
            yield entry.problem("BW204", id=product, suggestion=suggestion)


def retired_products_are_not_recommended(entries: Entries) -> Iterator[Problem]:
    """A record that points to a retired product is told so."""
    retired = {i for i, e in entries.products.items() if e.record.status == "retired"}
    pointing: list[Entry[Any]] = [*entries.products.values(), *entries.networks.values()]
    for entry in pointing:
        for path, kind, target in references_in(entry.record):
            itself_retired = getattr(entry.record, "retirement", None) is not None
            if kind == "product" and target in retired and not itself_retired:
                yield entry.problem("BW203", path, id=target)


RULES = (references_lead_somewhere, adoptions_are_of_products, retired_products_are_not_recommended)
