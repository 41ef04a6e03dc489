"""What somebody meant is found only where it cannot have been anything else."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.mend.dates import date_meant
from brugwerk.mend.durations import duration_meant
from brugwerk.mend.names import only_name_meant
from brugwerk.records.fields import DURATION_PATTERN, minutes_of
from tests.in_memory import vocabulary

THE_TWELFTH = date(2026, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        *("12-05-2026", "12-5-2026", "12.05.2026", "12 mei 2026", "12 Mei 2026", "12 mei, 2026"),
        *("dinsdag 12 mei 2026", "di 12 mei 2026", "2026/5/12", "2026-5-12", "2026.05.12"),
        *("20260512", "2026-05-12", "12 May 2026", "May 12, 2026", "Tuesday, May 12, 2026"),
    ],
)
def test_a_date_is_read_in_every_form_that_people_write(text: str) -> None:
    assert date_meant(text) == THE_TWELFTH


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/13/2026", date(2026, 5, 13)),
        ("13/5/2026", date(2026, 5, 13)),
        ("5/5/2026", date(2026, 5, 5)),
        ("3 mrt. 2026", date(2026, 3, 3)),
        ("1e sept 2026", date(2026, 9, 1)),
    ],
)
def test_a_date_with_one_reading_is_read(text: str, day: date) -> None:
    assert date_meant(text) == day


@pytest.mark.parametrize(
    "text",
    [
        *("5/12/2026", "12/5/2026", "12-05-26", "mei 2026", "2026", "31-02-2026", "2026-13-01"),
        *("maandag 12 mei 2026", "12 mij 2026", "volgende week", "", "12-05/2026", "0000-01-01"),
    ],
)
def test_a_date_that_could_be_another_or_is_none_is_left(text: str) -> None:
    assert date_meant(text) is None


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_date_written_out_comes_back(day: date) -> None:
    for form in ("%d-%m-%Y", "%Y/%m/%d", "%Y%m%d", "%Y-%m-%d"):
        assert date_meant(day.strftime(form)) == day


@given(st.text(max_size=20))
def test_no_text_makes_reading_a_date_fail(text: str) -> None:
    assert isinstance(date_meant(text), date | None)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        *(("50", "PT50M"), ("50 minuten", "PT50M"), ("50 min.", "PT50M"), ("50m", "PT50M")),
        *(("1,5 uur", "PT1H30M"), ("1.5 uur", "PT1H30M"), ("anderhalf uur", "PT1H30M")),
        *(("PT1,5H", "PT1H30M"), ("pt50m", "PT50M"), ("P50M", "PT50M"), ("PT 50 M", "PT50M")),
        *(("een half uur", "PT30M"), ("half uur", "PT30M"), ("een uur", "PT1H"), ("60", "PT1H")),
        *(("1 uur en 15 minuten", "PT1H15M"), ("1 uur 15 min", "PT1H15M"), ("2 uren", "PT2H")),
        *(("een kwartier", "PT15M"), ("drie kwartier", "PT45M"), ("Twee uur", "PT2H")),
        *(("1 hour and 30 minutes", "PT1H30M"), ("90 minutes", "PT1H30M"), ("an hour", "PT1H")),
    ],
)
def test_a_length_of_time_is_read_in_every_form_that_people_write(text: str, duration: str) -> None:
    assert duration_meant(text) == duration


@pytest.mark.parametrize(
    "text",
    [
        *("50-60 minuten", "ongeveer 50 minuten", "1 dag", "P1D", "twee lessen", "0", "", "PT"),
        *("1,33 uur", "1:30", "vijftig", "50 minuten per groep", "PT50", "uur", "en 15 minuten x"),
    ],
)
def test_a_length_of_time_that_could_be_another_is_left(text: str) -> None:
    assert duration_meant(text) is None


@given(st.text(alphabet="0123456789,. ptPThHmMuren½een", max_size=14))
def test_every_length_that_is_read_is_one_that_records_take(text: str) -> None:
    found = duration_meant(text)
    assert found is None or (re.match(DURATION_PATTERN, found) and minutes_of(found) > 0)


NAMES = {"goals": ("goals", "Doelen"), "audience": ("audience", "Voor wie"), "core": ("core",)}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        *(
            ("Goals", "goals"),
            ("doelen", "goals"),
            ("audiance", "audience"),
            ("VOOR-WIE", "audience"),
        ),
        *(("cor", None), ("coer", None), ("iets anders", None), ("", None), ("---", None)),
    ],
)
def test_a_name_is_found_by_its_label_or_by_one_slip(written: str, key: str | None) -> None:
    assert only_name_meant(written, NAMES) == key


def test_a_name_that_is_near_to_two_is_left() -> None:
    assert (
        only_name_meant("material", {"materials": ("materials",), "materiel": ("materiel",)})
        is None
    )


def test_a_name_of_two_is_left() -> None:
    assert only_name_meant("les", {"lesson": ("les",), "reading": ("les",)}) is None


@pytest.mark.parametrize("written", ["groep 9", "groep-10", "havo-7", "vmbo-kb-5", "groep"])
def test_another_number_is_no_slip(written: str) -> None:
    terms = vocabulary().lists["levels"].terms
    names = {t.id: (t.id, t.label.nl, t.label.en, *t.synonyms) for t in terms}
    assert only_name_meant(written, names) is None


@pytest.mark.parametrize("scheme", sorted(vocabulary().lists))
def test_every_term_is_found_by_its_own_id_and_by_no_other(scheme: str) -> None:
    terms = vocabulary().lists[scheme].terms
    names = {t.id: (t.id, t.label.nl, t.label.en, *t.synonyms) for t in terms}
    assert {only_name_meant(t.id.upper(), names) for t in terms} - {None} <= set(names)
    for term in terms:
        assert only_name_meant(term.id, names) in {term.id, None}
