"""Products that fit a school, each with the reason why it is shown; alphabetical, never ranked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.product import Product

SUGGESTED_STATUSES = frozenset({"tested", "transferable"})


@dataclass(frozen=True)
class Suggestion:
    """A product that fits a school.

    Attributes:
        product: The product.
        own_networks: Networks of the school that made it.
        themes: Themes that it shares with the school's networks.
        levels: School years that it shares with the school.
    """

    product: Entry[Product]
    own_networks: tuple[str, ...]
    themes: tuple[str, ...]
    levels: tuple[str, ...]


def suggestions_for(school_id: str, catalogue: Catalogue) -> Iterator[Suggestion]:
    """Yield the products that fit a school by sector, school years and its networks' themes.

    A product is suggested when it is at least tested, is meant for the school's sector, shares a
    school year where it names any, is made by a network of the school or shares a theme with one,
    and is not adopted there already. The order is that of the titles.
    """
    school = catalogue.schools[school_id].record
    networks = {entry.id: entry.record for entry in catalogue.networks_of(school_id)}
    themes = {theme for network in networks.values() for theme in network.themes}
    adopted = {entry.id for entry in catalogue.adoptions_at(school_id)}
    near = {e.id: e for network in networks for e in catalogue.products_of(network)}
    near |= {e.id: e for theme in themes for e in catalogue.products_about(theme)}
    for product_id, entry in sorted(near.items(), key=_title):
        product = entry.record
        if product_id in adopted or product.status not in SUGGESTED_STATUSES:
            continue
        if product.sectors and school.sector not in product.sectors:
            continue
        levels = tuple(level for level in product.levels if level in school.levels)
        if product.levels and school.levels and not levels:
            continue
        own = tuple(network for network in product.networks if network in networks)
        shared = tuple(theme for theme in product.themes if theme in themes)
        yield Suggestion(entry, own, shared, levels)


def _title(item: tuple[str, Entry[Product]]) -> tuple[str, str]:
    return item[1].record.title.casefold(), item[0]
