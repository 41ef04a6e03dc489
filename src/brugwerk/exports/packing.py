"""Archives that are the same whenever and wherever they are made."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

# What the format can tell; the first day is for what has no date of its own.
_FIRST_YEAR, _LAST_YEAR = 1980, 2107
# Packed already: doing so again takes time and wins nothing.
_STORED = (
    *(".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".pdf", ".zip"),
    *(".png", ".jpg", ".jpeg", ".webp", ".mp3", ".mp4"),
)
_PLAIN_FILE = 0o100644 << 16


def packed(parts: Iterable[tuple[str, bytes]], day: date | None) -> bytes:
    """Pack files in the order in which they come.

    Args:
        parts: The name and the content of each.
        day: The date that they get, where they have one.
    """
    when = (_FIRST_YEAR, 1, 1, 0, 0, 0)
    if day and _FIRST_YEAR <= day.year <= _LAST_YEAR:
        when = (day.year, day.month, day.day, 0, 0, 0)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts:
            part = zipfile.ZipInfo(name, when)
            part.external_attr = _PLAIN_FILE
            stored = name.lower().endswith(_STORED)
            part.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(part, content)
    return target.getvalue()
