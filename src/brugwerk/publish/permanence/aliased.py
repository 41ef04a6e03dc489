"""The addresses that records had under their former ids, and where those lead."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brugwerk.publish.publication import Publication


def aliased(site: Publication, published: Iterable[str]) -> dict[str, str]:
    """Return the new address of every address that an alias or a withdrawal leaves behind.

    Args:
        site: The site.
        published: The addresses that there are.
    """
    found: dict[str, str] = {}
    renamed = list(_renamed(site))
    pages = sorted(address for address in published if "#" not in address) if renamed else []
    for old, new in renamed:
        # In this order all that stands below a page comes right after it.
        for index in range(bisect_left(pages, new), len(pages)):
            if not pages[index].startswith(new):
                break
            found.setdefault(old + pages[index].removeprefix(new), pages[index])
    found.update(_sheets_withdrawn(site))
    return found


def _renamed(site: Publication) -> Iterator[tuple[str, str]]:
    """Yield the former and the present address of all that a record has below its own."""
    at, catalogue = site.templates.addresses, site.catalogue
    for product, entry in catalogue.products.items():
        for alias in entry.record.aliases:
            yield at.product(alias), at.product(product)
    for network, of_network in catalogue.networks.items():
        for alias in of_network.record.aliases:
            yield at.network(alias), at.network(network)
    for school, of_school in catalogue.schools.items():
        for alias in of_school.record.aliases:
            yield at.school(alias), at.school(school)
    for school, product in catalogue.adoptions:
        for old_school in (school, *catalogue.schools[school].record.aliases):
            for old_product in (product, *catalogue.products[product].record.aliases):
                if (old_school, old_product) != (school, product):
                    yield at.transfer(old_school, old_product), at.transfer(school, product)
                    yield at.question(old_school, old_product), at.question(school, product)


def _sheets_withdrawn(site: Publication) -> dict[str, str]:
    """A retired product has no sheet to fill in any more; its page says why."""
    at = site.templates.addresses
    return {
        sheet: at.product(product)
        for product, entry in site.catalogue.products.items()
        if entry.record.status in {"draft", "retired"}
        for former in (product, *entry.record.aliases)
        if (sheet := at.empty_transfer(former)) in site.ledger.lines
    }
