"""Every recogniser over one text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brugwerk.personal.contact import mail_addresses, phone_numbers, profiles
from brugwerk.personal.grades import names_beside_grades
from brugwerk.personal.names import names_without_consent
from brugwerk.personal.numbers import bank_accounts, citizen_numbers
from brugwerk.personal.whereabouts import addresses, births

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from brugwerk.personal.span import Kind, Span

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


def personal_passages(
    text: str, known: Set[str] = frozenset(), *, around: str = "", names: bool = True
) -> tuple[Span, ...]:
    """Find the personal data in a text.

    Args:
        text: What a person wrote.
        known: Names, in small letters, of people who agreed to be named or who do not exist.
        around: The whole of which the text is a part, where there is more of it.
        names: Whether names are judged too; the source of a claim may name its writers.

    Returns:
        The passages in order; none is inside another of the same kind.
    """
    kept: list[Span] = []
    reached: dict[Kind, int] = {}
    for span in sorted(
        _passages(text, known, around, names=names), key=lambda s: (s.start, -s.end, s.kind)
    ):
        if span.end > reached.get(span.kind, 0):
            reached[span.kind] = span.end
            kept.append(span)
    return tuple(sorted(kept))


def _passages(text: str, known: Set[str], around: str, *, names: bool) -> Iterator[Span]:
    yield from mail_addresses(text)
    yield from profiles(text)
    if any(sign.isdigit() for sign in text):
        # The numbers in a web address are those of pages.
        plain = _WEB_ADDRESS.sub(lambda m: " " * len(m.group()), text)
        yield from phone_numbers(plain)
        yield from citizen_numbers(plain)
        yield from bank_accounts(plain)
        yield from births(plain)
        yield from addresses(plain)
    if names:
        yield from names_beside_grades(text, known, around)
        yield from names_without_consent(text, known)
