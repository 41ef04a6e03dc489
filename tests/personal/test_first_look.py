"""The first look passes by nothing that the precise patterns would find."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from brugwerk.first_look import FirstLook
from brugwerk.personal.recognise import (
    RECOGNISERS,
    Reading,
    personal_passages,
    without_repetition,
    without_web_addresses,
)
from brugwerk.read.rare import Rare, rare_in

if TYPE_CHECKING:
    from brugwerk.personal.span import Span

HERE = Path(__file__).parent
CASES: list[str] = [
    case["text"]
    for cases in yaml.safe_load((HERE / "privacy_cases.yml").read_text("utf-8")).values()
    for case in cases
]
CASES += [c["text"] for c in yaml.safe_load((HERE / "privacy_unseen.yml").read_text("utf-8"))]
PIECES = sorted({piece for text in CASES for piece in re.findall(r"\w+|\s+|[^\w\s]", text)})
# What Python takes for a letter, digit, space or i, and RE2 does not.
ODD = ["\x0b", "\x1f", "\x85", "\xa0", "\u2003", "\u2028", "٣", "３", "é", "ж", "İ", "ı", "ſ", "K"]

mixtures = st.lists(st.sampled_from([*PIECES, *ODD, *CASES]), max_size=12).map("".join)


@st.composite
def damaged_cases(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(CASES))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 3)))
    return text[:start] + draw(st.sampled_from(["", *ODD, *PIECES])) + text[end:]


texts = st.one_of(mixtures, damaged_cases(), st.text(max_size=60))


def found_without_first_look(text: str) -> tuple[Span, ...]:
    reading = Reading(text, without_web_addresses(text), frozenset(), text)
    return without_repetition(s for r in RECOGNISERS for s in r.find(reading))


@given(texts)
@settings(max_examples=400)
def test_what_is_found_after_a_first_look_is_all_there_is(text: str) -> None:
    assert personal_passages(text) == found_without_first_look(text)


@pytest.mark.parametrize("text", CASES, ids=lambda text: text[:40])
def test_a_first_look_costs_no_known_text_a_finding(text: str) -> None:
    assert personal_passages(text) == found_without_first_look(text)


@given(st.lists(texts, min_size=1, max_size=4))
def test_a_first_look_at_several_texts_sees_what_is_in_each(several: list[str]) -> None:
    if any(map(found_without_first_look, several)):
        assert Rare.PERSONAL in rare_in("\n".join(several))


def test_half_a_surrogate_pair_is_passed_by() -> None:
    assert FirstLook(["a", "b"]).found_in("\ud800b") == [1]
