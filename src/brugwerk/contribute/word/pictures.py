"""Pictures of a Word file as attachments, without the place and the camera in them."""

from __future__ import annotations

import io
import posixpath
import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from brugwerk.contribute.word.notices import Notice, Noticed, shortened

if TYPE_CHECKING:
    from brugwerk.contribute.word.package import WordFile

# Wide enough for a full page in print; a photo from a phone is twice this.
MAX_SIDE = 2_000
MAX_PIXELS = 60_000_000
MAX_PICTURES = 200
_JPEG_QUALITY = 88
# What word processors put in a file and Pillow draws; drawings such as EMF need Windows itself.
_READ = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_UNREADABLE = (OSError, SyntaxError, ValueError, TypeError, EOFError, Image.DecompressionBombError)


class TooManyPicturesError(Exception):
    """More pictures than a product can have."""


class UnreadablePictureError(Exception):
    """The picture is damaged, too large, or of a kind that cannot be drawn here."""


def clean_picture(content: bytes, *, max_side: int = MAX_SIDE) -> tuple[str, bytes]:
    """Draw a picture anew, so that only what is to be seen is left of it.

    Args:
        content: The file.
        max_side: How wide or high it is at most.

    Returns:
        The suffix of its kind, ``.jpg`` or ``.png``, and its bytes.

    Raises:
        UnreadablePictureError: It cannot be drawn.
    """
    try:
        with warnings.catch_warnings():
            # Pillow warns of odd metadata, which is about to go.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_READ) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    raise UnreadablePictureError
                upright = ImageOps.exif_transpose(opened)
                photo = opened.format == "JPEG"
                drawn = upright.convert(_mode(upright, photo=photo))
            drawn.thumbnail((max_side, max_side))
    except _UNREADABLE as error:
        raise UnreadablePictureError from error
    # A new picture, since Pillow hands some metadata on from the opened one.
    bare = Image.frombytes(drawn.mode, drawn.size, drawn.tobytes())
    target = io.BytesIO()
    if photo:
        bare.save(target, "JPEG", quality=_JPEG_QUALITY, optimize=True)
        return ".jpg", target.getvalue()
    bare.save(target, "PNG", optimize=True)
    return ".png", target.getvalue()


def _mode(picture: Image.Image, *, photo: bool) -> str:
    if photo:
        return "L" if picture.mode == "L" else "RGB"
    if picture.has_transparency_data:
        return "RGBA"
    return "L" if picture.mode in {"1", "L", "I;16"} else "RGB"


@dataclass
class Pictures:
    """The pictures of one file, numbered in the order of the text.

    Attributes:
        word: The file.
        prefix: The first part of their names: ``afbeelding``.
        undescribed: What stands in the place of a description until there is one.
        files: Their bytes by path below the product's folder.
        notices: What the author should know of them.
    """

    word: WordFile
    prefix: str
    undescribed: str
    files: dict[str, bytes] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    _paths: dict[str, str | None] = field(default_factory=dict)

    def path_of(self, target: str, near: str) -> str | None:
        """Return where the picture that the text calls ``target`` will be; none where it cannot.

        Raises:
            TooManyPicturesError: There are more of them than a product can have.
        """
        if target not in self._paths:
            if len(self._paths) >= MAX_PICTURES:
                raise TooManyPicturesError
            self._paths[target] = self._add(target, near)
        return self._paths[target]

    def _add(self, target: str, near: str) -> str | None:
        folder = posixpath.dirname(self.word.main)
        name = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        content = self.word.parts.get(posixpath.normpath(name))
        try:
            suffix, drawn = clean_picture(content or b"")
        except UnreadablePictureError:
            kind = posixpath.splitext(target)[1].lstrip(".").upper()
            found = Notice(Noticed.PICTURE_KIND, shortened(near), shortened(kind, 10) or "?")
            self.notices.append(found)
            return None
        path = f"files/{self.prefix}-{len(self.files) + 1}{suffix}"
        self.files[path] = drawn
        return path
