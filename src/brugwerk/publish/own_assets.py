"""The site's own scripts and styles, in a folder that is named after what is in them.

Browsers may keep such a folder for a year: what changes stands at another address. One name for
the whole folder leaves the scripts free to import each other by plain relative names.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from brugwerk.publish.security_policy import frame_scripts
from brugwerk.search.scripts import PAGE, WORKER, page_script, worker_script

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SEARCH = "search/"
OWN = "assets/own/"


def own_assets(
    folder: Path, partial: Callable[[str], str], mkdocs_search: Path, language: str
) -> dict[str, bytes]:
    """Return every script and style of our own by its name.

    Args:
        folder: Where they stand as they were written.
        partial: Returns the text of a template of the theme by its name.
        mkdocs_search: The folder in which mkdocs keeps lunr.js.
        language: The language of the site.

    Raises:
        ValueError: The theme's templates are not as they were.
    """
    written = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
    made = {
        **frame_scripts(partial),
        # Search is one file for the page and one for the worker; the others are made into them.
        SEARCH + PAGE: page_script(folder / SEARCH),
        SEARCH + WORKER: worker_script(folder / SEARCH, mkdocs_search, language),
    }
    return written | {name: text.encode("utf-8") for name, text in made.items()}


def folder_of(assets: Mapping[str, bytes]) -> str:
    """Return the address of the folder for these files, which changes when any of them does."""
    known = hashlib.sha256()
    for name in sorted(assets):
        known.update(f"{name}\0{len(assets[name])}\0".encode())
        known.update(assets[name])
    return f"{OWN}{known.hexdigest()[:10]}/"
