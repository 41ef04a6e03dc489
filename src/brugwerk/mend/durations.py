"""The one length of time that somebody can have meant, however it was written."""

from __future__ import annotations

import re
from fractions import Fraction

_WORDS = {
    "een half": Fraction(1, 2),
    "half": Fraction(1, 2),
    "een": Fraction(1),
    "één": Fraction(1),
    "one": Fraction(1),
    "an": Fraction(1),
    "a": Fraction(1),
    "twee": Fraction(2),
    "drie": Fraction(3),
    "vier": Fraction(4),
    "anderhalf": Fraction(3, 2),
    "anderhalve": Fraction(3, 2),
}
_QUARTERS = {"een kwartier": 15, "kwartier": 15, "drie kwartier": 45, "driekwartier": 45}
_NUMBER = rf"(\d{{1,4}}(?:[.,]\d{{1,2}})?|{'|'.join(sorted(_WORDS, reverse=True))})"
_HOURS = r"(?:uur|uren|u|hours?|hrs?|h)\.?"
_MINUTES = r"(?:minuten|minuut|min|minutes?|mins?|m)\.?"
_AND = r",?(?: ?en| ?and)?"
_SPOKEN = re.compile(rf"(?:{_NUMBER} ?{_HOURS})?(?:{_AND} ?{_NUMBER} ?{_MINUTES})?")
_ISO = re.compile(r"p ?t? ?(?:(\d{1,3}(?:[.,]\d{1,2})?) ?h)?(?: ?(\d{1,4}) ?m)?")
_BARE = re.compile(r"(\d{1,3})")
_MOST_HOURS = 999


def duration_meant(text: str) -> str | None:
    """Return the ISO 8601 form of the length of time that ``text`` says, or none.

    A bare number counts minutes, as everywhere in these records. Days are left: a day at school is
    no day of 24 hours. So is anything that is not a whole number of minutes.
    """
    text = " ".join(text.lower().split())
    if text in _QUARTERS:
        return _iso(Fraction(_QUARTERS[text]))
    if found := _BARE.fullmatch(text):
        return _iso(Fraction(int(found[1])))
    for form in (_ISO, _SPOKEN):
        if (found := form.fullmatch(text)) and (found[1] or found[2]):
            return _iso(_number(found[1]) * 60 + _number(found[2]))
    return None


def _number(text: str | None) -> Fraction:
    if text is None:
        return Fraction(0)
    return _WORDS[text] if text in _WORDS else Fraction(text.replace(",", "."))


def _iso(minutes: Fraction) -> str | None:
    if minutes.denominator != 1 or minutes <= 0:
        return None
    hours, rest = divmod(int(minutes), 60)
    if hours > _MOST_HOURS:
        return None
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
