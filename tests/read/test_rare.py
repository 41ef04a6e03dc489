"""What one pass over a text calls absent is absent for the rules that would look closer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.read.rare import Rare, rare_in
from brugwerk.records.overclaim import OVERCLAIM
from brugwerk.records.prose import MAX_INDENT, MOST_UNDERLINES, nested_too_deeply
from brugwerk.records.unseen import unseen_signs

NESTING = ["- ", "* ", "> ", ">", "1. ", "٣) ", "\t", " " * 21, "\u2003" * 21, "a", "\n"]
LINES = st.sampled_from(["=\n", "--- \n", "=-=\t\n", "a\n"])


@given(st.lists(st.sampled_from(NESTING), max_size=40).map("".join))
def test_deep_nesting_is_never_passed_by(text: str) -> None:
    if nested_too_deeply(text) is not None:
        assert Rare.NESTED_TOO_DEEPLY in rare_in(text)


@given(LINES.flatmap(lambda line: st.integers(0, 60).map(lambda times: "a\n" + line * times)))
def test_many_underlines_are_never_passed_by(text: str) -> None:
    if nested_too_deeply(text) is not None:
        assert Rare.NESTED_TOO_DEEPLY in rare_in(text)


@pytest.mark.parametrize(
    "text",
    ["- " * 12 + "a", "a\n" + " " * (MAX_INDENT + 1) + "a", "a\n" + "=\n" * (MOST_UNDERLINES + 1)],
)
def test_the_least_that_is_too_deep_is_seen(text: str) -> None:
    assert nested_too_deeply(text) is not None
    assert Rare.NESTED_TOO_DEEPLY in rare_in(text)


@given(st.text())
def test_unseen_signs_are_never_passed_by(text: str) -> None:
    if any(unseen_signs(text)):
        assert Rare.UNSEEN in rare_in(text)


@pytest.mark.parametrize("text", ["BeWeZen  EFFECTIEF", "proven\neffective", "Effectief bewezen"])
def test_an_overclaim_is_never_passed_by(text: str) -> None:
    assert OVERCLAIM.search(text)
    assert Rare.OVERCLAIM in rare_in(text)


def test_an_ordinary_text_holds_nothing_rare() -> None:
    text = "## Zo begin je\n\nDe klas meet de gang, in stappen van 30 cm.\n\n- een lint\n- krijt\n"
    assert rare_in(text) == frozenset()
