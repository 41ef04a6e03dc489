"""Every file beside the pages, made or taken from what was kept."""

from __future__ import annotations

from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.exports import files_of_page, files_of_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brugwerk.exports import Ground
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
    """
    of_pages = (export for page in pages for export in files_of_page(page, ground))
    for export in chain(of_pages, files_of_site(ground)):
        made_from = export.made_from
        content = export.make() if made_from is None else shelf.get(made_from, export.make)
        yield export.address, content
    shelf.forget_others()
