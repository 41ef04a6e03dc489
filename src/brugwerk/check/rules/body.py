"""The Markdown below the front matter: links that lead somewhere, and no markup of its own."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from brugwerk.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry

_FENCED = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)>?[^)]*\)|^ {0,3}\[[^\]^]+\]:\s*(\S+)", re.MULTILINE)
_TAG = re.compile(r"<(?!https?:|mailto:)/?[A-Za-z!][^>\n]*>?")
SCHEMES = frozenset({"http", "https", "mailto", ""})


def _blanked(body: str) -> str:
    """Return the body with code made blank, so that positions stay what they are."""

    def blank(found: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", found.group())

    return _CODE.sub(blank, _FENCED.sub(blank, body))


def _bodies(entries: Entries) -> Iterator[Entry[Any]]:
    for group in (
        entries.products,
        entries.networks,
        entries.schools,
        entries.adoptions,
        entries.reflections,
    ):
        yield from (entry for entry in group.values() if entry.source.body)


def _at(entry: Entry[Any], offset: int) -> Place:
    before = entry.source.body[:offset]
    line = entry.source.body_line + before.count("\n")
    return Place(entry.source.file, line, offset - (before.rfind("\n") + 1) + 1)


def links_lead_somewhere(entries: Entries) -> Iterator[Problem]:
    """A link in a text is a web address, a mail address, or a file that exists."""
    for entry in _bodies(entries):
        text = _blanked(entry.source.body)
        for found in _LINK.finditer(text):
            target = found.group(1) or found.group(2) or ""
            place = _at(entry, found.start(1) if found.group(1) else found.start())
            yield from _target(entries, entry, target, place)


def _target(entries: Entries, entry: Entry[Any], target: str, place: Place) -> Iterator[Problem]:
    try:
        parts = urlsplit(target)
    except ValueError:
        yield Problem("BW801", place, {"target": target[:80]})
        return
    if parts.scheme.lower() not in SCHEMES:
        yield Problem("BW803", place, {"scheme": parts.scheme[:20]})
    elif not parts.scheme and not parts.netloc and parts.path:
        folder = entries.raw.root / entry.source.file.parent
        inside = PurePosixPath(unquote(parts.path))
        reached = (folder / inside).resolve()
        root = entries.raw.root.resolve()
        if inside.is_absolute() or not reached.is_relative_to(root) or not reached.is_file():
            yield Problem("BW801", place, {"target": target[:80]})


def no_markup_of_its_own(entries: Entries) -> Iterator[Problem]:
    """Texts are Markdown; HTML tags are refused, so that nothing in them can run."""
    for entry in _bodies(entries):
        for found in _TAG.finditer(_blanked(entry.source.body)):
            yield Problem("BW802", _at(entry, found.start()), {"tag": found.group()[:40]})


RULES = (links_lead_somewhere, no_markup_of_its_own)
