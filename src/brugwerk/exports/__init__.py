"""What a product, an adoption or a guide leaves the site as.

Files of a page follow from that page and what it shows; files of the site follow from all records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from brugwerk.exports.adoption import adoption
from brugwerk.exports.archives import archives
from brugwerk.exports.booklet import booklet
from brugwerk.exports.calendar_feed import calendar_feed
from brugwerk.exports.citation_file import citation_file
from brugwerk.exports.citations import citations
from brugwerk.exports.embedded import embedded
from brugwerk.exports.export import Export, Ground, NotExportedError
from brugwerk.exports.feeds import feed_of_network_in_head, feed_of_site_in_head, feeds_of_site
from brugwerk.exports.frame import frame_files
from brugwerk.exports.json_ld import json_ld_in_head
from brugwerk.exports.kept import kept_addresses
from brugwerk.exports.nl_lom import nl_lom_file
from brugwerk.exports.oai import oai_repository
from brugwerk.exports.qr_code import qr_code
from brugwerk.exports.shared_catalogue import link_to_catalogue, shared_catalogue
from brugwerk.exports.signposts import signposts_in_head
from brugwerk.exports.word import word_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brugwerk.render.page import Page

__all__ = [
    "FRAMES",
    "Export",
    "Ground",
    "NotExportedError",
    "fetched_again_and_again",
    "files_of_page",
    "files_of_site",
    "head_of_page",
    "head_of_site",
    "kept_addresses",
]

OF_PAGE: tuple[Callable[[Page, Ground], Iterator[Export]], ...] = (
    embedded,
    qr_code,
    adoption,
    booklet,
    calendar_feed,
    nl_lom_file,
    word_files,
    archives,
    citations,
)
# The templates of files of a page: it counts as changed where one of them changed.
FRAMES = ("parts/embedded.html", "parts/booklet.html")
# Readers and harvesters keep the addresses of these, so that they are as lasting as a page.
FETCHED: tuple[Callable[[Ground], Iterator[Export]], ...] = (
    feeds_of_site,
    oai_repository,
    shared_catalogue,
)
OF_SITE: tuple[Callable[[Ground], Iterator[Export]], ...] = (
    *FETCHED,
    citation_file,
    frame_files,
)
IN_HEAD: tuple[Callable[[Page, Ground], Iterator[Markup]], ...] = (
    link_to_catalogue,
    feed_of_network_in_head,
    signposts_in_head,
    json_ld_in_head,
)
IN_EVERY_HEAD: tuple[Callable[[Ground], Iterator[Markup]], ...] = (feed_of_site_in_head,)


def files_of_page(page: Page, ground: Ground) -> Iterator[Export]:
    """Yield the files that belong to one page."""
    for exports in OF_PAGE:
        yield from exports(page, ground)


def files_of_site(ground: Ground) -> Iterator[Export]:
    """Yield the files that belong to the site as a whole."""
    for exports in OF_SITE:
        yield from exports(ground)


def fetched_again_and_again(ground: Ground) -> Iterator[Export]:
    """Yield those files of the site whose addresses others keep, such as feeds."""
    for exports in FETCHED:
        yield from exports(ground)


def head_of_page(page: Page, ground: Ground) -> Markup:
    """Return what stands in the head of one page for machines, one element on a line."""
    return Markup("\n").join(element for part in IN_HEAD for element in part(page, ground))


def head_of_site(ground: Ground) -> Markup:
    """Return what stands in the head of every page, also of those that are written by hand.

    It belongs to the frame: a page that was kept knows only what it was made from itself.
    """
    return Markup("\n").join(element for part in IN_EVERY_HEAD for element in part(ground))
