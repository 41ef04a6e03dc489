"""What changed between two versions, and what that means for a school that uses the earlier one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.derive.changes_since import Consequence, Since, changes_since, part_changes
from brugwerk.records.adoption import Adoption
from brugwerk.records.product import Product
from tests.builders import REMOVED, adoption, complete_product, edited
from tests.in_memory import vocabulary

BEFORE = complete_product()
NEW_CORE = {"id": "dan-samen", "what": "Dan pas samen.", "why": "Zo hoor je elkaar."}
NEW_FREE = {"id": "tijd", "what": "Hoe lang", "limit": "Een half uur."}
NEW_CONDITION = {"id": "lokaal", "what": "Een lokaal", "kind": "material", "need": "required"}
FIXED, FREE = BEFORE["core"][0], BEFORE["adaptable"][0]


def product(record: dict[str, Any]) -> Product:
    return Product.model_validate(record, context=vocabulary().ids())


def since(after: dict[str, Any], record: dict[str, Any] | None = None) -> Since:
    """The complete product beside what became of it, for the school that applies it."""
    school = Adoption.model_validate(record or adoption(), context=vocabulary().ids())
    stage = vocabulary().stage(school.stage)
    return changes_since(product(BEFORE), product(after), school, stage)


def changes(after: dict[str, Any]) -> list[tuple[str, str, str]]:
    found = part_changes(product(BEFORE), product(after))
    return [(c.list, c.how, (c.after or c.before).id) for c in found if c.after or c.before]


def test_a_version_does_not_differ_from_itself() -> None:
    assert part_changes(product(BEFORE), product(BEFORE)) == ()


def test_what_is_not_a_part_of_the_product_is_no_change_here() -> None:
    assert changes(complete_product(summary="Anders.", goals=["Iets anders."])) == []


@pytest.mark.parametrize(
    ("name", "part"),
    [("core", NEW_CORE), ("adaptable", NEW_FREE), ("conditions", NEW_CONDITION)],
)
def test_a_new_part_is_added_and_from_the_other_side_gone(name: str, part: dict[str, Any]) -> None:
    after = complete_product(**{name: [*BEFORE[name], part]})
    assert changes(after) == [(name, "added", part["id"])]
    back = part_changes(product(after), product(BEFORE))
    assert [(c.list, c.how) for c in back] == [(name, "gone")]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("core.0.what", "Iedereen schrijft eerst."),
        ("core.0.why", "Een andere reden."),
        ("core.0.recognise", REMOVED),
        ("core.0.without", "Iets anders gaat mis."),
        ("adaptable.0.what", "Met hoeveel"),
        ("adaptable.0.limit", "Vier of meer."),
        ("adaptable.0.options", ["vier", "vijf"]),
        ("adaptable.0.from_round", 2),
        ("conditions.0.what", "Een vast dagdeel"),
        ("conditions.0.need", "helpful"),
        ("conditions.0.arrange", "Vraag het."),
    ],
)
def test_another_text_is_a_rewording_of_that_key_alone(path: str, value: Any) -> None:
    (change,) = part_changes(product(BEFORE), product(edited(BEFORE, path, value)))
    assert change.how == "reworded"
    (rewording,) = change.rewordings
    assert rewording.key == path.rpartition(".")[2]
    assert rewording.before != rewording.after


def test_another_order_of_parts_is_no_change() -> None:
    assert changes(complete_product(adaptable=BEFORE["adaptable"][::-1])) == []


def test_what_was_fixed_and_is_free_has_moved_and_is_not_gone() -> None:
    now_free = {"id": FIXED["id"], "what": FIXED["what"], "limit": "Hoe dan ook."}
    after = complete_product(core=[NEW_CORE], adaptable=[*BEFORE["adaptable"], now_free])
    assert changes(after) == [
        ("core", "added", NEW_CORE["id"]),
        ("adaptable", "moved", FIXED["id"]),
    ]


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True), st.data())
def test_every_part_of_either_version_is_unchanged_or_named_once(
    first: list[str], data: st.DataObject
) -> None:
    second = data.draw(st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True))

    def of(ids: list[str]) -> Product:
        core = [NEW_CORE | {"id": part_id} for part_id in ids]
        return product(complete_product(core=core))

    found = part_changes(of(first), of(second))
    named = [(c.after or c.before).id for c in found if c.after or c.before]
    assert sorted(named) == sorted(set(first) ^ set(second))


# What it means for the school of `adoption()`: a choice in groepsgrootte, away from eerst-zelf.


def test_where_nothing_changed_all_choices_may_stay() -> None:
    assert since(BEFORE) == Since((), ())


def test_a_choice_in_a_part_that_is_gone_is_talked_about() -> None:
    after = complete_product(adaptable=BEFORE["adaptable"][1:])
    assert since(after).consequences == (
        Consequence("choice-gone", FREE["what"], "Vier leerlingen."),
    )


def test_a_choice_is_held_against_its_new_limit() -> None:
    after = edited(BEFORE, "adaptable.0.limit", "Hooguit drie.")
    assert since(after).consequences == (
        Consequence("choice-limit", FREE["what"], "Vier leerlingen.", "Hooguit drie."),
    )


def test_a_choice_in_what_is_fixed_now_is_named_with_the_reason() -> None:
    fixed = NEW_CORE | {"id": FREE["id"]}
    after = complete_product(core=[FIXED, fixed], adaptable=BEFORE["adaptable"][1:])
    assert since(after).consequences == (
        Consequence("choice-fixed", fixed["what"], "Vier leerlingen.", fixed["why"]),
    )


@pytest.mark.parametrize(("stage", "kinds"), [("trying", ["choice-later"]), ("applying", [])])
def test_a_later_round_matters_only_to_schools_that_do_not_apply_it_yet(
    stage: str, kinds: list[str]
) -> None:
    after = edited(BEFORE, "adaptable.0.from_round", 2)
    found = since(after, adoption(stage=stage)).consequences
    assert [c.kind for c in found] == kinds


def test_a_deviation_from_what_left_the_core_is_none_any_more() -> None:
    after = complete_product(core=[])
    assert since(after).consequences == (
        Consequence("deviation-gone", FIXED["what"], "In tweetallen."),
    )


def test_a_deviation_from_what_is_free_now_has_a_limit() -> None:
    now_free = {"id": FIXED["id"], "what": FIXED["what"], "limit": "Hooguit twee."}
    after = complete_product(core=[], adaptable=[*BEFORE["adaptable"], now_free])
    assert since(after).consequences == (
        Consequence("deviation-free", FIXED["what"], "In tweetallen.", "Hooguit twee."),
    )


@pytest.mark.parametrize(
    ("key", "kinds"),
    [("what", ["deviation-core"]), ("why", ["deviation-core"]), ("recognise", [])],
)
def test_a_deviation_is_held_against_a_core_that_reads_differently(
    key: str, kinds: list[str]
) -> None:
    found = since(edited(BEFORE, f"core.0.{key}", "Anders dan eerst.")).consequences
    assert [c.kind for c in found] == kinds


def test_what_is_new_in_the_core_and_required_is_asked_of_every_school() -> None:
    after = complete_product(
        core=[FIXED, NEW_CORE], conditions=[*BEFORE["conditions"], NEW_CONDITION]
    )
    found = since(after, adoption(choices=REMOVED, deviations=REMOVED)).consequences
    assert found == (
        Consequence("new-core", NEW_CORE["what"], now=NEW_CORE["why"]),
        Consequence("new-condition", NEW_CONDITION["what"]),
    )


def test_what_became_fixed_is_asked_of_a_school_that_chose_nothing_there() -> None:
    fixed = NEW_CORE | {"id": FREE["id"]}
    after = complete_product(core=[FIXED, fixed], adaptable=BEFORE["adaptable"][1:])
    found = since(after, adoption(choices=REMOVED)).consequences
    assert [c.kind for c in found] == ["new-core"]


def test_a_new_condition_that_only_helps_asks_nothing() -> None:
    helps = NEW_CONDITION | {"need": "helpful"}
    after = complete_product(conditions=[*BEFORE["conditions"], helps])
    assert since(after).consequences == ()


def test_a_school_that_stopped_has_nothing_to_reconsider() -> None:
    stopped = adoption(stage="stopped", reason="Het paste niet.")
    found = since(complete_product(core=[NEW_CORE]), stopped)
    assert found.changes
    assert found.consequences == ()
