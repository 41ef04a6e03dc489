"""The Dutch Snowball stemmer, letter for letter as ``lunr.nl`` does it in the browser.

lunr.py takes its Dutch stemmer from nltk, which asks for data from the network at run time. The
algorithm is that of https://snowballstem.org/algorithms/dutch/stemmer.html; a test compares every
word of the site with ``lunr.nl`` itself.
"""

from __future__ import annotations

from functools import lru_cache

_VOWELS = frozenset("aeiouyè")
_PLAIN = str.maketrans("äáëéïíöóüú", "aaeeiioouu")

STOP_WORDS = frozenset(
    [
        "aan",
        "af",
        "al",
        "alle",
        "alles",
        "als",
        "altijd",
        "andere",
        "ben",
        "bent",
        "bij",
        "bijvoorbeeld",
        "binnen",
        "daar",
        "daarna",
        "dan",
        "dat",
        "de",
        "deze",
        "dezelfde",
        "die",
        "dit",
        "doch",
        "doe",
        "doen",
        "door",
        "dus",
        "een",
        "eens",
        "elk",
        "elke",
        "en",
        "er",
        "ergens",
        "erbij",
        "even",
        "ga",
        "gaan",
        "gaat",
        "ge",
        "geen",
        "geweest",
        "had",
        "heb",
        "hebben",
        "hebt",
        "heeft",
        "hem",
        "het",
        "hier",
        "hij",
        "hoe",
        "hun",
        "iemand",
        "iets",
        "ik",
        "in",
        "is",
        "ja",
        "je",
        "jij",
        "jou",
        "jouw",
        "jullie",
        "kan",
        "kon",
        "krijg",
        "krijgen",
        "kun",
        "kunnen",
        "kunt",
        "laat",
        "maar",
        "maak",
        "maken",
        "mag",
        "me",
        "meer",
        "men",
        "met",
        "mij",
        "mijn",
        "moet",
        "moeten",
        "na",
        "naar",
        "niet",
        "niets",
        "nog",
        "nu",
        "of",
        "om",
        "omdat",
        "onder",
        "ons",
        "onze",
        "ook",
        "op",
        "over",
        "reeds",
        "soms",
        "te",
        "tegen",
        "toch",
        "toen",
        "tot",
        "tussen",
        "u",
        "uit",
        "uw",
        "vaak",
        "van",
        "vanaf",
        "veel",
        "via",
        "volgens",
        "voor",
        "vooral",
        "waar",
        "waarin",
        "waarmee",
        "waarom",
        "wanneer",
        "want",
        "waren",
        "was",
        "wat",
        "we",
        "weer",
        "wel",
        "welk",
        "welke",
        "werd",
        "wezen",
        "wie",
        "wij",
        "wil",
        "worden",
        "wordt",
        "zal",
        "ze",
        "zelf",
        "zich",
        "zij",
        "zijn",
        "zo",
        "zoals",
        "zonder",
        "zou",
    ]
)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of a word in lower case."""
    letters = _with_consonants_marked(word.translate(_PLAIN))
    r1, r2 = _regions(letters)
    letters = _plurals(letters, r1)
    letters, lost_e = _final_e(letters, r1)
    letters = _heid(letters, r1, r2)
    letters = _derivations(letters, r1, r2, lost_e=lost_e)
    return _single_vowel(letters).replace("I", "i").replace("Y", "y")


def _with_consonants_marked(word: str) -> str:
    """Write ``y`` and ``i`` as capitals where they act as consonants."""
    letters = list(word)
    if letters and letters[0] == "y":
        letters[0] = "Y"
    at = 0
    while at < len(letters) - 1:
        if letters[at] in _VOWELS:
            if letters[at + 1] == "y":
                letters[at + 1] = "Y"
            elif letters[at + 1] == "i" and at + 2 < len(letters) and letters[at + 2] in _VOWELS:
                letters[at + 1] = "I"
                at += 1
        at += 1
    return "".join(letters)


def _regions(word: str) -> tuple[int, int]:
    first = _after_vowel_and_consonant(word, 0)
    second = _after_vowel_and_consonant(word, first)
    return max(first, 3), second


def _after_vowel_and_consonant(word: str, start: int) -> int:
    at = start
    while at < len(word) and word[at] not in _VOWELS:
        at += 1
    while at < len(word) and word[at] in _VOWELS:
        at += 1
    return at + 1 if at < len(word) else len(word)


def _undoubled(word: str) -> str:
    return word[:-1] if word.endswith(("kk", "dd", "tt")) else word


def _without_en(word: str, suffix: str, r1: int) -> str:
    rest = word[: -len(suffix)]
    if len(rest) >= r1 and rest and rest[-1] not in _VOWELS and not rest.endswith("gem"):
        return _undoubled(rest)
    return word


def _plurals(word: str, r1: int) -> str:
    if word.endswith("heden"):
        return word[:-5] + "heid" if len(word) - 5 >= r1 else word
    for suffix in ("ene", "en"):
        if word.endswith(suffix):
            return _without_en(word, suffix, r1)
    for suffix in ("se", "s"):
        if word.endswith(suffix):
            rest = word[: -len(suffix)]
            good = len(rest) >= r1 and rest and rest[-1] not in _VOWELS and rest[-1] != "j"
            return rest if good else word
    return word


def _final_e(word: str, r1: int) -> tuple[str, bool]:
    if word.endswith("e") and len(word) - 1 >= r1 and len(word) > 1 and word[-2] not in _VOWELS:
        return _undoubled(word[:-1]), True
    return word, False


def _heid(word: str, r1: int, r2: int) -> str:
    if not word.endswith("heid") or len(word) - 4 < r2 or word.endswith("cheid"):
        return word
    rest = word[:-4]
    return _without_en(rest, "en", r1) if rest.endswith("en") else rest


def _derivations(word: str, r1: int, r2: int, *, lost_e: bool) -> str:
    for suffix in ("lijk", "baar", "end", "ing", "bar", "ig"):
        if not word.endswith(suffix):
            continue
        rest = word[: -len(suffix)]
        if len(rest) < r2:
            return word
        if suffix in {"end", "ing"}:
            if rest.endswith("ig") and len(rest) - 2 >= r2 and not rest.endswith("eig"):
                return rest[:-2]
            return _undoubled(rest)
        if suffix == "ig":
            return word if rest.endswith("e") else rest
        if suffix == "lijk":
            return _final_e(rest, r1)[0]
        return word if suffix == "bar" and not lost_e else rest
    return word


def _single_vowel(word: str) -> str:
    if len(word) < 4:
        return word
    before, vowels, last = word[-4], word[-3:-1], word[-1]
    if (
        vowels in {"aa", "ee", "oo", "uu"}
        and before not in _VOWELS
        and last not in _VOWELS
        and last != "I"
    ):
        return word[:-2] + last
    return word
