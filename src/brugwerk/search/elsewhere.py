"""Products of other sites, as search sees them: what that site tells, without a page to read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brugwerk.records.description import describe
from brugwerk.records.fields import minutes_of
from brugwerk.records.sharing import SharedProduct
from brugwerk.search.documents import Document, in_order
from brugwerk.search.facets import time_steps
from brugwerk.settings import THIS_SITE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brugwerk.catalogue import Catalogue, Elsewhere

# The facets that a shared product can have, by its key.
_FACETS = {
    "type": "type",
    "themes": "theme",
    "levels": "level",
    "subjects": "subject",
    "sectors": "sector",
    "status": "status",
}


def with_elsewhere(documents: Iterable[Document], catalogue: Catalogue) -> tuple[Document, ...]:
    """Return the documents of this site and the products of others, each with its origin.

    A term that is in no list here is found, and read, as text; it is no choice in a facet. Where
    there are no other sites, nothing has an origin, because there is nothing to choose.

    Args:
        documents: Everything that stands on this site.
        catalogue: The sound records, with what is kept of other sites.
    """
    others = [
        _document(product, there, catalogue)
        for there in catalogue.elsewhere
        for product in there.products
    ]
    if not others:
        return tuple(documents)
    here = (replace(d, facets={**d.facets, "origin": (THIS_SITE,)}) for d in documents)
    return in_order((*here, *others))


def _document(product: SharedProduct, there: Elsewhere, catalogue: Catalogue) -> Document:
    vocabulary, language = catalogue.vocabulary, catalogue.settings.language
    terms: list[tuple[str, str]] = []
    words: list[str] = []
    facets: dict[str, tuple[str, ...]] = {"kind": ("product",), "origin": (there.site.id,)}
    for field in describe(SharedProduct):
        facet = _FACETS.get(field.key)
        if facet is None:
            continue
        value = getattr(product, field.key)
        named = value if field.many else (value,)
        list_here = vocabulary.lists.get(field.scheme)
        known = tuple(term for term in named if list_here and term in list_here.by_id)
        terms += [(field.scheme, term) for term in known]
        words += [
            there.label(field.scheme, term, vocabulary, language)
            for term in named
            if term not in known
        ]
        if known:
            facets[facet] = known
    if product.language != language:
        words.append(there.label("languages", product.language, vocabulary, language))
    minutes = minutes_of(product.duration) if product.duration else 0
    if minutes:
        facets["duration"] = time_steps(minutes)
    return Document(
        address=product.address,
        kind="product",
        title=product.title,
        summary=product.summary,
        terms=tuple(terms),
        core="\n".join(filter(None, (product.audience, *product.goals, *words))),
        facets=facets,
        date=product.changed.isoformat() if product.changed else "",
        minutes=minutes,
        language=product.language,
        words=tuple(words),
    )
