"""Which pages stand for the site: the longest of every kind, and every one written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from bench import sites
from brugwerk.publish.publishable import publishable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from brugwerk.publish.publication import Publication


class UnsoundError(Exception):
    """The records of the site have errors, so it has no pages."""


def pages(folder: Path, root: Path = sites.ROOT) -> dict[str, str]:
    """Return the address of a page of every kind, by what it is.

    Args:
        folder: The built site, in the language of its settings.
        root: What it was built from.

    Raises:
        UnsoundError: The records have errors.
    """
    _, site = publishable(root)
    if site is None:
        raise UnsoundError("the records have errors: brugwerk check says which")
    return {
        **_generated(site, folder),
        **_alone(site, folder),
        **_states(site),
        **_written(site, folder, root),
    }


def _generated(site: Publication, folder: Path) -> dict[str, str]:
    return _longest(folder, ((page.kind, page.address) for page in site.pages.values()))


def _alone(site: Publication, folder: Path) -> dict[str, str]:
    """Return pages without the frame of the site: for a school's own site, and to print."""
    words = site.templates.addresses.words
    found = (
        (f"{page.kind}, {word}", f"{page.address}{word}/")
        for page in site.pages.values()
        for word in (words.embedded, words.booklet)
    )
    return _longest(folder, found)


def _longest(folder: Path, found: Iterable[tuple[str, str]]) -> dict[str, str]:
    longest: dict[str, tuple[int, str]] = {}
    for kind, address in found:
        file = folder / address / "index.html"
        if file.is_file():
            here = (file.stat().st_size, address)
            longest[kind] = max(longest.get(kind, here), here)
    return {kind: address for kind, (_, address) in longest.items()}


def _states(site: Publication) -> dict[str, str]:
    """Return pages that a reader sees otherwise than they were built."""
    title = next(iter(site.catalogue.products.values())).record.title
    search = site.templates.addresses.search
    return {
        "search with results": f"{search}?q={quote(title)}",
        "search without results": f"{search}?q=xqzxqz",
        "nothing here": "404.html",
    }


def _written(site: Publication, folder: Path, root: Path) -> dict[str, str]:
    """Return the pages of ``docs/`` that were built; a site may leave some out."""
    found = {}
    language = site.catalogue.settings.language
    for file in sorted((root / "docs").rglob("*.md")):
        name = file.relative_to(root / "docs").as_posix().removesuffix(".md")
        if "." in name.rpartition("/")[2]:
            continue
        address = f"{name}/" if not name.endswith("index") else name.removesuffix("index")
        if (folder / address / "index.html").is_file():
            found[f"docs/{name} ({language})"] = address
    return found
