"""A zip, opened only where that is safe: its list of contents is bounded before it is read."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from brugwerk.check.attachments.flaw import MAX_BYTES, MAX_UNPACKED, FlawedAttachmentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

MOST_PARTS = 2_000
# XML of a table that repeats itself shrinks to a hundredth; what shrinks more is made to harm.
MOST_RATIO = 300
_RATIO_MATTERS = 10_000_000
_END = b"PK\x05\x06"
_END_BYTES = 22
_LONGEST_REMARK = 65_535
# What the standard library raises on a zip, or a part of one, that is damaged.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    OSError, struct.error,
)  # fmt: skip


def opened(stream: IO[bytes], suffix: str) -> AbstractContextManager[zipfile.ZipFile]:
    """Open a zip.

    Raises:
        FlawedAttachmentError: It is none (``BW308``), or unpacks to too much (``BW876``).
    """
    _refuse_long_list(stream, suffix)
    try:
        archive = zipfile.ZipFile(stream)
    except DAMAGED as error:
        raise FlawedAttachmentError("BW308", suffix=suffix) from error
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    swells = unpacked > _RATIO_MATTERS and unpacked / packed > MOST_RATIO
    if len(parts) > MOST_PARTS or unpacked > MAX_UNPACKED or swells:
        raise _too_much()
    return archive


def _refuse_long_list(stream: IO[bytes], suffix: str) -> None:
    """Look how long the list of contents is; reading it takes more memory than it has bytes."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_BYTES - _LONGEST_REMARK))
    tail = stream.read()
    stream.seek(0)
    head = stream.read(4)
    stream.seek(0)
    at = tail.rfind(_END)
    # More than 65,535 parts, or four gigabytes, need the list of zip64; no attachment does.
    if at < 0 or len(tail) - at < _END_BYTES or head != b"PK\x03\x04":
        raise FlawedAttachmentError("BW308", suffix=suffix)
    parts, length = struct.unpack_from("<HI", tail, at + 10)
    if parts > MOST_PARTS or length > 1_000 * MOST_PARTS or b"PK\x06\x07" in tail[at - 20 : at]:
        raise _too_much()


def content(archive: zipfile.ZipFile, part: zipfile.ZipInfo, suffix: str) -> bytes:
    """Return one part of a zip.

    Raises:
        FlawedAttachmentError: It is locked or damaged (``BW308``), or larger than any attachment
            (``BW876``).
    """
    try:
        with archive.open(part) as stream:
            read = stream.read(MAX_BYTES + 1)
    except DAMAGED as error:
        raise FlawedAttachmentError("BW308", suffix=suffix) from error
    if len(read) > MAX_BYTES:
        raise _too_much()
    return read


def files(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the parts of a zip that are no folders."""
    return (part for part in archive.infolist() if not part.is_dir())


def _too_much() -> FlawedAttachmentError:
    return FlawedAttachmentError("BW876", limit=str(MAX_UNPACKED // 1_000_000))
