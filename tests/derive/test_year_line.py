"""How much of a meeting is fixed and how much is open: minutes, and no judgement."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.derive.year_line import minutes_of
from brugwerk.records.meeting import Meeting
from tests.builders import meeting


def of(*blocks: tuple[int, bool, bool]) -> tuple[int, int, int]:
    """The fixed, framed and open minutes of blocks given as minutes, fixed part, room."""
    written: list[dict[str, Any]] = []
    for minutes, fixed, room in blocks:
        block: dict[str, Any] = {"minutes": minutes, "activity": "Iets", "role": "teacher"}
        written.append(
            block | ({"fixed": "Zo."} if fixed else {}) | ({"room": "Anders."} if room else {})
        )
    found = minutes_of(Meeting.model_validate(meeting(blocks=written)))
    assert found.total == found.fixed + found.framed + found.open
    return found.fixed, found.framed, found.open


@pytest.mark.parametrize(
    ("fixed", "room", "minutes"),
    [
        (True, False, (10, 0, 0)),
        (True, True, (0, 10, 0)),
        (False, True, (0, 0, 10)),
    ],
)
def test_a_block_is_fixed_or_framed_or_open(
    fixed: bool, room: bool, minutes: tuple[int, int, int]
) -> None:
    assert of((10, fixed, room)) == minutes


def test_minutes_of_a_kind_are_added_up_over_the_meeting() -> None:
    assert of((5, True, False), (10, True, False), (20, True, True), (3, False, True)) == (
        15,
        20,
        3,
    )


def test_a_meeting_without_blocks_has_no_minutes() -> None:
    assert of() == (0, 0, 0)


@given(st.lists(st.tuples(st.integers(1, 300), st.booleans(), st.booleans()), max_size=12))
def test_no_minute_is_lost(blocks: list[tuple[int, bool, bool]]) -> None:
    assert sum(of(*blocks)) == sum(minutes for minutes, _, _ in blocks)
