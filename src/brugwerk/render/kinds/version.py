"""Pages of earlier versions: what a school uses stays readable when the product moves on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.render.kinds.product import AttachmentView, attachments
from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class VersionView:
    """What the page of an earlier version shows.

    Nothing in it follows a reference of the kept record, for those may lead nowhere by now; and
    it names nobody, for consent may have been withdrawn since.

    Attributes:
        id: The product.
        product: The record as it was.
        newest: The present version.
        changed_on: When this version came, where the product still says so.
        body: The text as it was.
        networks: The networks that made the product, as they are now.
        attachments: Its attachments that are still there, as they are now.
        gone: The titles of the others.
    """

    id: str
    product: Product
    newest: str
    changed_on: date | None
    body: str
    networks: tuple[Entry[Network], ...]
    attachments: tuple[AttachmentView, ...]
    gone: tuple[str, ...]


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the page of each kept version that the product has moved on from."""
    say = templates.translator.text
    for product_id, present in catalogue.products.items():
        for version, kept in catalogue.earlier_versions(product_id).items():
            yield Page(
                address=templates.addresses.version(product_id, version),
                kind="version",
                title=say("{product}, version {version}").format(
                    product=kept.record.title, version=version
                ),
                description=partial(templates.plain, kept.record.summary),
                view=partial(_view, present, kept, catalogue, templates),
                # Links in the text start there; and what a reader may improve is the newest one.
                source=present.source.file,
                language=kept.record.language,
                in_search=False,
                changed_on=_changed_on(present, version),
            )


def _changed_on(present: Entry[Product], version: str) -> date | None:
    dates = {change.version: change.date for change in present.record.changes}
    return dates.get(version)


def _view(
    present: Entry[Product], kept: Entry[Product], catalogue: Catalogue, templates: Templates
) -> VersionView:
    there = catalogue.attachments.get(present.id, {})
    files = kept.record.files
    return VersionView(
        id=present.id,
        product=kept.record,
        newest=present.record.version or "",
        changed_on=_changed_on(present, kept.id),
        body=kept.source.body,
        networks=tuple(catalogue.networks[n] for n in present.record.networks),
        attachments=attachments(
            present.id, tuple(file for file in files if file.path in there), catalogue, templates
        ),
        gone=tuple(file.title for file in files if file.path not in there),
    )
