"""A slip is recognised by how its line looks, and whatever stands there makes no reading fail."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.problems.catalogue import explain
from brugwerk.read.front_matter import front_matter_of
from brugwerk.read.slips import slip_of
from brugwerk.read.yaml_data import Flaw

FILE = PurePosixPath("products/x/index.md")
MAPPING = "mapping values are not allowed in this context"


def fix(line: str, column: int = 0, detail: str = MAPPING) -> str:
    return slip_of(Flaw("syntax", 0, column, detail), [line]).fix.nl


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ("title:Een idee", 0, "`title: Een idee`"),
        ("- what:Eerst zelf", 0, "`what: Eerst zelf`"),
        ("title: Een: idee", 10, '`title: "Een: idee"`'),
        ('title: Zeg "ja": nu', 15, "`title: 'Zeg \"ja\": nu'`"),
        ("title: «Een»: idee", 12, '`title: "Een: idee"`'),
        ("  type: lesson", 6, "Zet `type` recht onder"),
        ("title: `x`: y", 10, '`title: " x : y"`'),
    ],
)
def test_the_line_is_told_as_it_should_be(line: str, column: int, words: str) -> None:
    assert words in fix(line, column)


@pytest.mark.parametrize("line", ["url: https://example.org", "start: 15:30", "een gewone zin"])
def test_what_only_looks_like_a_slip_keeps_the_general_advice(line: str) -> None:
    assert "een van deze drie dingen" in fix(line, 0, "something else")


def test_a_very_long_line_is_told_in_short() -> None:
    assert len(fix("title:" + "a" * 500)) < 200


@given(st.text(alphabet="abc:- \t\"'“`[]{}#&*!|>%@\n\u00a0", max_size=60))
def test_no_text_makes_telling_fail(text: str) -> None:
    _, problems = front_matter_of(f"---\n{text}\n---\n", FILE)
    for problem in problems:
        for language in ("nl", "en"):
            said = explain(problem, language)
            assert said.mend
            assert said.mend.count("`") % 2 == 0
        assert problem.place.line >= 1
        assert problem.place.column >= 1
