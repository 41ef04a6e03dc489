"""Which files beside a page others link to, follow or show: their addresses stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.addresses import Addresses
    from brugwerk.render.page import Page


def kept_addresses(page: Page, at: Addresses) -> Iterator[str]:
    """Yield the addresses of what belongs to a page and that others hold on to.

    A QR code is none: it is saved and printed, and what it leads to stays.

    Args:
        page: The page.
        at: The addresses of the site.
    """
    # What a page shows is not looked at: the check asks for addresses alone.
    match page.kind:
        case "school":
            yield at.embedded(page.address)
        case "transfer" if page.in_search:
            yield at.embedded(page.address)
            yield f"{page.address}{at.words.adoption}.json"
        case "guide" if page.source is not None:
            network = page.source.parent.name
            yield at.booklet(network)
            yield at.calendar(network)
        case _:
            pass
