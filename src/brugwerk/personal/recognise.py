"""Every recogniser over one text, after a first look that says which of them may find something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from brugwerk.first_look import FirstLook
from brugwerk.personal import contact, grades, names, numbers, whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Set

    from brugwerk.personal.span import Kind, Span

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


@dataclass(frozen=True)
class Reading:
    """A text as the recognisers read it; see :func:`personal_passages`.

    Attributes:
        plain: The text without web addresses: the numbers in those are of pages.
    """

    text: str
    plain: str
    known: Set[str]
    around: str


Find: TypeAlias = "Callable[[Reading], Iterator[Span]]"


class Recogniser(NamedTuple):
    """What finds one form of personal data.

    Attributes:
        first_look: A pattern of RE2 that finds something wherever ``find`` does.
        find: The precise one.
        of_names: Whether it judges names.
    """

    first_look: str
    find: Find
    of_names: bool = False


def _in_text(find: Callable[[str], Iterator[Span]]) -> Find:
    return lambda reading: find(reading.text)


def _in_plain(find: Callable[[str], Iterator[Span]]) -> Find:
    return lambda reading: find(reading.plain)


def _names(find: Callable[[str, Set[str]], Iterator[Span]]) -> Find:
    return lambda reading: find(reading.text, reading.known)


def _grades(find: Callable[[str, Set[str], str], Iterator[Span]]) -> Find:
    return lambda reading: find(reading.text, reading.known, reading.around)


RECOGNISERS = (
    Recogniser(contact.MAY_BE_MAIL, _in_text(contact.mail_addresses)),
    Recogniser(contact.MAY_BE_HIDDEN_MAIL, _in_text(contact.hidden_mail_addresses)),
    Recogniser(contact.MAY_BE_PROFILE, _in_text(contact.profiles)),
    Recogniser(contact.MAY_BE_PHONE, _in_plain(contact.phone_numbers)),
    Recogniser(numbers.MAY_BE_CITIZEN, _in_plain(numbers.citizen_numbers)),
    Recogniser(numbers.MAY_BE_BANK_ACCOUNT, _in_plain(numbers.bank_accounts)),
    Recogniser(whereabouts.MAY_BE_BIRTH, _in_plain(whereabouts.births)),
    Recogniser(whereabouts.MAY_BE_ADDRESS, _in_plain(whereabouts.addresses)),
    Recogniser(grades.MAY_BE_TABLE, _grades(grades.grades_in_tables), of_names=True),
    Recogniser(grades.MAY_BE_LIST, _grades(grades.grades_in_lists), of_names=True),
    Recogniser(grades.MAY_BE_SENTENCE, _grades(grades.grades_in_sentences), of_names=True),
    Recogniser(names.MAY_BE_TITLED, _names(names.names_after_titles), of_names=True),
    Recogniser(names.MAY_BE_MADE_BY, _names(names.names_of_makers), of_names=True),
    Recogniser(names.MAY_BE_SIGNED, _names(names.names_of_signers), of_names=True),
)
# Nothing personal is in a text, or in a line of it, in which none of these can be found, either
# with or without its web addresses.
FIRST_LOOKS = tuple(recogniser.first_look for recogniser in RECOGNISERS)
_FIRST_LOOK = FirstLook(FIRST_LOOKS)


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
    plain = without_web_addresses(text)
    found = set(_FIRST_LOOK.found_in(text))
    if plain is not text:
        # The spaces instead of an address may bring numbers together.
        found.update(_FIRST_LOOK.found_in(plain))
    if not found:
        return ()
    reading = Reading(text, plain, known, around or text)
    return without_repetition(
        span
        for recogniser in (RECOGNISERS[index] for index in sorted(found))
        if names or not recogniser.of_names
        for span in recogniser.find(reading)
    )


def without_repetition(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, without those inside another of the same kind."""
    kept: list[Span] = []
    reached: dict[Kind, int] = {}
    for span in sorted(spans, key=lambda s: (s.start, -s.end, s.kind)):
        if span.end > reached.get(span.kind, 0):
            reached[span.kind] = span.end
            kept.append(span)
    return tuple(sorted(kept))


def without_web_addresses(text: str) -> str:
    """Return a text with spaces instead of web addresses; the text itself where it has none."""
    return _WEB_ADDRESS.sub(lambda m: " " * len(m.group()), text) if "://" in text else text
