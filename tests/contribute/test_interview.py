"""What is asked of a person, and what an answer means."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from brugwerk.contribute.interview import (
    Question,
    asked_questions,
    filled,
    first_state,
    flaws,
    questions,
    understood,
)
from brugwerk.records.kinds import RECORD_KINDS
from tests.builders import product
from tests.in_memory import vocabulary


def question(kind: str, flag: str) -> Question:
    (found,) = (each for each in questions(RECORD_KINDS[kind]) if each.flag == flag)
    return found


def asked(kind: str, **values: Any) -> list[str]:
    return [each.flag for each in asked_questions(RECORD_KINDS[kind], vocabulary(), values)]


def test_a_draft_product_is_asked_for_four_things() -> None:
    assert asked("product") == ["--title", "--summary", "--type", "--status"]


def test_a_status_asks_more_with_what_belongs_to_each_group() -> None:
    prototype = asked("product", status="prototype", type="lesson")
    assert {"--core-id", "--core-what", "--core-why", "--duration"} <= set(prototype)
    assert "--core-recognise" not in prototype
    assert "--core-recognise" in asked("product", status="tested", type="lesson")


def test_a_group_that_is_begun_is_asked_to_the_end() -> None:
    assert "--consent-scope" in asked("school", pseudonym=True, consent={"given_by": "teacher"})


def test_a_school_under_a_pseudonym_is_not_asked_for_consent() -> None:
    assert asked("school", pseudonym=True) == ["--name", "--pseudonym", "--sector"]
    assert "--consent-given-on" in asked("school")


def test_an_adoption_begins_with_exploring_and_its_next_step() -> None:
    assert "--next-step-date" in asked("adoption")
    assert "--decided-by-role" not in asked("adoption")


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("product", {"status": "draft", "type": None}),
        ("network", {"status": "draft"}),
        ("adoption", {"stage": "exploring"}),
        ("school", {"pseudonym": False}),
    ],
)
def test_a_new_record_is_in_the_first_state(kind: str, state: dict[str, Any]) -> None:
    found = first_state(RECORD_KINDS[kind], vocabulary())
    assert {key: found.get(key) for key in state} == state


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_no_two_questions_share_a_flag(kind: str) -> None:
    flags = [each.flag for each in questions(RECORD_KINDS[kind])]
    assert len(flags) == len(set(flags))


@pytest.mark.parametrize(
    ("kind", "flag", "typed", "meant"),
    [
        ("product", "--type", "les", "lesson"),
        ("product", "--type", " Lesson ", "lesson"),
        ("product", "--type", "lessen", "lessen"),
        ("product", "--duration", "50", "PT50M"),
        ("product", "--duration", "PT1H", "PT1H"),
        ("product", "--version", '"1.0"', "1.0"),
        ("product", "--sessions", "2", 2),
        ("product", "--sessions", "twee", "twee"),
        ("product", "--review-by", "2027-09-01", date(2027, 9, 1)),
        ("product", "--review-by", "1-9-2027", "1-9-2027"),
        ("school", "--pseudonym", "Ja", True),
        ("school", "--pseudonym", "nee", False),
        ("school", "--pseudonym", "misschien", "misschien"),
        ("product", "--title", "50", "50"),
    ],
)
def test_an_answer_means_what_a_person_means(kind: str, flag: str, typed: str, meant: Any) -> None:
    assert understood(question(kind, flag).field, typed, vocabulary()) == meant


def test_answers_fill_groups_and_the_first_item_of_a_list() -> None:
    answers = [
        (question("product", "--core-what"), "x"),
        (question("product", "--core-why"), "y"),
        (question("product", "--guidance-minutes"), 5),
    ]
    expected = {"core": [{"what": "x", "why": "y"}], "guidance": {"minutes": 5}}
    assert filled(answers) == expected


def test_what_is_still_missing_is_no_flaw_while_answering() -> None:
    kind = RECORD_KINDS["product"]
    assert flaws(kind, {"title": "x"}, vocabulary(), whole=False) == []
    found = flaws(kind, {"title": "x"}, vocabulary(), whole=True)
    assert {problem.code for problem in found} == {"BW101"}
    assert flaws(kind, product(), vocabulary(), whole=True) == []
