"""What each state asks for is what the check asks for, and it is said in words."""

from __future__ import annotations

import pytest

from brugwerk.check.rules.network import ASKED_OF_RUNNING
from brugwerk.contribute.demand_words import when_asked
from brugwerk.contribute.demands import deciding_keys, demands
from brugwerk.language import translator
from brugwerk.records.description import FieldDescription, describe
from brugwerk.records.kinds import RECORD_KINDS
from tests.in_memory import vocabulary


def asked(kind: str, **values: object) -> set[str]:
    return {
        ".".join(path)
        for demand in demands(RECORD_KINDS[kind], vocabulary())
        if demand.holds(values)
        for path in demand.paths
    }


def test_a_draft_asks_for_nothing_more() -> None:
    assert asked("product", status="draft", type="lesson") == set()


def test_a_status_asks_what_its_list_says_for_the_type() -> None:
    lesson = asked("product", status="prototype", type="lesson")
    assert {"core", "adaptable", "duration"} <= lesson
    assert "duration" not in asked("product", status="prototype", type="design")


def test_from_tested_on_a_core_element_can_be_recognised() -> None:
    assert "core.recognise" not in asked("product", status="prototype", type="lesson")
    assert "core.recognise" in asked("product", status="tested", type="lesson")
    assert "core.recognise" not in asked("product", status="retired", type="lesson")


def test_a_stage_asks_only_for_keys_that_an_adoption_has() -> None:
    assert asked("adoption", stage="applying") == {"next_step", "decided_by", "users"}


def test_a_running_network_asks_what_the_check_asks() -> None:
    assert asked("network", status="running") == set(ASKED_OF_RUNNING)


def test_a_school_by_its_own_name_needs_consent() -> None:
    assert asked("school", pseudonym=False) == {"consent"}
    assert asked("school", pseudonym=True) == set()


def test_the_keys_that_decide_stand_in_the_order_of_the_record() -> None:
    assert deciding_keys(RECORD_KINDS["product"], vocabulary()) == ("type", "status")


def words(kind: str, *path: str, language: str = "nl") -> str:
    fields: tuple[FieldDescription, ...] = describe(RECORD_KINDS[kind].shape)
    for key in path:
        (field,) = (field for field in fields if field.key == key)
        fields = field.fields
    return when_asked(RECORD_KINDS[kind], field, path, vocabulary(), translator(language))


@pytest.mark.parametrize(
    ("kind", "path", "dutch", "english"),
    [
        ("product", ("title",), "altijd", "always"),
        ("product", ("core",), "vanaf prototype", "from prototype on"),
        ("product", ("core", "why"), "hoort er altijd bij", "always belongs to it"),
        ("product", ("core", "without"), "vanaf beproefd", "from tested on"),
        ("product", ("credits",), "", ""),
        (
            "product",
            ("duration",),
            "vanaf prototype bij het type les",
            "from prototype on for the type lesson",
        ),
        ("product", ("review_by",), "bij overdraagbaar", "with transferable"),
        ("product", ("retirement",), "bij teruggetrokken", "with retired"),
        ("adoption", ("decided_by",), "vanaf voorbereiden", "from preparing on"),
        ("adoption", ("reason",), "bij gestopt en bewust niet", "with stopped and declined"),
        ("network", ("result",), "bij loopt en afgerond", "with running and closed"),
        ("reflection", ("agreed_with_group",), "altijd", "always"),
        ("school", ("consent",), "bij `pseudonym: false`", "with `pseudonym: false`"),
    ],
)
def test_when_a_key_is_asked_is_said_in_words(
    kind: str, path: tuple[str, ...], dutch: str, english: str
) -> None:
    assert words(kind, *path) == dutch
    assert words(kind, *path, language="en") == english
