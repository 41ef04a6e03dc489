"""PDF files: what they would do by themselves, found without opening them as a PDF.

A PDF is a list of objects, of which newer ones stand packed in object streams. Both are searched
for the names of actions; a name may be written with ``#xx`` for any of its signs (ISO 32000-1,
7.3.5). Drawing instructions and pictures are not read, for nothing in them can act.
"""

from __future__ import annotations

import re
import zlib
from typing import IO, TYPE_CHECKING

from brugwerk.check.attachments.flaw import MAX_BYTES, Flaw, FlawedAttachmentError

if TYPE_CHECKING:
    from collections.abc import Iterator

# ISO 32000-1, 12.6.4: actions that run, start, send or fetch; 7.11.4: files inside; 12.7.8: forms
# with a program.
_ACTS = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFiles?|SubmitForm|ImportData|GoToE|Rendition|RichMedia|XFA)"
    rb"(?![A-Za-z0-9])"
)
_LOCKED = re.compile(rb"/Encrypt(?![A-Za-z0-9])\s*(?:\d+\s+\d+\s+R|<<)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"stream\r?\n")
_PACKED = re.compile(rb"/ObjStm(?![A-Za-z0-9])")
_FILTER = re.compile(rb"/(?:Filter|F)\s*(\[[^\]]{0,200}\]|/\w+|\d+\s+\d+\s+R)")
# A predictor mixes each byte with those before it.
_MIXED = re.compile(rb"/Predictor\s+(?!1(?!\d))")
_PLAIN_FILTERS = frozenset({b"/FlateDecode", b"/Fl", b"[/FlateDecode]", b"[/Fl]"})
_BEGINS_WITHIN = 1_024


def flaws(stream: IO[bytes], suffix: str) -> Iterator[Flaw]:
    """Yield what is wrong with a PDF."""
    data = stream.read(MAX_BYTES)
    if b"%PDF-" not in data[:_BEGINS_WITHIN] or b"%%EOF" not in data:
        yield Flaw("BW308", facts={"suffix": suffix})
        return
    if _LOCKED.search(data) or _acts(data) or any(map(_acts, _packed_objects(data))):
        yield Flaw("BW875")


def _acts(data: bytes) -> bool:
    if _ACTS.search(data):
        return True
    return b"#" in data and _ACTS.search(_plain(data)) is not None


def _plain(data: bytes) -> bytes:
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), data)


def _packed_objects(data: bytes) -> Iterator[bytes]:
    """Yield the objects of each object stream.

    Raises:
        FlawedAttachmentError: They unpack to too much (``BW876``), or in a way that programs for
            PDF do not write, and that hides them (``BW875``).
    """
    room = MAX_BYTES
    before = 0
    for found in _STREAM.finditer(data):
        # The description of a stream stands between it and the one before.
        description = _plain(data[before : found.start()])
        before = found.end()
        if not _PACKED.search(description):
            continue
        filters = _FILTER.findall(description)
        unusual = filters and b"".join(filters[-1].split()) not in _PLAIN_FILTERS
        if unusual or _MIXED.search(description):
            raise FlawedAttachmentError("BW875")
        if not filters:
            continue
        unpacked = _unpacked(data[found.end() :], room)
        room -= len(unpacked)
        if room <= 0:
            raise FlawedAttachmentError("BW876", limit=str(MAX_BYTES // 1_000_000))
        yield unpacked


def _unpacked(data: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        # A program for PDF cannot read it either.
        return b""
