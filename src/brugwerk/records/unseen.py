"""Signs that nobody sees, and that can make a text say something else than it seems to.

Overrides of direction let ``a`` follow ``b`` on the screen while it comes before it in the file
(Unicode Technical Standard 39; "Trojan Source", CVE-2021-42574). Signs of no width split words
that a reader, and a search, takes for one. Where a script needs them they are ordinary: a joiner
in an emoji, a joiner or mark of direction beside a letter that is written from right to left.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = re.compile(
    "[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u061c\ufff9-\ufffb"
    "\U000e0000-\U000e007f\u115f\u1160\u3164\uffa0]"
)
MAY_BE_UNSEEN = _UNSEEN.pattern
_JOINERS = frozenset("\u200c\u200d\u200e\u200f\u061c")
_FLAG = "\U0001f3f4"


def unseen_signs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position and the Unicode name of every sign in a text that has no business there.

    Args:
        text: Any text.
    """
    for found in _UNSEEN.finditer(text):
        if not _has_business(text, found.start()):
            sign = found.group()
            name = unicodedata.name(sign, "").lower()
            yield found.start(), f"U+{ord(sign):04X} {name}".strip()


def _has_business(text: str, position: int) -> bool:
    sign = text[position]
    if "\U000e0020" <= sign <= "\U000e007f":
        # Tags spell the flags of Wales and others, behind a black flag.
        before = text[:position].rstrip("".join(map(chr, range(0xE0020, 0xE007F))))
        return before.endswith(_FLAG)
    if sign not in _JOINERS:
        return False
    beside = (text[position - 1] if position else "", text[position + 1 : position + 2])
    return any(map(_is_joined, beside))


def _is_joined(sign: str) -> bool:
    """Return whether a letter from right to left, of an Indic script, or an emoji stands here."""
    if not sign:
        return False
    if unicodedata.bidirectional(sign) in {"R", "AL", "AN"}:
        return True
    return unicodedata.category(sign) in {"So", "Sk", "Mn", "Mc"} or "\u0900" <= sign <= "\u0dff"
