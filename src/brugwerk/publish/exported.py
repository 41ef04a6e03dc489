"""Every file beside the pages, made or taken from what was kept."""

from __future__ import annotations

from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.exports import files_of_page, files_of_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from brugwerk.exports import Ground
    from brugwerk.publish.publication import Publication
    from brugwerk.render.page import Page
    from brugwerk.shelf import Shelf

# Below the site's root; nothing in it belongs to the site.
KEPT = PurePosixPath(".brugwerk", "exports")


def exported(pages: Iterable[Page], ground: Ground, shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the content of every file of these pages and of the site as a whole.

    What nobody asked for goes from the shelf.

    Args:
        pages: The pages whose files are wanted.
        ground: What files are made from.
        shelf: Keeps what is dear to make.

    Raises:
        NotExportedError: A file cannot be made of what somebody wrote.
    """
    of_pages = (export for page in pages for export in files_of_page(page, ground))
    for export in chain(of_pages, files_of_site(ground)):
        yield export.address, export.content(shelf)
    shelf.forget_others()


def ground_over(
    site: Publication, made: Mapping[str, str], attachment: Callable[[Path], bytes]
) -> Ground:
    """Return what files are made from, over pages that have been made already.

    Args:
        site: The site.
        made: The HTML of every page by its document; what only a file shows is rendered.
        attachment: Gives an attachment as readers get it.
    """
    return site.ground_of_exports(
        attachment, lambda page: made.get(page.document) or site.templates.render(page)
    )


def addresses(site: Publication, made: Mapping[str, str]) -> set[str]:
    """Return the address of every file beside the pages, without making one.

    Args:
        site: The site.
        made: The HTML of every page by its document.
    """
    ground = ground_over(site, made, _unread)
    of_pages = (export for page in site.pages.values() for export in files_of_page(page, ground))
    return {export.address for export in chain(of_pages, files_of_site(ground))}


def _unread(file: Path) -> bytes:
    raise AssertionError(f"{file} was read to learn an address")
