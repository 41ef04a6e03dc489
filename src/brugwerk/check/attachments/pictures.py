"""Pictures: whole, still, not too large to unpack, and without the place they were taken."""

from __future__ import annotations

import struct
import warnings
from typing import IO, TYPE_CHECKING

from PIL import ExifTags, Image, UnidentifiedImageError

from brugwerk.check.attachments.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each ending with the format that Pillow must find.
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
# The best telephones; unpacked it takes four bytes for each.
MOST_MEGAPIXELS = 60
_LATITUDE = 2
# Decoders raise these on files that are damaged or made to harm.
DAMAGED = (
    UnidentifiedImageError, OSError, SyntaxError, ValueError, TypeError, IndexError, KeyError,
    struct.error, EOFError, OverflowError, RuntimeError,
)  # fmt: skip


def flaws(stream: IO[bytes], suffix: str) -> Iterator[Flaw]:
    """Yield what is wrong with a picture."""
    try:
        with warnings.catch_warnings():
            # Oddities of descriptions in the file; these do not reach the site.
            warnings.simplefilter("ignore")
            yield from _flaws(stream, suffix)
    except Image.DecompressionBombError:
        yield Flaw("BW878", facts={"limit": str(MOST_MEGAPIXELS)})
    except DAMAGED:
        yield Flaw("BW308", facts={"suffix": suffix})


def _flaws(stream: IO[bytes], suffix: str) -> Iterator[Flaw]:
    with Image.open(stream, formats=(FORMATS[suffix],)) as picture:
        if picture.width * picture.height > MOST_MEGAPIXELS * 1_000_000:
            yield Flaw("BW878", facts={"limit": str(MOST_MEGAPIXELS)})
            return
        if moves(picture):
            yield Flaw("BW887")
            return
        # An eighth of a JPEG is decoded in a fraction of the time, and reads all of it.
        picture.draft(None, (1, 1))
        picture.load()
        if _holds_place(picture):
            yield Flaw("BW879")


def moves(picture: Image.Image) -> bool:
    """Return whether a picture moves; a JPEG with a second one behind it does not."""
    return picture.format in {"PNG", "WEBP"} and getattr(picture, "n_frames", 1) > 1


def _holds_place(picture: Image.Image) -> bool:
    if _LATITUDE in picture.getexif().get_ifd(ExifTags.IFD.GPSInfo):
        return True
    written = (value for key, value in picture.info.items() if key != "icc_profile")
    return any(
        (isinstance(value, bytes) and b"GPSLatitude" in value)
        or (isinstance(value, str) and "GPSLatitude" in value)
        for value in written
    )
