"""Names of pupils beside grades or scores, known by the form of a table, a list or a sentence."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from brugwerk.first_look import CAPITAL, DIGIT, SIGN
from brugwerk.personal.names import first_word, is_known
from brugwerk.personal.span import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

_NAME = (
    r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’-]{1,20}(?:[ ](?:van|de|der|el|al|ten|ter)){0,2}"
    r"(?:[ ][A-ZÀ-ÖØ-Þ][\w'’-]{0,25}\.?)?"
)
_GRADE = (
    r"(?:(?:10|[1-9])(?:[.,]\d{1,2})?[+-]?|RV|ZG|[OVGTM]|onvoldoende|ruim voldoende|voldoende|"
    r"zeer goed|\d{1,3}[ ]?%|\d{1,3}[ ]?/[ ]?\d{1,3}|\d{1,3}[ ]punten|AVI[ ]?[-\w]{2,5})"
)
_IN_LIST = re.compile(
    rf"(?:^[ \t]*(?:[-*+]|\d{{1,3}}[.)])?[ \t]*|[;,][ ])(?P<name>{_NAME})"
    rf"[ ]?[:=–—|\t-][ ]?(?P<grade>{_GRADE})(?=[ \t]*[;.]?[ \t]*(?:$|;)|,[ ]{_NAME}[ ]?[:=–—|\t-])",
    re.MULTILINE,
)
MAY_BE_TABLE = r"\|"
MAY_BE_LIST = (
    rf"(?m)(?:^[ \t]*(?:[-*+]|{DIGIT}{{1,3}}[.)])?[ \t]*|[;,][ ])"
    rf"{CAPITAL}[a-zà-öø-ÿ'’-]+(?:[ ][a-z]+)*(?:[ ]{CAPITAL}(?:{SIGN}|['’-])*\.?)?"
    r"[ ]?[:=–—|\t-][ ]?"
    rf"(?:{DIGIT}[{DIGIT[1:-1]}.,/% +-]*(?:punten)?|RV|ZG|[OVGTM]|onvoldoende|(?:ruim )?voldoende|"
    rf"zeer goed|AVI[ ]?(?:{SIGN}|-)+)"
    rf"(?:[ \t]*[;.]?[ \t]*(?:$|;)|,[ ]{CAPITAL})"
)
_GOT = r"(?:haalde|kreeg|scoorde|behaalde|heeft|had)"
_IN_SENTENCE = re.compile(
    rf"(?:\b(?P<first>{_NAME})[ ]{_GOT}|\b{_GOT}[ ](?P<second>{_NAME}))[ ]"
    r"(?:(?:voor|op)[ ](?:\w+[ ]){1,3})?(?:weer |maar |nu )?een[ ]"
    r"(?P<grade>(?:10|[1-9])(?:[.,]\d{1,2})?|onvoldoende|voldoende)(?!\w)(?![.,]\d)"
)
MAY_BE_SENTENCE = rf"{_GOT}[ ](?:(?:{SIGN}|['’.-])+[ ])*een[ ](?:10|[1-9]|onvoldoende|voldoende)"
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_SMALL_WORD = re.compile(r"(?<!\w)[a-zà-öø-ÿ'’-]+(?!\w)")
_WHOLE_NAME = re.compile(_NAME)
_WHOLE_GRADE = re.compile(_GRADE)
_NAME_COLUMN = re.compile(
    r"^(?:(?:voor|achter|roep)?na(?:am|men)\b|leerling(?:en)?$|kind(?:eren)?$|wie$|pupil|name)",
    re.IGNORECASE,
)
_SAYS_GRADES = re.compile(
    r"cijfer|toets|score|rapport|beoordel|resulta|\bpunten|niveau|\bavi\b|\bcito\b|\biep\b|grade|"
    r"vaardigheid|\biq\b",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"[.,]\d|^(?:RV|ZG|[OVGTM]|onvoldoende|ruim voldoende|voldoende|zeer goed)$|AVI|%"
)
# Capitals at the start of a line or sentence that are no names.
_NO_NAME = frozenset(
    {
        *("groep", "klas", "ronde", "stap", "les", "week", "dag", "som", "opdracht", "vraag"),
        *("leerling", "leerlingen", "kind", "kinderen", "team", "school", "bord", "kaart"),
        *("antwoord", "totaal", "gemiddeld", "gemiddelde", "aantal", "duur", "minuten", "deel"),
        *("jaar", "blok", "fase", "doel", "leraar", "student", "lengte", "breedte", "hoogte"),
        *("iedereen", "niemand", "iemand", "hij", "zij", "ze", "wie", "dit", "dat", "het", "de"),
        *("een", "er", "elk", "elke", "ieder", "ons", "onze", "wij", "we", "ik", "je", "jij"),
        *("punten", "cijfer", "score", "norm", "tijd", "temperatuur", "meting", "proef", "punt"),
        *("hoofdstuk", "pagina", "bladzijde", "figuur", "tabel", "bijlage", "versie", "niveau"),
        *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
        *("september", "oktober", "november", "december", "maandag", "dinsdag", "woensdag"),
        *("donderdag", "vrijdag", "zaterdag", "zondag", "rekenen", "taal", "spelling", "lezen"),
    }
)


@dataclass(frozen=True)
class _Beside:
    """A name and a grade that stand beside each other."""

    start: int
    end: int
    grade: str


def grades_in_sentences(text: str, known: Set[str], around: str) -> Iterator[Span]:
    """Yield names that a sentence gives a grade; see :func:`grades_in_tables`."""
    for m in _IN_SENTENCE.finditer(text):
        which = "first" if m["first"] else "second"
        if _may_be_name(m[which], around, known):
            yield Span(m.start(which), m.end(), Kind.PERHAPS_GRADES)


def grades_in_lists(text: str, known: Set[str], around: str) -> Iterator[Span]:
    """Yield the lists of names and grades; see :func:`grades_in_tables`."""
    breaks = [0, *(found.end() for found in _BLANK_LINE.finditer(text)), len(text) + 1]
    paragraphs: dict[tuple[int, int], list[_Beside]] = defaultdict(list)
    for m in _IN_LIST.finditer(text):
        if _may_be_name(m["name"], around, known):
            after = bisect(breaks, m.start())
            paragraph = breaks[after - 1], breaks[after]
            paragraphs[paragraph].append(_Beside(m.start("name"), m.end(), m["grade"]))
    for (begin, end), found in paragraphs.items():
        # A heading or the line above may say what the list is about.
        says = _SAYS_GRADES.search(text, max(0, begin - 200), end) is not None
        telling = any(_TELLING.search(beside.grade) for beside in found)
        if len(found) >= 2 and says:
            yield Span(found[0].start, found[-1].end, Kind.GRADES)
        elif says or (len(found) >= 2 and telling):
            yield Span(found[0].start, found[-1].end, Kind.PERHAPS_GRADES)


def _may_be_name(name: str, around: str, known: Set[str]) -> bool:
    first = first_word(name)
    if first in _NO_NAME or is_known(name, known):
        return False
    # A word that the same text also writes small is a word, not a name.
    return first not in _small_words(around)


@lru_cache(maxsize=1)
def _small_words(text: str) -> frozenset[str]:
    return frozenset(_SMALL_WORD.findall(text))


def grades_in_tables(text: str, known: Set[str], around: str) -> Iterator[Span]:
    """Yield the tables in which names stand beside grades or scores.

    Two or more in a table or list that says that it is about grades are sure; one, or some of
    which only the form says so, may be. By form, every name counts alike, however rare.

    Args:
        text: Where to look.
        known: Names, in small letters, of people who agreed to be named or who do not exist.
        around: The whole of which the text is a part, or the text itself.
    """
    rows: list[tuple[int, str]] = []
    start = 0
    for line in [*text.split("\n"), ""]:
        if "|" in line:
            rows.append((start, line))
        elif rows:
            yield from _in_table(rows, known, around)
            rows = []
        start += len(line) + 1


def _in_table(rows: list[tuple[int, str]], known: Set[str], around: str) -> Iterator[Span]:
    cells = [
        [cell.strip(" \t*_") for cell in line.strip().strip("|").split("|")] for _, line in rows
    ]
    head, body = cells[0], cells[1:]
    name_columns = [i for i, cell in enumerate(head) if _NAME_COLUMN.search(cell)]
    says = any(_SAYS_GRADES.search(cell) for cell in head)
    found: list[tuple[int, str]] = []
    for index, row in enumerate(body, 1):
        for column in name_columns or [0]:
            if column >= len(row) or not _WHOLE_NAME.fullmatch(row[column]):
                continue
            grades = [c for c in row[:column] + row[column + 1 :] if _WHOLE_GRADE.fullmatch(c)]
            if grades and _may_be_name(row[column], around, known):
                found.append((index, grades[0]))
    if not found:
        return
    first, last = rows[found[0][0]], rows[found[-1][0]]
    passage = first[0], last[0] + len(last[1])
    if len(found) >= 2 and (name_columns or says):
        yield Span(*passage, Kind.GRADES)
    elif name_columns or says or (len(found) >= 2 and any(_TELLING.search(g) for _, g in found)):
        yield Span(*passage, Kind.PERHAPS_GRADES)
