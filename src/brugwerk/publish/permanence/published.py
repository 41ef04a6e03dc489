"""Every address that a site publishes now, and that others may have linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.exports import fetched_again_and_again, kept_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brugwerk.publish.publication import Publication

DOCUMENTS = "docs"
# Folders of docs/ that mkdocs.yml keeps off the site.
NOT_PUBLISHED = frozenset({"decisions"})
_LANGUAGES = (".nl", ".en")


def published(site: Publication) -> frozenset[str]:
    """Return the addresses of pages, of parts of products, and of files that others fetch.

    Scripts, styles and what search and the form read are the site's own; nobody links to them.
    What a machine reads of one page goes where that page goes.

    Args:
        site: The site; hand-written pages count where it has a folder.
    """
    addresses = {page.address for page in site.pages.values() if page.lasting}
    addresses.update(_parts(site))
    addresses.update(address for address, _ in site.attachments())
    at = site.templates.addresses
    addresses.update(kept for page in site.pages.values() for kept in kept_addresses(page, at))
    # Only where each of them stands is asked; none is made, so none reads an attachment.
    ground = site.ground_of_exports(lambda file: file.read_bytes())
    addresses.update(export.address for export in fetched_again_and_again(ground))
    addresses.update(taken.address for page in site.pages.values() for taken in page.take_along)
    if site.root is not None:
        addresses.update(_written(site.root / DOCUMENTS))
    return frozenset(addresses)


def _parts(site: Publication) -> Iterator[str]:
    at = site.templates.addresses
    for product, entry in site.catalogue.products.items():
        for core in entry.record.core:
            yield at.core(product, core.id)
        for adaptable in entry.record.adaptable:
            yield at.adaptable(product, adaptable.id)
        for condition in entry.record.conditions:
            yield at.condition(product, condition.id)


def _written(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*"):
        path = file.relative_to(folder)
        if path.parts[0] in NOT_PUBLISHED or path.name.startswith(".") or not file.is_file():
            continue
        if path.suffix != ".md":
            yield path.as_posix()
            continue
        stem = path.as_posix().removesuffix(".md")
        for language in _LANGUAGES:
            stem = stem.removesuffix(language)
        yield "" if stem == "index" else f"{stem.removesuffix('/index')}/"
