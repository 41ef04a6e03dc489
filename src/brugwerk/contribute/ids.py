"""Ids made of what people call something."""

from __future__ import annotations

import re
import unicodedata

LONGEST_ID = 60


def id_from(text: str) -> str:
    """Return the id that a title or sentence gives, such as ``een-les-over-de-maan``.

    Accents are left out; what is no letter or digit becomes a hyphen. Nothing is left of a text
    without any.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    result = ""
    for word in words:
        longer = f"{result}-{word}" if result else word[:LONGEST_ID]
        if len(longer) > LONGEST_ID:
            break
        result = longer
    return result
