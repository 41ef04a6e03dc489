"""The Markdown below the front matter: links that lead somewhere, and no markup of its own."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from brugwerk.check.rules.product import texts_in
from brugwerk.problems import Place, Problem
from brugwerk.records.prose import html_tags, link_targets, nested_too_deeply, without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry

SCHEMES = frozenset({"http", "https", "mailto", ""})


def _everything(entries: Entries) -> Iterator[Entry[Any]]:
    for kind in ("product", "network", "school", "adoption", "reflection"):
        yield from entries.home(kind).values()


def links_lead_somewhere(entries: Entries) -> Iterator[Problem]:
    """A link in a text is a web address, a mail address, or a file that exists."""
    for entry in _everything(entries):
        if "](" in entry.source.body or "]:" in entry.source.body:
            for offset, target in link_targets(without_code(entry.source.body)):
                yield from _target(entries, entry, target, entry.source.place_in_body(offset))


def _target(entries: Entries, entry: Entry[Any], target: str, place: Place) -> Iterator[Problem]:
    try:
        parts = urlsplit(target)
        if parts.scheme.lower() not in SCHEMES:
            yield Problem("BW803", place, {"scheme": parts.scheme[:20]})
            return
        if parts.scheme or parts.netloc or not parts.path or _is_there(entries, entry, parts.path):
            return
    except (ValueError, OSError):
        # Not an address at all, or a path that no file system takes.
        pass
    yield Problem("BW801", place, {"target": target[:80]})


def _is_there(entries: Entries, entry: Entry[Any], path: str) -> bool:
    inside = PurePosixPath(unquote(path))
    reached = (entries.raw.root / entry.source.file.parent / inside).resolve()
    within = reached.is_relative_to(entries.raw.root.resolve())
    return not inside.is_absolute() and within and reached.is_file()


def no_markup_of_its_own(entries: Entries) -> Iterator[Problem]:
    """Texts are Markdown; HTML tags are refused, so that nothing in them can run."""
    for entry in _everything(entries):
        if "<" in entry.source.body:
            for offset, tag in html_tags(without_code(entry.source.body)):
                yield Problem("BW802", entry.source.place_in_body(offset), {"tag": tag[:40]})


def nothing_nested_without_end(entries: Entries) -> Iterator[Problem]:
    """Lists in lists stay within what a reader, and the converter, can follow."""
    for entry in _everything(entries):
        if (offset := nested_too_deeply(entry.source.body)) is not None:
            yield Problem("BW804", entry.source.place_in_body(offset))
        if nested_too_deeply(entry.source.texts) is None:
            continue
        for path, text in texts_in(entry.record):
            if nested_too_deeply(text) is not None:
                yield entry.problem("BW804", path)


RULES = (links_lead_somewhere, no_markup_of_its_own, nothing_nested_without_end)
