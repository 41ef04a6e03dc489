"""From text to index terms: the same steps as ``assets/search/words.js`` takes in the browser."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from lunr.stemmer import PorterStemmer
from lunr.stop_word_filter import WORDS as ENGLISH_STOP_WORDS

from brugwerk.search import dutch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

LONGEST_WORD = 40
ENGLISH_ASKING = frozenset(
    ("how", "what", "why", "who", "when", "where", "which", "may", "can", "must", "should", "do")
)
_OPTIONAL_PART = re.compile(r"\(([^\W\d_]+)\)([^\W\d_]+)")
_APOSTROPHES = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}`´]")
_WORD = re.compile(r"[^\W_]+")
_VERB_IN_T = re.compile(r"^.{3,}[bcdfgklmnprsvwxz]t$")
_PARTICIPLE = re.compile(r"^(?:be|ge|ont|ver).{2,}[bcdfgklmnprsvwxz]d$")
_TWO_VOWELS = re.compile(r"(?<=[^aeiouy])([aeou])\1([^aeiouy])$")
_TWO_CONSONANTS = re.compile(r"^.{2,}([bcdfgklmnprst])\1$")
_NUMBER = re.compile(r"^[0-9]{1,2}$")
_YEAR = re.compile(r"^[1-9]$")


def plain(text: str) -> str:
    """Return a text in lower case, no accents or apostrophes; ``(a)b`` becomes ``ab b``."""
    bare = text.lower()
    if not bare.isascii():
        letters = unicodedata.normalize("NFD", bare).translate(_marks())
        bare = unicodedata.normalize("NFC", letters)
    return _OPTIONAL_PART.sub(r"\1\2 \2", _APOSTROPHES.sub("", bare))


@cache
def _marks() -> dict[int, None]:
    """Return every accent and other mark, to be left out."""
    points = range(sys.maxunicode + 1)
    return {point: None for point in points if unicodedata.category(chr(point))[0] == "M"}


def split(text: str) -> list[str]:
    """Return the words of a text, plain and in order; words beyond any use are left out."""
    return [word for word in _WORD.findall(plain(text)) if len(word) <= LONGEST_WORD]


@dataclass(frozen=True)
class Words:
    """The words of one language.

    Attributes:
        language: The language of the site.
        stop_words: Words that say nothing, plain.
        irregular: Index terms of plain words for which the rules give a wrong one.
        asking: Words that a question starts with, plain.
        snowball: The stemmer that lunr.js has too.
    """

    language: str
    stop_words: frozenset[str]
    irregular: Mapping[str, str]
    asking: frozenset[str]
    snowball: Callable[[str], str]
    _stems: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def stem(self, word: str) -> str:
        """Return the index term of a plain word."""
        found = self._stems.get(word)
        if found is None:
            found = self.irregular.get(word) or finished(self.snowball(word), self.language)
            self._stems[word] = found
        return found

    def terms(self, text: str) -> list[str]:
        """Return the index terms of a text.

        A number after a word also gives one term with it, so that "groep 5" is not every "groep"
        and every "5"; in "groep 5 en 6" both numbers belong to the group.
        """
        return self.terms_of(split(text))

    def terms_of(self, plain_words: Iterable[str]) -> list[str]:
        """Return the index terms of a text that was split already."""
        return [term for _, term in self.pairs(plain_words)]

    def pairs(self, plain_words: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield every plain word that counts, with its index term."""
        before = ""
        for word in plain_words:
            if _NUMBER.match(word):
                if before and _YEAR.match(word):
                    yield before + word, self.stem(before) + word
            elif word not in self.stop_words:
                yield word, self.stem(word)
                before = word


def finished(stem: str, language: str) -> str:
    """Level out what the stemmers leave: less and les, briev and brief, werkt and werk.

    The browser does the same to the stems of lunr.js.
    """
    if language == "en":
        return f"{stem[:-1]}i" if len(stem) > 2 and stem.endswith("y") else stem
    if _VERB_IN_T.search(stem) or _PARTICIPLE.search(stem):
        stem = _TWO_VOWELS.sub(r"\1\2", stem[:-1])
    if _TWO_CONSONANTS.search(stem):
        stem = stem[:-1]
    if len(stem) > 3 and stem[-1] in "vz":
        stem = stem[:-1] + ("f" if stem[-1] == "v" else "s")
    return stem[:-1] if len(stem) > 4 and stem.endswith("ies") else stem


@cache
def words_of(language: str) -> Words:
    """Return the words of a language of the site."""
    if language == "en":
        porter = PorterStemmer()
        plain_stops = frozenset(plain(word) for word in ENGLISH_STOP_WORDS)
        return Words("en", plain_stops, {}, ENGLISH_ASKING, lambda word: str(porter.stem(word)))
    return Words("nl", dutch.STOP_WORDS, dutch.IRREGULAR, dutch.ASKING, dutch.stem)
