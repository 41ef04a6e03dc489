"""Which files beside a page others link to, follow or show: their addresses stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.exports.embedded import sharing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.render.page import Page


def kept_addresses(page: Page) -> Iterator[str]:
    """Yield the addresses of what belongs to a page and that others hold on to.

    A QR code is none: it is saved and printed, and what it leads to stays.
    """
    if share := sharing_of(page):
        yield share.embedded
        if share.data:
            yield share.data
