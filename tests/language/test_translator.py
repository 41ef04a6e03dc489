"""Texts, dates and lengths of time in the two languages of the interface."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.language import translator

DUTCH, ENGLISH = translator("nl"), translator("en")


def test_a_message_is_translated_into_dutch_and_stays_in_english() -> None:
    assert DUTCH.text("Schools") == "Scholen"
    assert ENGLISH.text("Schools") == "Schools"


def test_a_message_without_a_translation_is_shown_as_it_is() -> None:
    assert DUTCH.text("No such message") == "No such message"


def test_a_language_without_a_catalogue_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        translator("fr")


@pytest.mark.parametrize(
    ("day", "dutch", "english"),
    [
        (date(2026, 3, 4), "4 maart 2026", "4 March 2026"),
        (date(2025, 12, 31), "31 december 2025", "31 December 2025"),
        (date(2024, 2, 29), "29 februari 2024", "29 February 2024"),
    ],
)
def test_a_day_is_written_out(day: date, dutch: str, english: str) -> None:
    assert DUTCH.day(day) == dutch
    assert ENGLISH.day(day) == english


def test_a_day_is_written_out_with_its_day_of_the_week() -> None:
    assert DUTCH.weekday(date(2026, 3, 4)) == "woensdag 4 maart 2026"
    assert ENGLISH.weekday(date(2026, 3, 4)) == "Wednesday 4 March 2026"


@pytest.mark.parametrize(
    ("minutes", "dutch", "english"),
    [
        (0, "0 minuten", "0 minutes"),
        (1, "1 minuut", "1 minute"),
        (50, "50 minuten", "50 minutes"),
        (60, "1 uur", "1 hour"),
        (61, "1 uur en 1 minuut", "1 hour and 1 minute"),
        (90, "1 uur en 30 minuten", "1 hour and 30 minutes"),
        (120, "2 uur", "2 hours"),
        (1501, "25 uur en 1 minuut", "25 hours and 1 minute"),
    ],
)
def test_minutes_are_written_out(minutes: int, dutch: str, english: str) -> None:
    assert DUTCH.minutes(minutes) == dutch
    assert ENGLISH.minutes(minutes) == english


@pytest.mark.parametrize(
    ("items", "dutch", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a and b"),
        (["a", "b", "c"], "a, b en c", "a, b, and c"),
        (["{0}", "{1} {x}"], "{0} en {1} {x}", "{0} and {1} {x}"),
    ],
)
def test_items_are_joined_as_a_sentence_does(items: list[str], dutch: str, english: str) -> None:
    assert DUTCH.listed(items) == dutch
    assert ENGLISH.listed(items) == english


@given(st.integers(0, 10_000))
def test_one_of_something_is_said_otherwise_than_more(count: int) -> None:
    said = ENGLISH.number("{n} minute", "{n} minutes", count)
    assert said == (f"{count} minute" if count == 1 else f"{count} minutes")
    assert DUTCH.number("{n} minute", "{n} minutes", count).startswith(f"{count} ")
