"""When somebody was born, and where somebody lives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brugwerk.first_look import DIGIT, SPACE, any_case
from brugwerk.personal.span import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|march|mrt|apr(?:il)?|mei|may|juni|june|jun|"
    r"juli|july|jul|aug(?:ustus|ust)?|sep(?:tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\.?"
)
_BIRTH = re.compile(
    r"(?:\bgeboren\b|\bgeboortedatum\b|\bgeb\.|\bgeb\.?\s?datum\b|\bjarig\s+op\b|\bverjaardag\b|"
    r"\bborn\b|\bdate\s+of\s+birth\b|\bbirthday\b)"
    r"[^\n.;]{0,40}?(?<!\d)"
    r"(?P<date>\d{1,2}[-/. ]\d{1,2}[-/. ](?P<y1>\d{4}|\d\d)(?!\d)|(?P<y2>\d{4})-\d\d-\d\d(?!\d)|"
    rf"\d{{1,2}}\s+{_MONTH}\s+(?P<y3>\d{{4}}))",
    re.IGNORECASE,
)
MAY_BE_BIRTH = (
    any_case(rf"geb(?:oren|oortedatum|\.|\.?{SPACE}?datum)|jarig|verjaardag|born|birth")
    + rf"[^\n.;]*{DIGIT}"
)
# Nobody born earlier is at a school now; a lesson may say when a writer was born.
FIRST_YEAR = 1935

_POSTCODE = re.compile(
    r"[1-9](?<![\w.,€-].)\d{3}[ \u00a0]?(?!EN|OF|SA|SD|SS|KB|MB|GB|TB)[A-Z]{2}(?!\w)"
)
MAY_BE_ADDRESS = rf"(?:\A|[^\w.,-])[1-9]{DIGIT}{{3}}[ \x{{a0}}]?[A-Z]{{2}}(?:\z|[^\w])"
_STREET = re.compile(
    r"[A-ZÀ-Ý][\w.'’-]{1,40}"
    r"(?:[ ](?:van|de|der|den|het|ten|ter|in|op|aan|straat|laan|weg|plein|kade|['’]t|"
    r"[A-ZÀ-Ý0-9][\w.'’-]{0,40})){0,4}"
    r"[ ]\d{1,4}[ -]?[a-zA-Z]?[ \t]*[,;\n]?[ \t]*$"
)
_HOUSE_NUMBER = re.compile(r"[ ,]{1,3}(?:nr\.? ?|huisnummer )?\d{1,4}[a-z]?(?!\w|[.,]\d)")
LONGEST_STREET = 80


def births(text: str) -> Iterator[Span]:
    """Yield the days on which somebody who may be alive was born."""
    for found in _BIRTH.finditer(text):
        year = next(year for year in (found["y1"], found["y2"], found["y3"]) if year)
        if len(year) == 2 or int(year) >= FIRST_YEAR:
            yield Span(*found.span("date"), Kind.BIRTH)


def addresses(text: str) -> Iterator[Span]:
    """Yield the Dutch addresses: a postcode with a house number before or after it."""
    for postcode in _POSTCODE.finditer(text):
        begin = max(0, postcode.start() - LONGEST_STREET)
        street = _STREET.search(text[begin : postcode.start()])
        number = _HOUSE_NUMBER.match(text, postcode.end())
        if street:
            yield Span(begin + street.start(), postcode.end(), Kind.ADDRESS)
        elif number:
            yield Span(postcode.start(), number.end(), Kind.ADDRESS)
