"""Every link to the web in the files of a site, with the places where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from brugwerk.problems import Place
from brugwerk.records.prose import without_code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brugwerk.read.site import RawSite

_BEGINNING = re.compile(r"(?<![\w+.-])https?://[^\s<>\"`{}|\\^]+", re.IGNORECASE)
_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)
_AT_THE_END_OF_A_SENTENCE = ".,;:!?'*_~"
_CLOSING = {")": "(", "]": "["}
# Names that the standards keep for examples (RFC 2606 and RFC 6761): nobody answers there.
_EXAMPLES = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$")


def web_links(site: RawSite, own: str = "") -> dict[str, tuple[Place, ...]]:
    """Find the links to the web in records, lists, settings and pages written by hand.

    Code, comments and the names that are kept for examples are passed by.

    Args:
        site: The site as it was read.
        own: The web address of the site itself; what lies below it is looked at by every build.

    Returns:
        The places of each link, in order of file and line.
    """
    found: dict[str, list[Place]] = defaultdict(list)
    own = own and own.rstrip("/") + "/"
    for file in sorted(_files(site)):
        text = (site.root / file).read_text("utf-8", "replace")
        for offset, link in links_in(_without_comments(text, file)):
            if (own and f"{link}/".startswith(own)) or _is_an_example(link):
                continue
            line = text.count("\n", 0, offset) + 1
            found[link].append(Place(file, line, offset - text.rfind("\n", 0, offset)))
    return {link: tuple(places) for link, places in sorted(found.items())}


def _files(site: RawSite) -> Iterator[PurePosixPath]:
    yield from (record.source.file for record in site.records)
    yield from (source.file for source in site.lists.values())
    if site.settings is not None:
        yield site.settings.file
    docs: Path = site.root / "docs"
    for path in docs.rglob("*.md"):
        if path.is_file() and not path.is_symlink():
            yield PurePosixPath(path.relative_to(site.root).as_posix())


def _without_comments(text: str, file: PurePosixPath) -> str:
    """Blank the comments of YAML out, so that positions stay what they are."""
    front = _FRONT_MATTER.match(text)
    end = len(text) if file.suffix == ".yml" else front.end() if front else 0
    return _COMMENT.sub(lambda found: " " * len(found.group()), text[:end]) + text[end:]


def links_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position and the address of every link to the web in Markdown or YAML.

    As in GitHub's Markdown, a closing bracket belongs to an address only where it opened there,
    and the sign that ends a sentence does not belong to it.
    """
    for found in _BEGINNING.finditer(without_code(text)):
        address = _ended(found.group()).replace("&amp;", "&")
        if len(address) > len("https://"):
            yield found.start(), address


def _ended(address: str) -> str:
    opened = {"(": 0, "[": 0}
    for position, sign in enumerate(address):
        if sign in opened:
            opened[sign] += 1
        elif sign in _CLOSING:
            opened[_CLOSING[sign]] -= 1
            if opened[_CLOSING[sign]] < 0:
                address = address[:position]
                break
    return address.rstrip(_AT_THE_END_OF_A_SENTENCE)


def _is_an_example(link: str) -> bool:
    try:
        host = urlsplit(link).hostname or ""
    except ValueError:
        # Not an address; asking it says so.
        return False
    return bool(_EXAMPLES.search(host))
