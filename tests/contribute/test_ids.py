"""Ids made of titles can stand in an address, whatever the title."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.contribute.ids import LONGEST_ID, id_from
from brugwerk.records.fields import ID_PATTERN


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Een maand lang de maan tekenen", "een-maand-lang-de-maan-tekenen"),
        ("Eén café, twéé ideeën", "een-cafe-twee-ideeen"),
        ("'t Ei: wat nu?", "t-ei-wat-nu"),
        ("Thema’s kiezen", "themas-kiezen"),
        ("Smørrebrød & Straße", "smorrebrod-strasse"),
        ("½ + ½ = 1", "1-2-1-2-1"),
        ("ﬁets", "fiets"),
        ("  --  ", ""),
        ("月", ""),
        ("🙂", ""),
    ],
)
def test_an_id_is_what_one_would_type(title: str, expected: str) -> None:
    assert id_from(title) == expected


def test_a_long_title_is_cut_between_words() -> None:
    made = id_from("een " * 40)
    assert len(made) <= LONGEST_ID
    assert set(made.split("-")) == {"een"}


@given(st.text())
def test_whatever_the_title_the_id_is_empty_or_sound(title: str) -> None:
    made = id_from(title)
    assert made == "" or (re.fullmatch(ID_PATTERN, made) and len(made) <= LONGEST_ID)
    assert id_from(made) == made
