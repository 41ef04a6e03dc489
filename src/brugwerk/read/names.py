"""Names of files and folders: what a name may hold to work on every computer, and for every eye.

Windows keeps some names and signs to itself, macOS writes accents in two signs, and one sign can
look like another or like nothing. What git carries between computers must survive all of them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_BYTES_OF_NAME = 200
MOST_SIGNS_OF_PATH = 240
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_REFUSED_SIGNS = frozenset('<>:"|?*\\')
_ORDINARY = re.compile(r"[a-z0-9_-]{1,120}(?:\.[a-z0-9]{1,8})?")
_WORD = re.compile(r"[^\W\d_]+")
# These alphabets hold letters that cannot be told from Latin ones.
_LIKE_LATIN = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"})


def flaw_of_name(name: str) -> str | None:
    """Return the code of what is wrong with the name of a file or folder, or none.

    ``BW885`` is a name that is too long, ``BW884`` one with signs that cannot be seen or told
    apart, ``BW882`` one that some computers refuse.
    """
    if _ORDINARY.fullmatch(name):
        return "BW882" if name.partition(".")[0] in _RESERVED else None
    if len(name.encode("utf-8", "surrogatepass")) > MOST_BYTES_OF_NAME:
        return "BW885"
    if not name.isprintable() or any(map(_misleads, _WORD.findall(name))):
        return "BW884"
    stem = name.partition(".")[0].rstrip().lower()
    if stem in _RESERVED or name[-1:] in {".", " "} or name.startswith(" "):
        return "BW882"
    if _REFUSED_SIGNS & set(name) or unicodedata.normalize("NFC", name) != name:
        return "BW882"
    return None


def _misleads(word: str) -> bool:
    """Return whether a word mixes alphabets that look alike, or has letters in disguise."""
    if word.isascii():
        return False
    word = "".join(filter(str.isalpha, word))
    alphabets = {unicodedata.name(sign, "?").partition(" ")[0] for sign in word}
    in_disguise = unicodedata.normalize("NFKC", word) != unicodedata.normalize("NFC", word)
    return in_disguise or ("LATIN" in alphabets and bool(alphabets & _LIKE_LATIN))


def colliding(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each name of a folder that some computers take for an earlier one, with that one."""
    first: dict[str, str] = {}
    for name in names:
        key = name
        if not _ORDINARY.fullmatch(name):
            key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        other = first.setdefault(key, name)
        if other != name:
            yield name, other


def printable(name: str) -> str:
    """Return a name in signs that can be shown and do nothing in a terminal or a log."""
    if name.isprintable():
        return name
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in name
    )
