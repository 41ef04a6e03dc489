"""Photographs without what the camera wrote beside them.

Only the points of the picture and its colour profile are written again: no EXIF, place, thumbnail,
XMP, IPTC, remark, second picture or anything behind the end. What EXIF says of the way up is done
to the points first.
"""

from __future__ import annotations

import io
import warnings
from typing import Any

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import get_sampling

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
_QUALITY_ONCE_TURNED = 95
_MODES_OF_JPEG = frozenset({"L", "RGB", "CMYK"})


def without_description(data: bytes, suffix: str) -> bytes:
    """Return the same picture with nothing in it but its points and its colour profile.

    Args:
        data: The picture.
        suffix: The ending of its name, in small letters.

    Raises:
        ValueError: It cannot be decoded.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=(FORMATS[suffix],)) as picture:
                return _written(picture, FORMATS[suffix], data)
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError(str(error)) from error


def _written(picture: Image.Image, kind: str, data: bytes) -> bytes:
    picture.load()
    options: dict[str, Any] = {"icc_profile": picture.info.get("icc_profile")}
    turned = ImageOps.exif_transpose(picture)
    is_turned = picture.getexif().get(0x0112, 1) != 1
    if kind == "JPEG":
        options |= {"optimize": True, **_quality(picture, is_turned)}
    elif kind == "WEBP":
        options |= {"lossless": _is_lossless(data), "quality": 90, "exact": True}
    elif "transparency" in picture.info:
        options["transparency"] = picture.info["transparency"]
    turned.info.clear()
    if kind == "JPEG" and turned.mode not in _MODES_OF_JPEG:
        turned = turned.convert("RGB")
    target = io.BytesIO()
    turned.save(target, kind, exif=b"", **options)
    return target.getvalue()


def _quality(picture: Image.Image, is_turned: bool) -> dict[str, Any]:
    """Keep the tables that the picture was made with: its points then stay as they were."""
    if is_turned:
        return {"quality": _QUALITY_ONCE_TURNED, "subsampling": 0}
    tables = getattr(picture, "quantization", None)
    sampling = get_sampling(picture)
    if not tables or sampling < 0:
        return {"quality": _QUALITY_ONCE_TURNED}
    return {"qtables": tables, "subsampling": sampling}


def _is_lossless(data: bytes) -> bool:
    """Return whether a WebP keeps every point; https://developers.google.com/speed/webp/docs/riff_container."""
    at = 12
    while at + 8 <= len(data):
        if data[at : at + 4] == b"VP8L":
            return True
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
    return False
