"""Attachments are there, are what they say they are, and can be opened by a school."""

from __future__ import annotations

import zipfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brugwerk.check.entries import Entries

MAX_MEGABYTES = 20
# The first bytes of each kind of file that a school can open; text has none.
SIGNATURES: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".pptx": (b"PK\x03\x04",),
    ".odt": (b"PK\x03\x04",),
    ".ods": (b"PK\x03\x04",),
    ".odp": (b"PK\x03\x04",),
    ".zip": (b"PK\x03\x04",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    ".mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3"),
    ".mp4": (b"",),
    ".txt": (b"",),
    ".md": (b"",),
    ".csv": (b"",),
}
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_ZIPPED = {ext for ext, heads in SIGNATURES.items() if heads == (b"PK\x03\x04",)}


def named_attachments_are_there(entries: Entries) -> Iterator[Problem]:
    """Every file that a product names is in its folder."""
    for product_id, entry in entries.products.items():
        on_disk = entries.raw.attachments.get(product_id, {})
        for index, file in enumerate(entry.record.files):
            if file.path not in on_disk:
                suggestion = did_you_mean(nearest(file.path, on_disk))
                path = ("files", index, "path")
                yield entry.problem("BW305", path, file=file.path, suggestion=suggestion)


def attachments_are_named(entries: Entries) -> Iterator[Problem]:
    """Every file in the folder of a product is named; a picture may be there for the text alone."""
    for product_id, entry in entries.products.items():
        named = {file.path for file in entry.record.files}
        for relative, attachment in entries.raw.attachments.get(product_id, {}).items():
            if relative not in named and attachment.suffix.lower() not in PICTURES:
                yield entry.problem("BW306", ("files",), of_key=True, file=relative)


def attachments_can_be_opened(entries: Entries) -> Iterator[Problem]:
    """A file is of a kind that schools open, has content, and is what its name says."""
    for product_id, files in entries.raw.attachments.items():
        for relative, path in files.items():
            place = Place(PurePosixPath("products", product_id, relative))
            suffix = path.suffix.lower()
            if suffix not in SIGNATURES:
                allowed = ", ".join(sorted(SIGNATURES))
                yield Problem("BW309", place, {"suffix": suffix or "–", "allowed": allowed})
            else:
                yield from _content(path, suffix, place)


def _content(path: Path, suffix: str, place: Place) -> Iterator[Problem]:
    size = path.stat().st_size
    if size == 0:
        yield Problem("BW307", place)
        return
    if size > MAX_MEGABYTES * 1_000_000:
        yield Problem("BW310", place, {"limit": str(MAX_MEGABYTES)})
        return
    with path.open("rb") as stream:
        head = stream.read(16)
    if not head.startswith(SIGNATURES[suffix]) or (
        suffix in _ZIPPED and not zipfile.is_zipfile(path)
    ):
        yield Problem("BW308", place, {"suffix": suffix})


RULES = (named_attachments_are_there, attachments_are_named, attachments_can_be_opened)
