"""The words in an attachment, and whom the program that made it wrote down as its maker.

An office file is a zip with XML inside. Only the text between the tags is taken: nothing is
expanded, followed or run, and no more is read than a document of a school holds.
"""

from __future__ import annotations

import csv
import html
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 2_000_000
MOST_PARTS = 60
PLAIN = frozenset({".txt", ".md", ".csv"})
OFFICE = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"})

_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|"
    r"ppt/(?:slides|notesSlides)/[^/]+\.xml|xl/worksheets/[^/]+\.xml|xl/comments\d*\.xml|"
    r"content\.xml|styles\.xml"
)
_PROPERTIES = re.compile(r"docProps/core\.xml|meta\.xml")
_SHARED = "xl/sharedStrings.xml"
_TOKEN = re.compile(r"<(/?)([\w:.?!-]{1,60})[^<>]{0,2000}>|([^<]+)")
_ITEM = re.compile(r"<si\b[^>]{0,200}>(.*?)</si>", re.DOTALL)
_CELL = re.compile(r"<c\b([^>]{0,200})>(?:<f\b[^<]{0,500}</f>)?<v>(\d{1,7})</v></c>")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MAKER = re.compile(
    r"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|dc:contributor)\b[^>]{0,200}>([^<]{1,200})<|"
    r"\bw:author=\"([^\"]{1,200})\""
)
_PARAGRAPH = frozenset({"w:p", "a:p", "text:p", "text:h", "w:br", "text:line-break"})
_CELL_END = frozenset({"w:tc", "a:tc", "table:table-cell", "c"})
_ROW_END = frozenset({"w:tr", "a:tr", "table:table-row", "row"})


@dataclass(frozen=True)
class AttachmentText:
    """What an attachment says.

    Attributes:
        text: Its words; the cells of a table row stand on one line with ``|`` between.
        makers: The names of people or groups that its properties and remarks carry.
    """

    text: str
    makers: tuple[str, ...] = ()


def attachment_text(path: Path) -> AttachmentText | None:
    """Read the words of an attachment.

    Args:
        path: The file.

    Returns:
        Its words, or none where this kind of file is not looked into (a picture, a PDF) or
        cannot be opened, which another rule reports.
    """
    suffix = path.suffix.lower()
    try:
        if suffix in PLAIN:
            with path.open("rb") as stream:
                text = stream.read(MOST_BYTES).decode("utf-8-sig", errors="replace")
            return AttachmentText(_rows(text) if suffix == ".csv" else text)
        if suffix in OFFICE:
            with zipfile.ZipFile(path) as opened:
                return _office(opened)
    except (OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return None
    except (zipfile.BadZipFile, zlib.error):
        return None
    return None


def _rows(text: str) -> str:
    first = text.partition("\n")[0]
    delimiter = max(";\t,", key=first.count)
    try:
        return "\n".join(
            " | ".join(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter)
        )
    except csv.Error:
        return text


def _office(opened: zipfile.ZipFile) -> AttachmentText:
    names = opened.namelist()
    shared: list[str] = []
    if _SHARED in names:
        shared = [_words(item) for item in _ITEM.findall(_part(opened, _SHARED))]
    texts: list[str] = []
    makers: set[str] = set()
    for name in names[: 10 * MOST_PARTS]:
        if _PROPERTIES.fullmatch(name):
            makers |= set(_makers(_part(opened, name)))
        elif _PARTS.fullmatch(name) and len(texts) < MOST_PARTS:
            part = _part(opened, name)
            makers |= set(_makers(part))
            texts.append("".join(_lines(_with_shared(part, shared) if shared else part)))
    return AttachmentText("\n\n".join(texts), tuple(sorted(makers)))


def _part(opened: zipfile.ZipFile, name: str) -> str:
    with opened.open(name) as stream:
        return stream.read(MOST_BYTES).decode("utf-8", errors="replace")


def _makers(part: str) -> Iterator[str]:
    for found in _MAKER.finditer(part):
        if maker := html.unescape(found[1] or found[2]).strip():
            yield maker


def _with_shared(sheet: str, shared: list[str]) -> str:
    """Put the words of a spreadsheet back in the cells that only name their number."""

    def cell(found: re.Match[str]) -> str:
        number = int(found[2])
        if 't="s"' not in found[1] or number >= len(shared):
            return found.group()
        return f"<c>{html.escape(shared[number])}</c>"

    return _CELL.sub(cell, sheet)


def _words(part: str) -> str:
    return html.unescape(_TAG.sub("", part))


def _lines(part: str) -> Iterator[str]:
    in_row = 0
    for closing, tag, text in _TOKEN.findall(part):
        if text:
            yield html.unescape(text)
        elif tag in _ROW_END:
            in_row += -1 if closing else 1
            yield "\n" if closing else ""
        elif closing and tag in _CELL_END:
            yield " | "
        elif (closing and tag in _PARAGRAPH) or tag in {"w:br", "text:line-break"}:
            yield " " if in_row > 0 else "\n"
