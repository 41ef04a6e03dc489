"""What a product, an adoption or a guide leaves the site as.

Files of a page follow from that page and what it shows; files of the site follow from all records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from brugwerk.exports.adoption import adoption
from brugwerk.exports.booklet import booklet
from brugwerk.exports.calendar_feed import calendar_feed
from brugwerk.exports.embedded import embedded
from brugwerk.exports.export import Export, Ground
from brugwerk.exports.shared_catalogue import link_to_catalogue, shared_catalogue
from brugwerk.exports.frame import frame_files
from brugwerk.exports.kept import kept_addresses
from brugwerk.exports.qr_code import qr_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brugwerk.render.page import Page

__all__ = [
    "FRAMES",
    "Export",
    "Ground",
    "files_of_page",
    "files_of_site",
    "head_of_page",
    "kept_addresses",
]

OF_PAGE: tuple[Callable[[Page, Ground], Iterator[Export]], ...] = (
    embedded,
    qr_code,
    adoption,
    booklet,
    calendar_feed,
)
# The templates of files of a page: it counts as changed where one of them changed.
FRAMES = ("parts/embedded.html", "parts/booklet.html")
OF_SITE: tuple[Callable[[Ground], Iterator[Export]], ...] = (frame_files, shared_catalogue)
IN_HEAD: tuple[Callable[[Page, Ground], Iterator[Markup]], ...] = (link_to_catalogue,)


def files_of_page(page: Page, ground: Ground) -> Iterator[Export]:
    """Yield the files that belong to one page."""
    for exports in OF_PAGE:
        yield from exports(page, ground)


def files_of_site(ground: Ground) -> Iterator[Export]:
    """Yield the files that belong to the site as a whole."""
    for exports in OF_SITE:
        yield from exports(ground)


def head_of_page(page: Page, ground: Ground) -> Markup:
    """Return what stands in the head of a page for machines, one element on a line."""
    return Markup("\n").join(element for part in IN_HEAD for element in part(page, ground))
