"""The search page: without JavaScript it is the list of everything, by kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from brugwerk.render import long_lists
from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class Link:
    """A page in the list."""

    title: str
    address: str


@dataclass(frozen=True)
class Group:
    """Pages of one kind, or of another site.

    Attributes:
        id, label: What kind it is, for addresses and for people.
        links: The pages in order of title.
        listed: The address of the list that has them instead, where there are too many; none where
            no other page has them all.
        is_elsewhere: Whether they stand on another site, and have a full web address.
    """

    id: str
    label: str
    links: tuple[Link, ...]
    listed: str = ""
    is_elsewhere: bool = False


@dataclass(frozen=True)
class SearchView:
    """What the search page shows before, or without, searching."""

    groups: tuple[Group, ...]


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the search page."""
    say = templates.translator.text
    yield Page(
        address=templates.addresses.search,
        kind="search",
        title=say("Search"),
        description=say("Search in all products, networks, schools and explanations."),
        view=lambda: SearchView(tuple(_short(catalogue, templates))),
        language=templates.settings.language,
        in_search=False,
    )


def with_written_pages(page: Page, label: str, links: Iterable[Link]) -> Page:
    """Return the search page with the pages that were written by hand.

    Args:
        page: The search page as it was made from the records.
        label: The heading above them.
        links: The pages.
    """
    view = page.view
    if not isinstance(view, SearchView):
        raise TypeError(f"{page.address} is not the search page")
    ordered = tuple(sorted(links, key=lambda link: (link.title.casefold(), link.address)))
    return replace(page, view=SearchView((*view.groups, Group("uitleg", label, ordered))))


def _short(catalogue: Catalogue, templates: Templates) -> Iterator[Group]:
    """Yield what there is; a long group only as the way to its list."""
    for group in _groups(catalogue, templates):
        if group.listed and len(group.links) > long_lists.WHOLE:
            yield replace(group, links=())
        elif group.links:
            yield replace(group, listed="")


def _groups(catalogue: Catalogue, templates: Templates) -> Iterator[Group]:
    says, at = templates.translator, templates.addresses
    english = templates.settings.language == "en"
    current = [e for e in catalogue.products.values() if e.record.status != "retired"]
    for kind in catalogue.vocabulary.lists["product-types"].terms:
        plural = getattr(kind, "plural", kind.label)
        label = plural.en if english else plural.nl
        links = tuple(
            Link(e.record.title, at.product(e.id)) for e in current if e.record.type == kind.id
        )
        yield Group(kind.id, label[:1].upper() + label[1:], links, f"{at.products}#{kind.id}")
    for there in catalogue.elsewhere:
        ordered = sorted(there.products, key=lambda product: product.title.casefold())
        links = tuple(Link(product.title, product.address) for product in ordered)
        label = says.text("On {site}").format(site=there.site.name)
        yield Group(f"op-{there.site.id}", label, links, is_elsewhere=True)
    networks = catalogue.networks.items()
    yield Group(
        "netwerken",
        says.text("Networks"),
        tuple(Link(e.record.title, at.network(network)) for network, e in networks),
        at.networks,
    )
    yield Group(
        "draaiboeken",
        says.text("Facilitation guides"),
        tuple(Link(e.record.title, at.guide(n)) for n, e in networks if e.record.meetings),
        at.guides,
    )
    yield Group(
        "scholen",
        says.text("Schools"),
        tuple(Link(e.record.name, at.school(school)) for school, e in catalogue.schools.items()),
        at.schools,
    )
    yield Group(
        "producten-in-scholen",
        says.text("Products at schools"),
        tuple(
            Link(
                says.text("{product} at {school}").format(
                    product=catalogue.products[product].record.title,
                    school=catalogue.schools[school].record.name,
                ),
                at.transfer(school, product),
            )
            for school, product in catalogue.adoptions
        ),
        # There each stands with its school.
        at.schools,
    )
    yield Group(
        "reflecties",
        says.text("Reflections"),
        tuple(
            Link(
                f"{catalogue.networks[network].record.title}, {says.day(date.fromisoformat(day))}",
                at.reflection(network, day),
            )
            for network, day in catalogue.reflections
        ),
        at.reflections,
    )
