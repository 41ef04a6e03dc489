"""Reading a word processor's XML as it is, for what the converter passes over in silence.

Pandoc keeps the text, and drops what has no place in it: charts, comments, text boxes. Of a
paragraph with a text box it keeps the box only. So text boxes are moved out of their paragraph
first, and the rest is found here, with the words before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from brugwerk.contribute.word.notices import Noticed

if TYPE_CHECKING:
    from collections.abc import Mapping

# Deeper than any table in a table goes; the converter and ours recurse for each level.
MAX_DEPTH = 120
_HOLDERS = frozenset({"AlternateContent", "pict", "drawing", "object"})
_REMOVED = frozenset({"del", "moveFrom", "Fallback", "annotation", "tracked-changes"})
_CHANGED = frozenset({"ins", "del", "moveFrom", "changed-region"})
_GRAPHICS = {"/chart": Noticed.CHART, "/chartex": Noticed.CHART, "/diagram": Noticed.DIAGRAM}
_PARAGRAPHS = frozenset({"p", "h"})
_COUNTED = ("comments", "changes", "pictures")
_SPACES = frozenset({"tab", "br", "cr", "s", "line-break", "noBreakHyphen"})
_ODF = "urn:oasis:names:tc:opendocument"
# Pieces of text that are enough to find a place by, also in a paragraph without end.
_FEW = 20
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class UnreadableXmlError(Exception):
    """The part is no XML, or XML that no word processor writes."""


class TooDeepError(Exception):
    """The part is nested deeper than a text can be."""


@dataclass(frozen=True)
class Found:
    """Something in the text that the converter does not keep as it is.

    Attributes:
        kind: What it is.
        near: The words before it.
        text: The words in it.
    """

    kind: Noticed
    near: str
    text: str = ""


@dataclass
class Scanned:
    """What stands in a part.

    Attributes:
        paragraphs: The words of each paragraph.
        found: What the converter does not keep, in order.
        counts: How many comments, changes and pictures there are.
        xml: The part, with its text boxes moved out of their paragraphs.
    """

    paragraphs: list[str] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_COUNTED, 0))
    xml: bytes = b""


def scan(part: bytes) -> Scanned:
    """Read the XML of a part.

    Args:
        part: The bytes of a part of a ``.docx`` or ``.odt``.

    Raises:
        UnreadableXmlError: It is not well-formed, or it declares a document type.
        TooDeepError: It is nested too deeply.
    """
    return _Scanner(_as_utf8(part)).run()


def _as_utf8(part: bytes) -> bytes:
    # The converter reads nothing else, and places are counted in bytes.
    if part[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _DECLARATION.sub("", part.decode("utf-16", "replace")).encode()
    return part


@dataclass
class _Box:
    """A drawing that may hold a text box, and where its text stands in the part."""

    start: int
    depth: int
    near: str
    inner: int | None = None
    content: bytes = b""
    text: list[str] = field(default_factory=list)


class _Scanner:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.result = Scanned()
        self.stack: list[str] = []
        self.open: list[list[str]] = []
        self.last = ""
        self.box: _Box | None = None
        self.boxes: list[_Box] = []
        self.edits: list[tuple[int, int, bytes]] = []
        self.silent = 0
        self.in_text = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def run(self) -> Scanned:
        try:
            self.parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise UnreadableXmlError from error
        parts = []
        at = 0
        for start, end, content in sorted(self.edits):
            parts += [self.data[at:start], content]
            at = end
        self.result.xml = b"".join([*parts, self.data[at:]])
        return self.result

    def _doctype(self, *_: object) -> None:
        # Entities are how a small file becomes an endless one; word processors write none.
        raise UnreadableXmlError

    def _near(self) -> str:
        here = "".join(self.open[-1][-_FEW:]) if self.open else ""
        return here if here.strip() else self.last

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self.stack.append(local)
        if len(self.stack) > MAX_DEPTH:
            raise TooDeepError
        if local in _CHANGED and not self.silent:
            self.result.counts["changes"] += 1
        self.silent += local in _REMOVED
        self.in_text += (local == "t" and "wordprocessingml" in space) or (
            local in _PARAGRAPHS and space.startswith(_ODF)
        )
        if local in {"commentReference", "annotation"}:
            self.result.counts["comments"] += 1
        if self.silent:
            return
        if local in _PARAGRAPHS and ("wordprocessingml" in space or space.startswith(_ODF)):
            self.open.append([])
        elif local in _SPACES and self.open:
            self.open[-1].append(" ")
        self._graphic(space, local, attributes)

    def _graphic(self, space: str, local: str, attributes: Mapping[str, str]) -> None:
        if local in {"blip", "imagedata"} or (local == "image" and space.startswith(_ODF)):
            self.result.counts["pictures"] += 1
        elif local in _HOLDERS and self.box is None and self.open:
            start = self.parser.CurrentByteIndex
            self.box = _Box(start, len(self.stack), self._near())
        elif local == "txbxContent" and self.box and self.box.inner is None:
            self.box.inner = self._tag_end()
        elif local == "text-box":
            self._find(Noticed.TEXT_BOX)
        elif local in {"OLEObject", "altChunk"} or (local == "object" and space.startswith(_ODF)):
            self._find(Noticed.OBJECT)
        elif local == "graphicData":
            uri = attributes.get("uri", "")
            for end, kind in _GRAPHICS.items():
                if uri.endswith(end):
                    self._find(kind)

    def _find(self, kind: Noticed) -> None:
        self.result.found.append(Found(kind, self._near()))

    def _tag_end(self) -> int:
        return self.data.index(b">", self.parser.CurrentByteIndex) + 1

    def _end(self, name: str) -> None:
        space, _, local = name.rpartition(" ")
        self.in_text -= (local == "t" and "wordprocessingml" in space) or (
            local in _PARAGRAPHS and space.startswith(_ODF)
        )
        if (
            not self.silent
            and local in _PARAGRAPHS
            and ("wordprocessingml" in space or space.startswith(_ODF))
        ):
            self._paragraph()
        box = self.box
        if box and not self.silent and local == "txbxContent" and box.inner and not box.content:
            box.content = self.data[box.inner : self.parser.CurrentByteIndex]
        if box and box.depth == len(self.stack):
            self._box(box)
        self.silent -= local in _REMOVED
        self.stack.pop()

    def _paragraph(self) -> None:
        words = "".join(self.open.pop()).strip()
        if words:
            self.result.paragraphs.append(words)
            if self.box is None:
                self.last = words
            else:
                self.box.text.append(words)
        if self.box is None and self.boxes and "p" not in self.stack[:-1]:
            end = self._tag_end()
            self.edits.append((end, end, b"".join(box.content for box in self.boxes)))
            self.boxes = []

    def _box(self, box: _Box) -> None:
        if box.content:
            self.edits.append((box.start, self._tag_end(), b""))
            self.boxes.append(box)
            if box.text:
                words = " ".join(box.text)
                self.result.found.append(Found(Noticed.TEXT_BOX, box.near, words))
        self.box = None

    def _text(self, text: str) -> None:
        if self.open and self.in_text and not self.silent:
            self.open[-1].append(text)
