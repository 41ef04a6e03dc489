"""Products of other sites: what this site shows of them, and in whose words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brugwerk.records.sharing import KeptCatalogue, SharedProduct, SharedTerm
    from brugwerk.records.vocabulary import Vocabulary
    from brugwerk.settings import OtherSite, Settings


@dataclass(frozen=True)
class Elsewhere:
    """Another site, with its products.

    Attributes:
        site: What the settings call it.
        products: What it recommends, in its own order.
        terms: What its terms mean, by list and id.
    """

    site: OtherSite
    products: tuple[SharedProduct, ...]
    terms: Mapping[tuple[str, str], SharedTerm]

    def label(self, scheme: str, term_id: str, vocabulary: Vocabulary, language: str) -> str:
        """Return what people here read for a term of that site.

        A term that both sites have is called what it is called here. One that only the other site
        has is shown in the words of that site, and one that it does not explain by its id.
        """
        known = vocabulary.lists.get(scheme)
        if known is not None and term_id in known.by_id:
            return vocabulary.label(scheme, term_id, language)
        term = self.terms.get((scheme, term_id))
        if term is None:
            return term_id
        return term.en if language == "en" else term.nl


def elsewhere(kept: Mapping[str, KeptCatalogue], settings: Settings) -> Iterator[Elsewhere]:
    """Yield the other sites in the order of the settings, each product at one of them only.

    Two sites may use one id for different products, so what tells them apart is where they stand.
    What stands on this site itself, or was named before, is left out; so is what was retired.

    Args:
        kept: What is kept of each site, by its id.
        settings: The settings of this site.
    """
    own = f"{settings.address.rstrip('/')}/" if settings.address else None
    seen: set[str] = set()
    for site in settings.sources:
        if (catalogue := kept.get(site.id)) is None:
            continue
        products = []
        for product in catalogue.products:
            is_own = own is not None and product.address.startswith(own)
            if product.status != "retired" and not is_own and product.address not in seen:
                seen.add(product.address)
                products.append(product)
        terms = {(of.scheme, term.id): term for of in catalogue.terms for term in of.terms}
        yield Elsewhere(site, tuple(products), terms)
