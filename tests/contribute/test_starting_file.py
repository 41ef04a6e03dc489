"""A new file says back what was filled in, explains itself, and needs only a # taken away."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.contribute.interview import flaws
from brugwerk.contribute.starting_file import starting_file
from brugwerk.language import translator
from brugwerk.read.yaml_text import read_yaml
from brugwerk.records.description import describe
from brugwerk.records.kinds import RECORD_KINDS
from tests import builders
from tests.in_memory import vocabulary

# The first # of a line, unless it only explains.
_AT_REST = re.compile(r"^(\s*)#(?=[^ ]|  )", re.MULTILINE)
RECORDS = [
    ("product", builders.product()),
    ("product", builders.guideline()),
    ("product", builders.complete_product()),
    ("network", builders.network()),
    ("reflection", builders.reflection()),
    ("school", builders.school()),
    ("adoption", builders.exploring_adoption()),
    ("adoption", builders.adoption()),
]
each_record = pytest.mark.parametrize(("kind", "record"), RECORDS)


def written(kind: str, values: dict[str, Any], *, language: str = "nl", short: bool = False) -> str:
    says = translator(language)
    return starting_file(RECORD_KINDS[kind], values, vocabulary(), says, short=short)


def front(text: str) -> str:
    assert text.startswith("---\n")
    assert text.endswith("\n---\n")
    assert len(re.findall(r"^-{3,}[ \t]*$", text, re.MULTILINE)) == 2
    return text.removeprefix("---\n").removesuffix("---\n")


def read(text: str) -> Any:
    found = read_yaml(front(text))
    assert found.flaws == ()
    return found.data


@each_record
@pytest.mark.parametrize("short", [True, False])
def test_it_says_what_was_filled_in(kind: str, record: builders.Record, short: bool) -> None:
    assert read(written(kind, record, short=short)) == record


@each_record
@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_its_first_marks_every_key_is_there_and_sound(
    kind: str, record: builders.Record, language: str
) -> None:
    text = written(kind, record, language=language)
    everything = read(_AT_REST.sub(r"\1", text))
    assert list(everything) != list(record)
    assert set(everything) == {field.key for field in describe(RECORD_KINDS[kind].shape)}
    assert flaws(RECORD_KINDS[kind], everything, vocabulary(), whole=True) == []


def test_every_key_in_use_is_explained_above_it() -> None:
    lines = written("product", builders.product()).split("\n")
    place = lines.index("title: Een los idee")
    assert lines[place - 1] == "# Titel. Zeg wat je ermee doet."


def test_a_key_at_rest_has_an_example_and_says_when_it_is_asked() -> None:
    text = written("product", builders.product())
    assert "\n## Licentie (vanaf prototype). Wat anderen ermee mogen doen." in text
    assert "\n#license: CC-BY-SA-4.0\n" in text


def test_few_choices_are_named_and_many_are_looked_up() -> None:
    text = written("product", builders.product())
    assert "Kies: design = ontwerp; lesson = les; guideline = richtlijn." in text
    assert "vocabulary/levels.yml" in text
    assert "groep-3" not in text


def test_what_a_group_may_leave_out_is_at_rest_in_its_first_item_only() -> None:
    core = [{"id": "a", "what": "x", "why": "y"}, {"id": "b", "what": "x", "why": "y"}]
    text = written("product", builders.product(core=core))
    assert text.count("    #recognise: ") == 1
    assert read(text)["core"] == core


def test_a_short_file_leaves_out_what_is_not_in_use() -> None:
    assert "license" not in written("product", builders.product(), short=True)


def test_it_explains_in_english_too() -> None:
    text = written("product", builders.product(), language="en")
    assert "# Title. Say what one does with it.\n" in text


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])), st.booleans()
)
def test_whatever_a_title_holds_it_reads_back(title: str, short: bool) -> None:
    values = {**builders.product(), "title": title, "goals": [title], "core": [{"what": title}]}
    assert read(written("product", values, short=short)) == values


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_no_explanation_runs_off_the_screen(kind: str) -> None:
    explanations = re.findall(r"^\s*#+ +#? ?[A-Z].*$", written(kind, {}), re.MULTILINE)
    assert len(explanations) > 10
    assert max(map(len, explanations)) <= 100
