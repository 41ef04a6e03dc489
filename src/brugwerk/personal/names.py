"""Names of people, known by the words before them; a list of names would miss whom it lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brugwerk.first_look import CAPITAL, SIGN, SPACE, any_case
from brugwerk.personal.span import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’]{1,30}(?:-[A-ZÀ-ÖØ-Þ][\w'’]{1,30})?"
_BETWEEN = r"(?:(?:van|de|der|den|ten|ter|te|ver|vom|von|el|al|ben|bin|d['’]|['’]t)[ ]){0,3}"
_PARTICLE = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Tt]e|[Ee]l|[Aa]l|['’]t)[ ])"
_INITIALS = r"(?:[A-Z]\.[ ]?){0,4}"
_NAME = rf"{_INITIALS}{_PARTICLE}{{0,3}}{_WORD}(?:[ ]{_BETWEEN}{_WORD}){{0,2}}"
_FULL_NAME = rf"(?:{_INITIALS}{_WORD}[ ]{_BETWEEN}{_WORD}|[A-Z]\.[ ]?{_INITIALS}{_BETWEEN}{_WORD})"

_TITLES = (
    r"juf|juffrouw|meester|mevrouw|mevr\.|mw\.|meneer|mijnheer|dhr\.|de[ ]heer|prof\.(?:[ ]dr\.)?|"
    r"professor|dr\.|drs\.|ir\.|mrs?\."
)
_TITLED = re.compile(rf"(?<![\w-])(?i:{_TITLES})[ ](?P<name>{_NAME})")
_MAKING = (
    r"(?:gemaakt|bedacht|geschreven|ontworpen|ontwikkeld|gefotografeerd|getekend|"
    r"samengesteld|begeleid|made|written|designed)[ ](?:door|by)|auteurs?[ ]?:|makers?[ ]?:|"
    r"author[ ]?:|foto(?:graaf|grafie)?[ ]?:|met[ ]dank[ ]aan|vragen\?[ ]mail|"
    r"contactpersoon(?:[ ]is|[ ]?:)?|contact[ ]?:|aanspreekpunt[ ]?:"
)
_MADE_BY = re.compile(
    rf"(?<![\w-])(?i:{_MAKING})[ ]*"
    rf"(?P<name>{_FULL_NAME}|(?<=(?i:contactpersoon: )){_NAME})"
)
_SIGNING = r"(?:groetjes|groeten?|liefs|namens)[ ]?,?(?:[ ]van)?"
_SIGNED = re.compile(rf"(?i:\b{_SIGNING})\s(?P<name>{_FULL_NAME})")
_BEGINS = rf"{CAPITAL}(?:{SIGN}|['’.])"
MAY_BE_TITLED = rf"(?:\A|[^\w-]){any_case(_TITLES)}[ ]{_PARTICLE}*{_BEGINS}"
MAY_BE_MADE_BY = rf"(?:\A|[^\w-]){any_case(_MAKING)}[ ]*{_PARTICLE}*{_BEGINS}"
MAY_BE_SIGNED = rf"{any_case(_SIGNING)}{SPACE}{_BEGINS}"
_WHOLE_NAME = re.compile(_FULL_NAME)
# What stands between the name of a writer whose work is cited and its year: "& Bakx (2026)".
_UP_TO_YEAR = re.compile(r"([^()\[\]\n;:!?]{0,80}?)[,.]?[ ]?[(\[]?(?:19|20)\d\d[a-z]?\b")
_BETWEEN_WRITERS = frozenset(
    {*("&", "en", "and", "et", "al", "al.", "al.,", "van", "de", "der", "den", "ten", "ter")}
)
# What a title may stand before without a name: "juf Engels" teaches English.
_SUBJECTS = frozenset(
    {
        *("engels", "nederlands", "frans", "duits", "spaans", "wiskunde", "rekenen", "gym"),
        *("muziek", "handvaardigheid", "natuurkunde", "scheikunde", "techniek"),
    }
)
# First words of the makers of a text that are no persons.
_GROUPS = frozenset(
    {
        *("de", "het", "een", "netwerk", "basisschool", "stichting", "school", "kindcentrum"),
        *("college", "redactie", "hogeschool", "universiteit", "groep", "brugwerk", "pabo"),
        *("team", "leraren", "studenten", "leerlingen", "werkplaats", "vereniging"),
    }
)


def names_after_titles(text: str, known: Set[str]) -> Iterator[Span]:
    """Yield the names of people that a title gives away, as in "juf Anneke".

    Args:
        text: Where to look. The writers of a cited work, with a year behind them, are passed by.
        known: Names, in small letters, of people who agreed to be named or who do not exist.
    """
    return _names(_TITLED, _SUBJECTS, text, known)


def names_of_makers(text: str, known: Set[str]) -> Iterator[Span]:
    """Yield the names after words such as "gemaakt door"; see :func:`names_after_titles`."""
    return _names(_MADE_BY, _GROUPS, text, known)


def names_of_signers(text: str, known: Set[str]) -> Iterator[Span]:
    """Yield the names after words such as "groeten van"; see :func:`names_after_titles`."""
    return _names(_SIGNED, _GROUPS, text, known)


def _names(
    pattern: re.Pattern[str], no_person: Set[str], text: str, known: Set[str]
) -> Iterator[Span]:
    for found in pattern.finditer(text):
        name = found["name"]
        is_person = first_word(name) not in no_person and not is_known(name, known)
        if is_person and not _is_cited(text, found.end("name")):
            yield Span(*found.span("name"), Kind.NAME)


def _is_cited(text: str, end: int) -> bool:
    """Return whether only other writers stand between the end of a name and a year."""
    found = _UP_TO_YEAR.match(text, end)
    if found is None:
        return False
    words = [word.strip(",") for word in found[1].split()]
    return all(not word or word in _BETWEEN_WRITERS or word[0].isupper() for word in words)


def first_word(name: str) -> str:
    """Return the first word of a name in small letters."""
    return name.split(maxsplit=1)[0].lower()


def is_known(name: str, known: Set[str]) -> bool:
    """Return whether one of the words of a name, or all of it, is among those ``known``."""
    return name.lower() in known or any(w in known for w in re.findall(r"[\w'’-]+", name.lower()))


def is_full_name(text: str, known: Set[str]) -> bool:
    """Return whether a text is a first name and surname, and no group or known person."""
    found = _WHOLE_NAME.fullmatch(text)
    return found is not None and first_word(text) not in _GROUPS and not is_known(text, known)
