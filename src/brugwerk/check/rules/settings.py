"""The settings of a site must leave every page an address of its own."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.problems import Place, Problem
from brugwerk.settings import SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries

# These words stand directly below the root; the others only below a network or a product.
AT_THE_ROOT = ("products", "networks", "guides", "schools", "search", "travels", "problems")


def words_in_addresses_differ(entries: Entries) -> Iterator[Problem]:
    """Two lists at one address would overwrite each other."""
    taken: dict[str, str] = {}
    for name in (*AT_THE_ROOT, "reflections"):
        word = getattr(entries.settings.path_words, name)
        if word in taken:
            yield Problem(
                "BW704", _place(entries, name), {"word": word, "other": taken[word], "name": name}
            )
        taken.setdefault(word, name)


def _place(entries: Entries, name: str) -> Place:
    source = entries.raw.settings
    return source.place(("path_words", name)) if source else Place(PurePosixPath(SETTINGS_FILE))


RULES = (words_in_addresses_differ,)
