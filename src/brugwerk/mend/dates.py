"""The one date that somebody can have meant, however it was written."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel.dates import get_day_names, get_month_names

_YEAR_FIRST = re.compile(r"(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DAY_FIRST = re.compile(r"(?:([a-z]+),? )?(\d{1,2})e? ([a-z]+)\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"(?:([a-z]+),? )?([a-z]+)\.? (\d{1,2}),? (\d{4})")
_YEARS = range(1950, 2100)
_LOCALES = ("nl", "en")


def date_meant(text: str) -> date | None:
    """Return the date that ``text`` says, or none where it could be another one, or is none.

    ``5/12/2026`` is left: it is in May for some and in December for others. With hyphens or
    points the day comes first, as in Dutch.
    """
    text = " ".join(text.lower().split())
    if found := _YEAR_FIRST.fullmatch(text):
        return _date(found[1], found[3], found[4])
    if found := _DIGITS.fullmatch(text):
        return _date(found[1], found[2], found[3])
    if found := _YEAR_LAST.fullmatch(text):
        first, second = int(found[1]), int(found[3])
        if found[2] == "/" and first != second and max(first, second) <= 12:
            return None
        american = found[2] == "/" and second > 12
        day, month = (found[3], found[1]) if american else (found[1], found[3])
        return _date(found[4], month, day)
    if found := _DAY_FIRST.fullmatch(text):
        return _named(found[1], found[2], found[3], found[4])
    if found := _MONTH_FIRST.fullmatch(text):
        return _named(found[1], found[3], found[2], found[4])
    return None


def _named(weekday: str | None, day: str, month: str, year: str) -> date | None:
    number = _months().get(month)
    found = _date(year, str(number), day) if number else None
    if found is None or weekday is None:
        return found
    # A weekday that does not belong to the date shows that one of the two is wrong.
    return found if _weekdays().get(weekday) == found.weekday() else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in _YEARS else None


@cache
def _months() -> dict[str, int]:
    names = {
        name.lower().removesuffix("."): number
        for locale in _LOCALES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }
    return names | {"mrt": 3, "sept": 9}


@cache
def _weekdays() -> dict[str, int]:
    return {
        name.lower().removesuffix("."): number
        for locale in _LOCALES
        for width in ("wide", "abbreviated")
        for number, name in get_day_names(width, locale=locale).items()
    }
