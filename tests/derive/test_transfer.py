"""A transfer plan brings a product and one school's adoption together, or leaves a sheet empty."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from brugwerk.derive.transfer import TransferPlan, transfer_plan
from tests.builders import (
    REMOVED,
    adoption,
    complete_product,
    edited,
    exploring_adoption,
    network,
    school,
)
from tests.in_memory import catalogue


def plan(
    record: dict[str, Any] | None = None, *, product: dict[str, Any] | None = None
) -> TransferPlan:
    """The plan of one adoption, or the empty sheet where there is none."""
    found = catalogue(
        products={"les": product or complete_product(relations=[], files=[])},
        networks={"het-proefnet": network()},
        schools={"school": school()},
        adoptions={("school", "les"): record} if record else {},
    )
    return transfer_plan(found, "les", "school" if record else None)


# An adoption.


def test_a_plan_names_product_school_adoption_and_networks() -> None:
    found = plan(adoption())
    assert found.product.id == "les"
    assert found.school is not None
    assert found.school.id == "school"
    assert found.adoption is not None
    assert [entry.id for entry in found.networks] == ["het-proefnet"]


def test_every_core_element_is_there_with_its_deviation_or_none() -> None:
    core = [
        {"id": "eerst-zelf", "what": "Eerst zelf.", "why": "Daarom."},
        {"id": "dan-samen", "what": "Dan samen.", "why": "Daarom."},
    ]
    found = plan(adoption(), product=complete_product(core=core))
    assert [part.element.id for part in found.fixed] == ["eerst-zelf", "dan-samen"]
    assert [part.deviation.change if part.deviation else None for part in found.fixed] == [
        "In tweetallen.",
        None,
    ]


def test_every_adaptable_element_is_there_with_the_choice_or_none() -> None:
    found = plan(adoption())
    assert [(part.element.id, part.choice and part.choice.choice) for part in found.free] == [
        ("groepsgrootte", "Vier leerlingen."),
        ("werkvorm", None),
    ]


def test_required_conditions_come_first_in_their_own_order() -> None:
    conditions = [
        {"id": "a", "what": "A", "kind": "time", "need": "helpful"},
        {"id": "b", "what": "B", "kind": "time", "need": "required"},
        {"id": "c", "what": "C", "kind": "time", "need": "helpful"},
        {"id": "d", "what": "D", "kind": "time", "need": "required"},
    ]
    found = plan(adoption(conditions=[]), product=complete_product(conditions=conditions))
    assert [item.condition.id for item in found.conditions] == ["b", "d", "a", "c"]


@pytest.mark.parametrize(
    ("arranged", "waits"),
    [("arranged", False), ("not-yet", True), ("partly", True), (None, True)],
)
def test_a_condition_waits_until_someone_says_that_it_is_arranged(
    arranged: str | None, waits: bool
) -> None:
    said = [{"condition": "vast-uur", "arranged": arranged}] if arranged else []
    found = plan(adoption(conditions=said))
    assert [item.condition.id for item in found.not_arranged] == (["vast-uur"] if waits else [])


def test_what_happened_stands_apart_from_what_is_hoped() -> None:
    value = [
        {"kind": "immediate", "state": "hoped", "text": "a"},
        {"kind": "applied", "state": "happened", "text": "b"},
        {"kind": "realised", "state": "hoped", "text": "c"},
    ]
    found = plan(adoption(value=value))
    assert [v.text for v in found.happened] == ["b"]
    assert [v.text for v in found.hoped] == ["a", "c"]


def step(what: str, day: date, **more: Any) -> dict[str, Any]:
    return {"what": what, "role": "teacher", "date": day, **more}


def test_steps_come_in_order_of_date_with_the_next_step_among_them() -> None:
    found = plan(
        adoption(
            steps=[step("laat", date(2027, 1, 1)), step("vroeg", date(2026, 1, 1), done=True)],
            next_step=step("nu", date(2026, 10, 14)),
        )
    )
    assert [s.what for s in found.steps] == ["vroeg", "nu", "laat"]
    assert [s.done for s in found.steps] == [True, False, False]


def test_a_next_step_that_is_among_the_steps_stands_there_once() -> None:
    same = step("nu", date(2026, 10, 14))
    assert [s.what for s in plan(adoption(steps=[same], next_step=same)).steps] == ["nu"]


def test_a_next_step_that_repeats_an_earlier_one_is_not_lost() -> None:
    earlier = step("Overleg met het team", date(2026, 3, 1), done=True)
    again = step("Overleg met het team", date(2026, 10, 14))
    found = plan(adoption(steps=[earlier], next_step=again))
    assert [s.date for s in found.steps] == [date(2026, 3, 1), date(2026, 10, 14)]


def test_an_adoption_may_have_no_steps() -> None:
    assert plan(adoption(steps=[], next_step=REMOVED)).steps == ()


# Newer versions.

CHANGES = [
    {"version": version, "date": date(2026, 1, day), "note": f"Over {version}."}
    for day, version in enumerate(["1.0", "1.1", "1.9", "1.10", "2.0"], start=1)
]


@pytest.mark.parametrize(
    ("used", "newer"),
    [
        ("1.0", ["1.1", "1.9", "1.10", "2.0"]),
        ("1.9", ["1.10", "2.0"]),
        ("1.10", ["2.0"]),
        ("2.0", []),
        ("3.0", []),
    ],
)
def test_a_plan_tells_what_later_versions_changed(used: str, newer: list[str]) -> None:
    record = complete_product(version="2.0", changes=CHANGES)
    found = plan(adoption(version=used), product=record)
    assert [change.version for change in found.newer] == newer


# Stages.


@pytest.mark.parametrize(
    ("stage", "ended"),
    [
        ("exploring", False),
        ("preparing", False),
        ("trying", False),
        ("applying", False),
        ("sustaining", False),
        ("stopped", True),
        ("declined", True),
    ],
)
def test_an_adoption_has_ended_when_the_school_stopped_or_declined(stage: str, ended: bool) -> None:
    assert plan(exploring_adoption(stage=stage)).ended is ended


# The empty sheet.


def test_an_empty_sheet_holds_the_product_and_nothing_of_a_school() -> None:
    found = plan()
    assert found.product.id == "les"
    assert found.school is None
    assert found.adoption is None
    assert found.steps == found.happened == found.hoped == found.newer == ()
    assert found.ended is False


def test_an_empty_sheet_has_every_element_and_condition_to_fill_in() -> None:
    found = plan()
    assert [part.deviation for part in found.fixed] == [None]
    assert [part.choice for part in found.free] == [None, None]
    assert [item.here for item in found.conditions] == [None]
    assert found.not_arranged == found.conditions


def test_an_empty_sheet_of_a_bare_product_is_empty_too() -> None:
    bare = edited(complete_product(), "core", [])
    for key in ("adaptable", "conditions", "networks"):
        bare = edited(bare, key, [])
    found = plan(product=bare)
    assert found.fixed == found.free == found.conditions == found.networks == ()


def test_a_plan_for_a_school_without_a_record_is_an_error_of_the_program() -> None:
    found = catalogue(
        products={"les": complete_product(networks=[])}, schools={"school": school(networks=[])}
    )
    with pytest.raises(KeyError):
        transfer_plan(found, "les", "school")
