"""Numbers that stand for one person: the citizen service number and the bank account."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stdnum import iban
from stdnum.nl import bsn

from brugwerk.first_look import DIGIT, LETTER_OR_DIGIT
from brugwerk.personal.span import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NINE = re.compile(
    r"\d(?<![\w.,/=#€-].)(?<!€ .)"
    r"(?:\d{7,8}|\d{3}[. ]\d\d[. ]\d{3}|\d\d([. -])\d{3}\1\d{3})(?![\w%€]|[.,/-]\d|[ ]?-\w)"
)
MAY_BE_CITIZEN = (
    rf"(?:\A|[^\w.,/=#-]){DIGIT}(?:{DIGIT}{{7,8}}|"
    rf"{DIGIT}{{3}}[. ]{DIGIT}{{2}}[. ]{DIGIT}{{3}}|{DIGIT}{{2}}(?:[. -]{DIGIT}{{3}}){{2}})"
    rf"(?:\z|[^\w%])"
)
_SAYS_BSN = re.compile(
    r"\bbsn|burgerservicenummer|\bsofi|persoonsgebonden\s+nummer|\bpgn\b|onderwijsnummer|"
    r"citizen\s+service\s+number",
    re.IGNORECASE,
)
_SAYS_OTHERWISE = re.compile(
    r"\b(?:isbn|issn|ean|doi|kvk|rsin|btw|artikel|bestel|order|product|serie|versie|code|"
    r"zaak|dossier|postbus|nur)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ ]?(?:euro|inwoners|mensen|kinderen|leerlingen|jaar|km|meter|kilometer|kg|gram|liter|"
    r"keer|maal|stuks|seconden|sterren|bytes)\b"
)
_CHECK_DIGITS = re.compile(r"\d\d(?=[ ]?[a-zA-Z0-9]{4}[ ]?[a-zA-Z0-9]{4})")
_IBAN = re.compile(
    r"(?<!\w)[a-z]{2}\d\d(?:[ ]?[a-z0-9]{4}){2,7}(?:[ ]?[a-z0-9]{1,4})?(?!\w)", re.IGNORECASE
)
MAY_BE_BANK_ACCOUNT = (
    rf"(?:\A|[^\w])[a-zA-ZİıſK]{{2}}{DIGIT}{{2}}(?:[ ]?{LETTER_OR_DIGIT}{{4}}){{2}}"
)
NEAR = 60
FAR = 2_000


def citizen_numbers(text: str) -> Iterator[Span]:
    """Yield what passes the eleven-test of the citizen service number (BSN).

    One in eleven numbers of nine digits passes by chance. Where the same paragraph says that it
    is a BSN, it is one; where nothing is said, it may be; where it says to be something else, such
    as an ISBN or an amount, it is not.
    """
    for found in _NINE.finditer(text):
        digits = re.sub(r"\D", "", found.group())
        if not bsn.is_valid(digits):
            continue
        far = max(0, found.start() - FAR)
        block_start = text.rfind("\n\n", far, found.start()) + 1
        said = text[max(block_start, far) : found.start()]
        if _SAYS_BSN.search(said):
            yield Span(found.start(), found.end(), Kind.BSN)
        elif (
            len(digits) == 9
            and not _SAYS_OTHERWISE.search(said[-NEAR:])
            and not _COUNTED.match(text, found.end())
        ):
            yield Span(found.start(), found.end(), Kind.PERHAPS_BSN)


def bank_accounts(text: str) -> Iterator[Span]:
    """Yield the bank account numbers (IBAN) whose check digits are right."""
    for digits in _CHECK_DIGITS.finditer(text):
        found = _IBAN.match(text, max(0, digits.start() - 2))
        written = found.group() if found else ""
        # The last group may be the next word of the sentence.
        while len(written) >= 15:
            if found and iban.is_valid(written, check_country=False):
                yield Span(found.start(), found.start() + len(written), Kind.IBAN)
                break
            shorter, space, _ = written.rpartition(" ")
            written = shorter if space else ""
