"""Cleaned attachments by what went in, so that the next build need not clean them again."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.publish.attachments.cleaning import MADE_BY, cleaned, is_cleaned
from brugwerk.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

# Below the site's root; nothing in it belongs to the site.
STORE = PurePosixPath(".brugwerk", "cleaned")


class Store:
    """Attachments as readers get them.

    Args:
        folder: Where cleaned ones are kept; it may be thrown away at any time.
    """

    def __init__(self, folder: Path) -> None:
        self._shelf = Shelf(folder)

    def cleaned(self, path: Path) -> bytes:
        """Return an attachment as readers get it.

        Raises:
            OSError: It cannot be read, or its cleaned form cannot be kept.
            ValueError: It is damaged.
        """
        data = path.read_bytes()
        if not is_cleaned(path):
            return data
        recipe = f"{MADE_BY}\0{path.suffix.lower()}\0".encode()
        return self._shelf.get(recipe + data, partial(cleaned, path, data))

    def forget_others(self) -> None:
        """Throw away what no attachment asked for since this store was made."""
        self._shelf.forget_others()
