"""What is inside a Word file, once it is certain that it is one and that it is safe to unpack.

A ``.docx`` or ``.odt`` is a zip of XML parts. Everything about it comes from whoever made it: its
name, its sizes, its contents. Nothing is unpacked to disk, and each part is read up to a limit.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import puremagic

from brugwerk.contribute.word.refusal import refusal
from brugwerk.problems.problem import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAX_BYTES = 20_000_000
MAX_UNPACKED_BYTES = 100_000_000
MAX_PARTS = 1_000
# Text of this size would fill some thousand pages.
MAX_TEXT_BYTES = 10_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTENT_TYPES = "[Content_Types].xml"
_MACROS = re.compile(r"macroEnabled|vnd\.ms-office\.vbaProject", re.IGNORECASE)
_MAIN_PART = re.compile(
    r'PartName="/([^"]+)"\s+ContentType="application/vnd\.openxmlformats-officedocument\.'
    r'wordprocessingml\.(?:document|template)\.main\+xml"'
    r"|"
    r'ContentType="application/vnd\.openxmlformats-officedocument\.'
    r'wordprocessingml\.(?:document|template)\.main\+xml"\s+PartName="/([^"]+)"'
)
_ODT = b"application/vnd.oasis.opendocument.text"
# A part is damaged, or holds something else than its list says.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


@dataclass(frozen=True)
class WordFile:
    """A text file of a word processor, unpacked in memory.

    Attributes:
        name: The file's name, for messages.
        format: ``docx`` or ``odt``.
        parts: The contents by name within the zip, in their order.
        main: The name of the part that holds the text.
    """

    name: str
    format: str
    parts: Mapping[str, bytes]
    main: str

    def packed(self, changes: Mapping[str, bytes | None] | None = None) -> bytes:
        """Return the file as a zip again, with parts replaced, or left out where there is none."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in {**self.parts, **(changes or {})}.items():
                if content is not None:
                    stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                    # A date of its own would make the same file differ each time.
                    archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, stored)
        return target.getvalue()


def open_word(path: Path) -> WordFile:
    """Unpack a ``.docx`` or ``.odt`` in memory.

    Args:
        path: The file; its name says nothing certain about what it is.

    Raises:
        RefusedError: It is no such file, or it is damaged, locked, too large or holds macros.
    """
    name = path.name.encode("utf-8", "backslashreplace").decode()
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise refusal("BW001", name, reason=error.strerror or "?") from error
    if size > MAX_BYTES:
        raise refusal("BW906", name, limit=str(MAX_BYTES // 1_000_000))
    if not content:
        raise refusal("BW908", name)
    if content.startswith(_OLE):
        raise _ole_refusal(content, name)
    if not content.startswith(b"PK\x03\x04"):
        raise refusal("BW901", name, found=_found(content))
    parts = _parts(content, name)
    if parts.get("mimetype", b"").strip() == _ODT:
        return _odt(name, parts)
    return _docx(name, parts)


def _ole_refusal(content: bytes, name: str) -> Exception:
    # Word wraps a file with a password in the container of its old format.
    if "EncryptedPackage".encode("utf-16-le") in content:
        return refusal("BW903", name)
    if "WordDocument".encode("utf-16-le") in content:
        return refusal("BW902", name)
    return refusal("BW901", name, found=_found(content))


def _found(content: bytes) -> Wording:
    try:
        suffix = puremagic.from_stream(io.BytesIO(content[:4_096]))
    except (puremagic.PureError, ValueError):
        suffix = ""
    return _of_kind(suffix) if suffix else Wording("iets anders", "something else")


def _of_kind(suffix: str) -> Wording:
    return Wording(f"een bestand van de soort `{suffix}`", f"a file of the kind `{suffix}`")


def _parts(content: bytes, name: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    room = MAX_UNPACKED_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MAX_PARTS:
                raise refusal("BW907", name)
            for entry in entries:
                if entry.flag_bits & 1:
                    raise refusal("BW903", name)
                with archive.open(entry) as stream:
                    part = stream.read(room + 1)
                room -= len(part)
                if room < 0:
                    raise refusal("BW907", name)
                parts[entry.filename] = part
    except _DAMAGED as error:
        raise refusal("BW905", name) from error
    return parts


def _docx(name: str, parts: dict[str, bytes]) -> WordFile:
    types = parts.get(_CONTENT_TYPES, b"").decode("utf-8", "replace")
    if _MACROS.search(types) or any(part.endswith("vbaProject.bin") for part in parts):
        raise refusal("BW904", name)
    if not types and "word/document.xml" in parts:
        raise refusal("BW905", name)
    found = _MAIN_PART.search(types)
    if found is None:
        raise refusal("BW901", name, found=_zipped(types, parts))
    main = found.group(1) or found.group(2)
    if main not in parts:
        raise refusal("BW905", name)
    return _within_reason(WordFile(name, "docx", parts, main))


def _zipped(types: str, parts: Mapping[str, bytes]) -> Wording:
    for suffix, sign in ((".xlsx", "spreadsheetml"), (".pptx", "presentationml")):
        if sign in types:
            return _of_kind(suffix)
    return _of_kind(".epub" if b"epub" in parts.get("mimetype", b"") else ".zip")


def _odt(name: str, parts: dict[str, bytes]) -> WordFile:
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise refusal("BW903", name)
    if any(part.startswith(("Basic/", "Scripts/")) for part in parts):
        raise refusal("BW904", name)
    if "content.xml" not in parts:
        raise refusal("BW905", name)
    return _within_reason(WordFile(name, "odt", parts, "content.xml"))


def _within_reason(word: WordFile) -> WordFile:
    texts = (len(part) for name, part in word.parts.items() if name.endswith(".xml"))
    if sum(texts) > MAX_TEXT_BYTES:
        raise refusal("BW907", word.name)
    return word
