"""A drawing holds what it is given, escaped, and breaks words so that they fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.render.drawing import Area, Drawing, width_of, wrapped
from tests.html import parse


def test_a_text_that_fits_stays_on_one_line() -> None:
    assert wrapped("Een proefles", 14, 200) == ("Een proefles",)


def test_a_long_text_breaks_between_words() -> None:
    assert wrapped("Basisschool De Proefschool", 14, 120) == ("Basisschool De", "Proefschool")


def test_a_word_that_is_too_long_is_broken_too() -> None:
    lines = wrapped("hoogbegaafdheidsspecialist", 14, 80)
    assert "".join(lines) == "hoogbegaafdheidsspecialist"
    assert len(lines) > 1


def test_no_text_has_no_lines() -> None:
    assert wrapped(" ", 14, 100) == ()


@given(st.text(max_size=60), st.floats(60, 400))
def test_every_line_fits_and_no_letter_is_lost(text: str, room: float) -> None:
    lines = wrapped(text, 14, room)
    assert all(width_of(line, 14) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(("narrow", "wide"), [("iii", "mmm"), ("abc", "漢字漢"), ("é", "éé")])
def test_a_width_follows_the_letters(narrow: str, wide: str) -> None:
    assert width_of(narrow, 14) < width_of(wide, 14)


def test_an_accent_takes_no_room_of_its_own() -> None:
    assert width_of("e\u0301", 14) == width_of("é", 14) == width_of("e", 14)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_whatever_is_written_stays_text(text: str) -> None:
    inside = Drawing(10)
    inside.words("soort", 1, 2, [text], 10)
    drawing = Drawing(10, 10)
    drawing.link(text, text, inside)
    read = parse(drawing.svg("tekening", "t", text, text))
    assert {e.tag for e in read.elements} == {"svg", "title", "desc", "a", "text"}
    assert [e.text for e in read.all("text")] == [text]
    assert [e.attributes for e in read.all("a")] == [{"href": text}]


def test_a_drawing_is_named_by_its_title_and_description() -> None:
    read = parse(Drawing(10, 20).svg("tekening", "t", "Wat", "Hoe"))
    named = {e.get("id"): e.text for e in read.elements}
    (svg,) = read.all("svg")
    assert named[svg.get("aria-labelledby")] == "Wat"
    assert named[svg.get("aria-describedby")] == "Hoe"
    assert svg.get("viewbox") == "0 0 10 20"


def test_boxes_and_lines_stand_where_they_are_put() -> None:
    drawing = Drawing(10)
    drawing.box("doos", Area(1, 2, 3, 4), 5)
    drawing.line("lijn", (0, 0), (1.5, 2))
    assert drawing.marks == [
        '<rect class="doos" x="1" y="2" width="3" height="4" rx="5"/>',
        '<path class="lijn" d="M0 0L1.5 2"/>',
    ]
