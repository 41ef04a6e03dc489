"""Which attachments are cleaned, and how; the others go out as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import PIL
from PIL import features

from brugwerk.publish.attachments.office import without_makers
from brugwerk.publish.attachments.pictures import FORMATS, without_description

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"})
# Raised by hand when the cleaning changes; the codecs may write other bytes for the same picture.
_VERSION = "1"
MADE_BY = " ".join(
    [
        _VERSION,
        PIL.__version__,
        *(str(features.version(codec)) for codec in ("jpg", "zlib", "webp")),
    ]
)


def is_cleaned(path: Path) -> bool:
    """Return whether attachments of this kind are cleaned."""
    return path.suffix.lower() in OFFICE | FORMATS.keys()


def cleaned(path: Path, data: bytes) -> bytes:
    """Return the bytes of an attachment as readers get them.

    Args:
        path: The attachment; its ending says what it is.
        data: Its bytes.

    Raises:
        ValueError: It is damaged. The check reports such a file before anything is published.
    """
    suffix = path.suffix.lower()
    if suffix in FORMATS:
        return without_description(data, suffix)
    if suffix in OFFICE:
        return without_makers(data)
    return data
