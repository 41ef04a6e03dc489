"""Text files: everybody can read them, and a spreadsheet takes no cell for a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import IO, TYPE_CHECKING

from brugwerk.check.attachments.flaw import MAX_BYTES, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

# Controls other than tabs and line ends, and signs that turn the direction of a text around.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"[=+@\t\r-]")
_NUMBER = re.compile(r"[+-]?\s?(?:€\s?)?[\d.,:/\s%-]*")


def flaws(stream: IO[bytes], suffix: str) -> Iterator[Flaw]:
    """Yield what is wrong with a text file."""
    raw = stream.read(MAX_BYTES)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Flaw("BW881", raw.count(b"\n", 0, error.start) + 1)
        return
    if found := _UNREADABLE.search(text):
        yield Flaw("BW881", text.count("\n", 0, found.start()) + 1)
    elif suffix == ".csv":
        yield from _formulas(text)


def _formulas(text: str) -> Iterator[Flaw]:
    first = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        for row in rows:
            if any(_FORMULA.match(cell) and not _NUMBER.fullmatch(cell) for cell in row):
                yield Flaw("BW880", rows.line_num)
                return
    except csv.Error:
        # A cell of more than a hundred thousand signs: no table.
        yield Flaw("BW308", facts={"suffix": ".csv"})
