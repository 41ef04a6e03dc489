"""``catalogue.json``: what other sites and other programs read of this one.

It holds what the makers made. Schools and what they do with it stay on this site: nobody can count
them elsewhere. Products of other sites are not passed on either; who wants them asks that site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from brugwerk.addresses import relative
from brugwerk.exports.export import Export
from brugwerk.read.shared import catalogue_text
from brugwerk.records.description import describe
from brugwerk.records.sharing import (
    FORMAT,
    FORMAT_VERSION,
    ExternalId,
    SharedCatalogue,
    SharedFile,
    SharedList,
    SharedNetwork,
    SharedProduct,
    SharedSite,
    SharedTerm,
)
from brugwerk.records.vocabulary import LicenceTerm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from brugwerk.check import Entry
    from brugwerk.exports.export import Ground
    from brugwerk.records.fields import Shape
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.vocabulary import Vocabulary, VocabularyTerm
    from brugwerk.render.page import Page

SCHEMA = "schemas/catalogue.schema.json"


def shared_catalogue(ground: Ground) -> Iterator[Export]:
    """Yield the one file."""
    yield Export(
        ground.templates.addresses.shared_catalogue,
        lambda: catalogue_text(catalogue_of(ground), SCHEMA).encode("utf-8"),
    )


def link_to_catalogue(page: Page, ground: Ground) -> Iterator[Markup]:
    """Yield the link by which programs find the file, on the list of products."""
    at = ground.templates.addresses
    if page.address == at.products:
        link = Markup('<link rel="alternate" type="application/json" title="{}" href="{}">')
        title = ground.templates.translator.text("Catalogue for other sites")
        yield link.format(title, relative(at.shared_catalogue, page.address))


def catalogue_of(ground: Ground) -> SharedCatalogue:
    """Return everything that this site shares."""
    settings, catalogue = ground.catalogue.settings, ground.catalogue
    products = tuple(_product(entry, ground) for entry in catalogue.products.values())
    networks = tuple(_network(entry, ground) for entry in catalogue.networks.values())
    # Sound records need not be checked once more; what is left out keeps its default.
    return SharedCatalogue.model_construct(
        format=FORMAT,
        version=FORMAT_VERSION,
        site=SharedSite.model_construct(
            title=settings.title, language=settings.language, address=settings.address
        ),
        products=products,
        networks=networks,
        terms=tuple(_lists((*products, *networks), catalogue.vocabulary)),
    )


def _product(entry: Entry[Product], ground: Ground) -> SharedProduct:
    product, at, plain = entry.record, ground.templates.addresses, ground.templates.plain
    retirement = product.retirement
    return SharedProduct.model_construct(
        **_alike(product, SharedProduct)
        | {
            "id": entry.id,
            "address": _in_full(at.product(entry.id), ground),
            "summary": plain(product.summary),
            "goals": tuple(filter(None, map(plain, product.goals))),
            "audience": plain(product.audience) if product.audience else None,
            "published": product.changes[0].date if product.changes else None,
            "changed": product.changes[-1].date if product.changes else None,
            "credits": tuple(credit.name for credit in product.credits),
            "files": tuple(
                SharedFile.model_construct(
                    address=_in_full(at.attachment(entry.id, file.path), ground),
                    title=file.title,
                    audience=file.audience,
                )
                for file in product.files
            ),
            "replaced_by": retirement.replaced_by if retirement else None,
        }
    )


def _network(entry: Entry[Network], ground: Ground) -> SharedNetwork:
    network, plain = entry.record, ground.templates.plain
    return SharedNetwork.model_construct(
        **_alike(network, SharedNetwork)
        | {
            "id": entry.id,
            "address": _in_full(ground.templates.addresses.network(entry.id), ground),
            "summary": plain(network.summary),
            "question": plain(network.question),
        }
    )


def _alike(record: Shape, shared: type[Shape]) -> dict[str, Any]:
    """Return what is told as it stands in the record: the keys that both have."""
    names = shared.model_fields.keys() & type(record).model_fields.keys()
    return {name: getattr(record, name) for name in names}


def _in_full(address: str, ground: Ground) -> str:
    """Return an address as others need it.

    A site that does not know where it stands is read from the place of this file, its root.
    """
    root = ground.catalogue.settings.address
    return f"{root.rstrip('/')}/{quote(address)}" if root else quote(address)


def _lists(records: Iterable[Shape], vocabulary: Vocabulary) -> Iterator[SharedList]:
    """Yield the lists with the terms that any record names, in the order of the list."""
    used: dict[str, set[str]] = {}
    for record in records:
        _collect(record, used)
    for scheme in sorted(used):
        found = [term for term in vocabulary.lists[scheme].terms if term.id in used[scheme]]
        yield SharedList.model_construct(scheme=scheme, terms=tuple(map(_term, found)))


def _collect(record: Shape, used: dict[str, set[str]]) -> None:
    for field in describe(type(record)):
        value = getattr(record, field.key)
        if field.scheme and value:
            used.setdefault(field.scheme, set()).update(value if field.many else [value])
        elif field.fields:
            for part in value:
                _collect(part, used)


def _term(term: VocabularyTerm) -> SharedTerm:
    return SharedTerm.model_construct(
        id=term.id,
        nl=term.label.nl,
        en=term.label.en,
        url=term.url if isinstance(term, LicenceTerm) else None,
        external=tuple(
            ExternalId.model_construct(standard=standard, id=external)
            for standard, external in term.external.items()
        ),
    )
