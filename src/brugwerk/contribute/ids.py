"""The id of a record from its title: small letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

LONGEST_ID = 60
# Letters that are not a letter with a sign, so that Unicode does not take them apart.
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_BETWEEN = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"['’‘`]")


def id_from(title: str) -> str:
    """Return the id that a title makes: ``Één café`` becomes ``een-cafe``.

    Args:
        title: What people call the record.

    Returns:
        The id, cut at a hyphen where it grows too long; empty where the title has no letter or
        digit that an address can hold.
    """
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", title).casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    found = _BETWEEN.sub("-", plain.translate(_LETTERS)).strip("-")
    if len(found) <= LONGEST_ID:
        return found
    whole, _, _ = found[: LONGEST_ID + 1].rpartition("-")
    return whole or found[:LONGEST_ID]
