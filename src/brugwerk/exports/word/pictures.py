"""Pictures of a page within the text that pandoc reads, so that it need not open a file."""

from __future__ import annotations

import base64
import io

import PIL
from PIL import Image

MADE_BY = f"pillow {PIL.__version__}"
# Twice what a sheet of A4 shows at its full width; more only makes the file heavy to send.
_MOST_POINTS = 1600
_KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}


def as_data(picture: bytes, suffix: str) -> str:
    """Return a picture as a ``data:`` address, no larger than paper asks for.

    What Word may not know is drawn as PNG.

    Args:
        picture: The picture as readers get it.
        suffix: The ending of its name, in small letters.

    Raises:
        ValueError: It cannot be decoded.
    """
    kind = _KINDS.get(suffix, "PNG")
    try:
        with Image.open(io.BytesIO(picture)) as drawn:
            too_large = max(drawn.size) > _MOST_POINTS
            if too_large:
                drawn.thumbnail((_MOST_POINTS, _MOST_POINTS))
            if too_large or suffix not in _KINDS:
                target = io.BytesIO()
                drawn.save(target, kind)
                picture = target.getvalue()
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError(str(error)) from error
    return f"data:image/{kind.lower()};base64,{base64.b64encode(picture).decode('ascii')}"
