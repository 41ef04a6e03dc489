"""Who made a product, when and where it is found: what a source entry says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.addresses import Addresses

if TYPE_CHECKING:
    from datetime import date

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.product import Product


@dataclass(frozen=True)
class Citation:
    """What a source entry says of a product.

    Attributes:
        id: The product.
        title: Its title.
        authors: People who agreed to be named, or else the networks that made it.
        issued: When the present version came; none where the record does not say so.
        version: The present version.
        kind: What it is, in the language of the site.
        publisher: The site.
        language: The language of the product.
        licence: What others may do with it, by its SPDX id.
        address: Where it stands; none where the site does not know its own web address.
    """

    id: str
    title: str
    authors: tuple[str, ...]
    issued: date | None
    version: str | None
    kind: str
    publisher: str
    language: str
    licence: str | None
    address: str | None


def citation_of(entry: Entry[Product], catalogue: Catalogue) -> Citation:
    """Return what a source entry says of the present version of a product."""
    product, settings = entry.record, catalogue.settings
    dates = {change.version: change.date for change in product.changes}
    root = settings.address
    return Citation(
        id=entry.id,
        title=product.title,
        authors=makers(product, catalogue),
        issued=dates.get(product.version) if product.version else None,
        version=product.version,
        kind=catalogue.vocabulary.label("product-types", product.type, settings.language),
        publisher=settings.title,
        language=product.language,
        licence=product.license,
        address=root and f"{root.rstrip('/')}/{Addresses(settings.path_words).product(entry.id)}",
    )


def makers(product: Product, catalogue: Catalogue) -> tuple[str, ...]:
    """Return who made a product: people with their consent, or else the networks.

    A name stands as its bearer wrote it; which part of it is a surname is not known.
    """
    named = tuple(dict.fromkeys(credit.name for credit in product.credits))
    return named or tuple(catalogue.networks[n].record.title for n in product.networks)
