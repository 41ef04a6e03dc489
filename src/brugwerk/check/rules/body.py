"""The Markdown of records: links that lead somewhere, no markup of its own, nothing unseen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from brugwerk.check.entries import KINDS
from brugwerk.check.rules.product import texts_in
from brugwerk.problems import Place, Problem
from brugwerk.problems.withheld import WITHHELD, looks_personal
from brugwerk.read.rare import Rare
from brugwerk.records.formula import FormulaError, formulas, mathml
from brugwerk.records.prose import (
    html_tags,
    link_targets,
    nested_too_deeply,
    picture_targets,
    picture_texts,
    without_code,
)
from brugwerk.records.unseen import unseen_signs
from brugwerk.records.versions import folder_of_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry
    from brugwerk.problems.problem import Wording

SCHEMES = frozenset({"http", "https", "mailto", ""})
_UNCLEAR = re.compile(r"^[/\\]{2}|\\|[\x00-\x1f]|^https?:(?!//[^/@]+(?:/|[?#]|$))", re.IGNORECASE)

_FILE_NAME = re.compile(r"^\S+\.(?:png|jpe?g|gif|webp|svg)$", re.IGNORECASE)


@dataclass(frozen=True)
class _Passage:
    """A text of a record: its body, or one text of its front matter."""

    entry: Entry[Any]
    text: str
    place: Place | None = None

    def at(self, offset: int) -> Place:
        """Return where the sign at ``offset`` stands, or where the text of the front matter does.

        In front matter a text may be folded and indented, so that its signs have no place.
        """
        return self.place or self.entry.source.place_in_body(offset)


def _passages(entries: Entries, sign: str) -> Iterator[_Passage]:
    """Yield every text of every record that holds a sign; one sign is found many times faster."""
    for kind in KINDS:
        for entry in entries.home(kind).values():
            source = entry.source
            if sign in source.body:
                yield _Passage(entry, source.body)
            if sign in source.texts:
                for path, text in texts_in(entry.record):
                    if sign in text:
                        yield _Passage(entry, text, source.place(path))


def links_lead_somewhere(entries: Entries) -> Iterator[Problem]:
    """A link in a text is a web address, a mail address, or a file that exists."""
    for passage in _passages(entries, "]"):
        for offset, target in link_targets(without_code(passage.text)):
            yield from _target(entries, passage.entry, target, passage.at(offset))


def _target(entries: Entries, entry: Entry[Any], target: str, place: Place) -> Iterator[Problem]:
    try:
        parts = urlsplit(target)
        if parts.scheme.lower() not in SCHEMES:
            yield Problem("BW803", place, {"scheme": _shown(parts.scheme, 20)})
            return
        if _UNCLEAR.search(target):
            yield Problem("BW807", place, {"target": _shown(target)})
            return
        if parts.scheme or parts.netloc or not parts.path or _is_there(entries, entry, parts.path):
            return
    except (ValueError, OSError):
        # Not an address at all, or a path that no file system takes.
        pass
    yield Problem("BW801", place, {"target": _shown(target)})


def pictures_are_at_hand(entries: Entries) -> Iterator[Problem]:
    """A picture is a file of the record: a page asks nothing of another site."""
    for passage in _passages(entries, "["):
        for offset, target in picture_targets(without_code(passage.text)):
            if target.lower().startswith(("http:", "https:")):
                yield Problem("BW808", passage.at(offset), {"target": _shown(target)})


def pictures_say_what_they_show(entries: Entries) -> Iterator[Problem]:
    """A picture has words for who cannot see it (WCAG 1.1.1), and a file's name is no such word."""
    for passage in _passages(entries, "!["):
        for offset, words in picture_texts(without_code(passage.text)):
            if not words or _FILE_NAME.search(words):
                yield Problem("BW810", passage.at(offset))


def _shown(text: str, most: int = 80) -> str | Wording:
    if looks_personal(text):
        return WITHHELD
    return "".join(sign if sign.isprintable() else "·" for sign in text[:most])


def _is_there(entries: Entries, entry: Entry[Any], path: str) -> bool:
    inside = PurePosixPath(unquote(path))
    reached = (entries.raw.root / folder_of_links(entry.source.file) / inside).resolve()
    within = reached.is_relative_to(entries.raw.root.resolve())
    return not inside.is_absolute() and within and reached.is_file()


def no_markup_of_its_own(entries: Entries) -> Iterator[Problem]:
    """Texts are Markdown; HTML tags are refused, so that nothing in them can run."""
    for passage in _passages(entries, "<"):
        for offset, tag in html_tags(without_code(passage.text)):
            yield Problem("BW802", passage.at(offset), {"tag": _shown(tag, 40)})


def formulas_can_be_read(entries: Entries) -> Iterator[Problem]:
    """What stands between dollar signs is a formula that browsers can show."""
    for passage in _passages(entries, "$"):
        for offset, tex in formulas(without_code(passage.text)):
            try:
                mathml(tex)
            except FormulaError:
                yield Problem("BW805", passage.at(offset), {"formula": _shown(tex.strip())})


def nothing_is_unseen(entries: Entries) -> Iterator[Problem]:
    """Signs that nobody sees can make a text say something else than it seems to."""
    for kind in KINDS:
        for entry in entries.home(kind).values():
            source = entry.source
            if Rare.UNSEEN in source.rare_in_body:
                for offset, name in unseen_signs(source.body):
                    yield Problem("BW806", source.place_in_body(offset), {"sign": name})
            if Rare.UNSEEN in source.rare_in_texts:
                for path, text in texts_in(entry.record):
                    for _, name in unseen_signs(text):
                        yield entry.problem("BW806", path, sign=name)


def nothing_nested_without_end(entries: Entries) -> Iterator[Problem]:
    """Lists in lists stay within what a reader, and the converter, can follow."""
    for kind in KINDS:
        for entry in entries.home(kind).values():
            source = entry.source
            if Rare.NESTED_TOO_DEEPLY in source.rare_in_body and (
                (offset := nested_too_deeply(source.body)) is not None
            ):
                yield Problem("BW804", source.place_in_body(offset))
            if Rare.NESTED_TOO_DEEPLY in source.rare_in_texts:
                for path, text in texts_in(entry.record):
                    if nested_too_deeply(text) is not None:
                        yield entry.problem("BW804", path)


RULES = (
    links_lead_somewhere,
    pictures_are_at_hand,
    pictures_say_what_they_show,
    no_markup_of_its_own,
    formulas_can_be_read,
    nothing_is_unseen,
    nothing_nested_without_end,
)
