"""Pictures say what the numbers say, have words beside them, and judge nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.derive.year_line import MinutesOfMeeting
from brugwerk.records.reflection import Place
from brugwerk.render.pictures import PLACES, between_poles, meeting_bar
from tests.html import Element, parse

WORDS = "20 minuten vast"


def bars(fixed: int, framed: int, open_: int, longest: int) -> dict[str, Element]:
    svg = meeting_bar(MinutesOfMeeting(fixed, framed, open_), longest, WORDS)
    return {element.get("class") or "": element for element in parse(svg).all("rect")}


def number(element: Element, name: str) -> float:
    return float(element.attributes[name])


def test_a_bar_has_a_part_for_each_kind_of_minutes() -> None:
    assert list(bars(10, 20, 30, 60)) == ["bar-fixed", "bar-framed", "bar-open"]
    assert list(bars(0, 0, 30, 60)) == ["bar-open"]
    assert list(bars(0, 0, 0, 60)) == []


def test_parts_are_as_wide_as_their_minutes() -> None:
    found = bars(20, 0, 40, 120)
    fixed, free = found["bar-fixed"], found["bar-open"]
    assert number(free, "width") == pytest.approx(2 * number(fixed, "width"), rel=0.05)
    assert number(free, "x") >= number(fixed, "x") + number(fixed, "width")


@given(st.integers(0, 1440), st.integers(0, 1440), st.integers(0, 1440), st.integers(0, 4320))
def test_no_part_is_narrower_than_nothing_or_leaves_the_picture(
    fixed: int, framed: int, open_: int, more: int
) -> None:
    longest = fixed + framed + open_ + more
    for part in bars(fixed, framed, open_, longest).values():
        assert number(part, "width") > 0
        assert number(part, "x") + number(part, "width") <= 602


def test_a_bar_has_its_words_as_a_text_alternative() -> None:
    (svg,) = parse(meeting_bar(MinutesOfMeeting(20, 0, 0), 60, WORDS)).all("svg")
    assert (svg.get("role"), svg.get("aria-label")) == ("img", WORDS)


@pytest.mark.parametrize("attack", ['"><script>alert(1)</script>', "' onload='x", "{0} {} {x}"])
def test_words_beside_a_picture_are_only_words(attack: str) -> None:
    for picture in (
        meeting_bar(MinutesOfMeeting(1, 1, 1), 3, attack),
        between_poles(Place(wished=1, experienced=7), attack),
    ):
        found = parse(picture)
        assert found.dangers() == []
        assert found.all("svg")[0].get("aria-label") == attack


def positions(wished: int, experienced: int) -> tuple[float, float]:
    found = parse(between_poles(Place(wished=wished, experienced=experienced), WORDS))
    ring, dot = found.all("circle")
    return number(ring, "cx"), number(dot, "cx")


def test_places_run_from_left_to_right_at_equal_distances() -> None:
    places = [positions(place, 1)[0] for place in range(1, PLACES + 1)]
    steps = [after - before for before, after in itertools.pairwise(places)]
    assert all(step > 0 for step in steps)
    assert max(steps) - min(steps) <= 1


def test_both_poles_are_equally_far_from_the_edge() -> None:
    left, right = positions(1, PLACES)
    assert left == pytest.approx(600 - right, abs=1)


def test_wish_and_experience_can_be_told_apart_at_the_same_place() -> None:
    found = parse(between_poles(Place(wished=4, experienced=4), WORDS))
    ring, dot = found.all("circle")
    assert number(ring, "r") > number(dot, "r")
    assert ring.get("class") != dot.get("class")
