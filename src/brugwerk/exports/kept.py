"""Which files beside a page others link to, follow or show: their addresses stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.exports.embedded import sharing_of
from brugwerk.render.kinds.guide import GuideView
from brugwerk.render.kinds.network import NetworkView

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
    if share := sharing_of(page):
        yield share.embedded
        if share.data:
            yield share.data
    match page.view:
        case GuideView(id=network):
            yield at.booklet(network)
        case NetworkView(id=network, meetings=meetings) if meetings:
            yield at.calendar(network)
