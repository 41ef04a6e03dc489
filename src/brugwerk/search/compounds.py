"""Dutch compounds, taken apart with the words that the site itself uses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.search.words import Words

SHORTEST_PART = 3
SHORTEST_COMPOUND = 7
LINKS = ("", "s", "e", "n", "en", "er", "ings")
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True)
class Compounds:
    """Takes words apart.

    Attributes:
        words: The words of the language.
        known: How many documents hold each term as a word of its own.
        short: Terms of three letters that may be a part: those of titles and labels.
    """

    words: Words
    known: Mapping[str, int]
    short: frozenset[str]

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the terms of the parts of a plain word; nothing where it is no compound.

        ``rekenles`` gives ``reken`` and ``les``. Of several ways to cut, the one with the longest
        last part wins, because that part says what the thing is.
        """
        found = self._cache.get(word)
        if found is None:
            found = self._cache[word] = self._parts(word, 3)
        return found

    @cached_property
    def _cache(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _parts(self, word: str, depth: int) -> tuple[str, ...]:
        if len(word) < SHORTEST_COMPOUND or not depth:
            return ()
        whole = self.words.stem(word)
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            right = word[cut:]
            last = self._part(right)
            if last is None or last == whole:
                continue
            for link in LINKS:
                left = word[: cut - len(link)] if word[:cut].endswith(link) else ""
                first = self._part(left)
                if first is not None and first != whole:
                    further = self._parts(right, depth - 1)
                    return (*(self._parts(left, depth - 1) or (first,)), *(further or ()), last)
        return ()

    def _part(self, piece: str) -> str | None:
        if len(piece) < SHORTEST_PART or piece in self.words.stop_words:
            return None
        known = self.short if len(piece) == SHORTEST_PART else self.known
        # The first part of a compound may be a stem already: reken-les.
        for term in (self.words.stem(piece), piece):
            if len(term) >= SHORTEST_PART and term in known and _VOWELS & set(term):
                return term
        return None
