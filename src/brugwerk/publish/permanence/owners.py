"""What a former address belonged to: its own page went, and then it leads where that one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.addresses import TAKEN_ALONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.addresses import Addresses


def owners(at: Addresses, address: str) -> Iterator[tuple[str, bool]]:
    """Yield the pages that a former address belonged to, the nearest first.

    A question belongs to the page of a product at a school: when it is answered and taken away,
    that page is where it was asked. That page belongs to the product as well as to the school: it
    goes where the product goes, but a school that leaves a product out must say so. What a school
    shows of a page on its own site, and what readers take along, belong to the page they stood on.

    Args:
        at: The addresses of the site.
        address: A former address.

    Yields:
        An address, and whether it must have moved itself before anything follows it.
    """
    page, _, last = address.rstrip("/").rpartition("/")
    if last in {at.words.embedded, f"{at.words.adoption}.json", *TAKEN_ALONG}:
        yield f"{page}/", False
        yield from owners(at, f"{page}/")
    elif address.startswith(at.questions):
        asked = address.removeprefix(at.questions).strip("/").split("/")
        if len(asked) == 2:
            school, product = asked
            yield at.transfer(school, product), False
            yield at.product(product), True
            yield at.school(school), True
    elif address.startswith(at.schools):
        here = address.removeprefix(at.schools).strip("/").split("/")
        if len(here) == 2:
            yield at.product(here[1]), True
