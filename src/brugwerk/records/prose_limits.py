"""How much Markdown one text may hold, so that converting it never takes long.

Python-Markdown looks back, or starts over, for some signs; the time then grows with the square of
their number. Each limit below keeps the worst text under a second, far above what people write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

MOST_SIGNS = 100_000
MOST_LINES = 2_000
MOST_CELLS = 10_000
MOST_COLUMNS = 60
# Signs between each bracket and the one that closes it, together.
MOST_BRACKET_STEPS = 2_000_000


class Much(Enum):
    """What a text can have too much of."""

    SIGNS = auto()
    LINES = auto()
    ABBREVIATIONS = auto()
    DEFINITIONS = auto()
    TABS = auto()
    DOLLARS = auto()
    BRACKETS = auto()
    CELLS = auto()


@dataclass(frozen=True)
class Excess:
    """What a text has too much of, and from which sign of it."""

    of: Much
    offset: int


@dataclass(frozen=True)
class _Counted:
    of: Much
    sign: str
    form: re.Pattern[str]
    most: int
    once_a_line: bool = True


_COUNTED = (
    _Counted(Much.ABBREVIATIONS, "*[", re.compile(r"^ {0,3}\*\[", re.MULTILINE), 200),
    _Counted(Much.DEFINITIONS, ":", re.compile(r"^[ \t>]*:[ \t]", re.MULTILINE), 500),
    _Counted(Much.TABS, "===", re.compile(r"^[ \t>]*===[!+]?[ \t]", re.MULTILINE), 200),
    _Counted(Much.DOLLARS, "$", re.compile(r"\$"), 1_000, once_a_line=False),
)
_BRACKET = re.compile(r"[\[\]()]|\n[ \t]*\n")
_CLOSED_BY = {"]": "[", ")": "("}
_COLUMNS = re.compile(r"^[ \t>]*\|?[ \t]*:?-[-:| \t]*$")


def excess_of(text: str) -> Excess | None:
    """Return what a text has too much of to be converted in time, or none."""
    if len(text) > MOST_SIGNS:
        return Excess(Much.SIGNS, MOST_SIGNS)
    lines = text.count("\n") + 1
    if lines > MOST_LINES:
        return Excess(Much.LINES, _offset_of(text, MOST_LINES))
    for counted in _COUNTED:
        # Looking for a sign takes a tenth of the time of counting it.
        may_exceed = not counted.once_a_line or lines > counted.most
        if may_exceed and counted.sign in text and text.count(counted.sign) > counted.most:
            found = list(counted.form.finditer(text))
            if len(found) > counted.most:
                return Excess(counted.of, found[counted.most].start())
    return _brackets(text) or _cells(text)


def _offset_of(text: str, line: int) -> int:
    return sum(len(before) + 1 for before in text.split("\n", line)[:line])


def _brackets(text: str) -> Excess | None:
    """Add up how far the converter looks for the end of each ``[`` and each ``](``."""
    if "[" not in text or text.count("[") * len(text) <= MOST_BRACKET_STEPS:
        return None
    # Of each kind, where the open ones begin; a parenthesis in a link only has to be closed.
    still_open: dict[str, list[int]] = {"[": [], "(": []}
    steps = 0
    for found in (*_BRACKET.finditer(text), None):
        sign = found[0] if found is not None else "\n"
        end = found.start() if found is not None else len(text)
        if sign in still_open:
            still_open[sign].append(end)
            continue
        for opening in _CLOSED_BY.get(sign, "[("):
            ended = still_open[opening]
            count = 1 if sign in _CLOSED_BY else len(ended)
            for _ in range(min(count, len(ended))):
                begin = ended.pop()
                if opening == "[" or text[begin - 1 : begin] == "]":
                    steps += end - begin
                if steps > MOST_BRACKET_STEPS:
                    return Excess(Much.BRACKETS, min(begin, *ended[:1], end))
    return None


def _cells(text: str) -> Excess | None:
    """Count the cells of each table; the converter fills every row up to the widest."""
    if "|" not in text or text.count("|") <= MOST_COLUMNS:
        return None
    lines = text.split("\n")
    cells = offset = columns = 0
    for line in lines:
        if "|" in line and _COLUMNS.match(line):
            columns = line.count("|") + 1
        elif not line.strip():
            columns = 0
        cells += columns
        if columns > MOST_COLUMNS or cells > MOST_CELLS:
            return Excess(Much.CELLS, offset)
        offset += len(line) + 1
    return None
