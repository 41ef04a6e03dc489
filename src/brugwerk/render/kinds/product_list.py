"""The list of products, by type; where it is long, each type in parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.render import long_lists
from brugwerk.render.elsewhere import CardsElsewhere, cards_elsewhere
from brugwerk.render.long_lists import Beside, Cut, Stretch, by_name, pages_of_parts, stretches
from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.product import Product
    from brugwerk.render.templates import Templates

# Beside long groups, a group up to this is shown and not cut.
FEW = 24
# As many of another site as one looks through; search, and the list there, have them all.
MOST_OF_A_SITE = 60
RETIRED = "teruggetrokken"
_BY_TITLE: Cut[Entry[Product]] = by_name(lambda entry: entry.record.title)


@dataclass(frozen=True)
class Group:
    """Products of one type, or the retired ones.

    Attributes:
        kind: The type; ``teruggetrokken`` for what the makers withdrew.
        number: How many there are.
        products: The products in order of title; none where there are too many for this page.
        contents: The parts that hold them instead.
    """

    kind: str
    number: int
    products: tuple[Entry[Product], ...]
    contents: tuple[Stretch, ...] = ()


@dataclass(frozen=True)
class ProductListView:
    """What the list of products, or a part of it, shows.

    Attributes:
        groups: One group per type that has any.
        retired: What the makers withdrew; none where nothing was.
        elsewhere: The first products of each other site; none on a part.
        beside: Where this part stands in the list.
    """

    groups: tuple[Group, ...]
    retired: Group | None
    elsewhere: tuple[CardsElsewhere, ...] = ()
    beside: Beside | None = None


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the list of products, and its parts where it is long."""
    say, at = templates.translator.text, templates.addresses
    listed = Page(
        address=at.products,
        kind="product-list",
        title=say("Products"),
        description=say("Designs, lessons and guidelines that networks made for schools."),
        view=None,
        language=templates.settings.language,
        in_search=False,
    )
    found = _by_kind(catalogue)
    cards = sum(len(products) for kind, products in found.items() if kind != RETIRED)
    whole = FEW if cards > long_lists.WHOLE else long_lists.WHOLE
    parts = {
        kind: _BY_TITLE.parts(products, f"{at.products}{kind}/", at, whole)
        for kind, products in found.items()
    }
    groups = {
        kind: Group(kind, len(products), () if parts[kind] else products, stretches(parts[kind]))
        for kind, products in found.items()
    }
    retired = groups.pop(RETIRED, None)
    yield replace(
        listed, view=partial(_list, tuple(groups.values()), retired, catalogue, templates)
    )
    for kind, of_kind in parts.items():
        yield from pages_of_parts(listed, of_kind, partial(_part, kind), f"#{kind}")


def _list(
    groups: tuple[Group, ...], retired: Group | None, catalogue: Catalogue, templates: Templates
) -> ProductListView:
    elsewhere = tuple(
        replace(site, cards=site.cards[:MOST_OF_A_SITE])
        for site in cards_elsewhere(catalogue, templates)
    )
    return ProductListView(groups, retired, elsewhere)


def _part(kind: str, held: tuple[Entry[Product], ...], beside: Beside) -> ProductListView:
    group = Group(kind, len(held), held)
    if kind == RETIRED:
        return ProductListView((), group, beside=beside)
    return ProductListView((group,), None, beside=beside)


def _by_kind(catalogue: Catalogue) -> dict[str, tuple[Entry[Product], ...]]:
    kinds = [term.id for term in catalogue.vocabulary.lists["product-types"].terms]
    found: dict[str, list[Entry[Product]]] = {kind: [] for kind in (*kinds, RETIRED)}
    for entry in catalogue.products.values():
        retired = entry.record.status == "retired"
        found[RETIRED if retired else entry.record.type].append(entry)
    return {kind: tuple(entries) for kind, entries in found.items() if entries}
