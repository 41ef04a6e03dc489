"""A first look over a text: one pass that says which patterns may be found in it.

Nearly every text holds nothing personal, and the precise patterns, which look around and back,
take long to say so. RE2 tries many simpler ones in one pass, in a time that grows only with the
length of the text, whatever stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import re2

if TYPE_CHECKING:
    from collections.abc import Sequence

# RE2 knows signs, letters and spaces of ASCII only; all others pass for any of them here, so that
# a first look never passes by what the precise pattern finds.
_OTHER = r"\x{80}-\x{10ffff}"
DIGIT = rf"[0-9{_OTHER}]"
SIGN = rf"[\w{_OTHER}]"
LETTER_OR_DIGIT = rf"[a-zA-Z0-9{_OTHER}]"
SPACE = r"[\s\x0b\x1c-\x1f\x{85}\pZ]"
CAPITAL = "[A-ZÀ-ÖØ-Þ]"
# The memory that RE2 may use to remember the way; where it is full it begins anew, and is slower.
MOST_MEMORY = 64 << 20


def any_case(pattern: str) -> str:
    """Return a pattern of plain words that finds them in small letters and capitals alike.

    Python takes the Turkish letters for an i as well; RE2 does not.
    """
    return f"(?i:{pattern.replace('i', '[iİı]')})"


class FirstLook:
    """Patterns in RE2's language, looked for all at once."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compile the patterns.

        Args:
            patterns: Each finds at least whatever the precise pattern finds that it stands for.
        """
        options = re2.Options()
        options.max_mem = MOST_MEMORY
        self._patterns = re2.Set.SearchSet(options)
        for pattern in patterns:
            self._patterns.Add(pattern)
        self._patterns.Compile()

    def found_in(self, text: str) -> list[int]:
        """Return which patterns, by their number, can be found in a text."""
        # Half a surrogate pair has no bytes, and is part of nothing that anyone looks for.
        return self._patterns.Match(text.encode("utf-8", "replace")) or []
