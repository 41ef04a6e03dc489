"""Which days have passed: those that somebody named, on which nobody came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.derive.passed import all_passed, by_file, by_network
from tests.builders import (
    adoption,
    complete_product,
    draft_network,
    network,
    product,
    reflection,
    school,
)
from tests.in_memory import catalogue, small_site

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue

STEP = {"what": "De les bekijken", "role": "teacher", "date": date(2026, 10, 14)}
QUESTION = {"text": "Hoe doen jullie dit?", "deadline": date(2026, 11, 1)}


def seen_from(found: Catalogue, today: str) -> Catalogue:
    return replace(found, today=date.fromisoformat(today))


def passed(found: Catalogue, today: str) -> list[tuple[str, str]]:
    return [(i.kind.value, i.day.isoformat()) for i in all_passed(seen_from(found, today))]


def at_a_school(**changes: Any) -> Catalogue:
    """One product at one school, with nothing that can pass but what is given."""
    quiet = {"next_step": None, "look_back": None}
    return catalogue(
        products={"proefles": complete_product(files=[], relations=[], review_by=None)},
        networks={"het-proefnet": network()},
        schools={"de-proefschool": school()},
        adoptions={("de-proefschool", "proefles"): adoption(**(quiet | changes))},
    )


def reflected(*days: str, **of_network: Any) -> Catalogue:
    adjusted = reflection()["adjustment"] | {"date": date(2026, 3, 25)}
    return catalogue(
        networks={"het-proefnet": network(**of_network)},
        reflections={("het-proefnet", d): reflection(adjustment=adjusted) for d in days},
    )


@pytest.mark.parametrize(
    ("changes", "kind", "day"),
    [
        ({"look_back": date(2027, 1, 20)}, "look-back", "2027-01-20"),
        ({"next_step": STEP}, "step", "2026-10-14"),
        ({"steps": [STEP]}, "step", "2026-10-14"),
        ({"question": QUESTION}, "question", "2026-11-01"),
    ],
)
def test_a_day_at_a_school_is_past_from_the_day_after(
    changes: dict[str, Any], kind: str, day: str
) -> None:
    found = at_a_school(**changes)
    assert passed(found, day) == []
    after = date.fromordinal(date.fromisoformat(day).toordinal() + 1).isoformat()
    assert passed(found, after) == [(kind, day)]


@pytest.mark.parametrize(
    "changes",
    [
        {"steps": [STEP | {"done": True}]},
        {"next_step": STEP | {"done": True}},
        {"question": QUESTION | {"answer": "Begin met één groep."}},
        {"question": {"text": "Hoe doen jullie dit?"}},
        {"stage": "stopped", "reason": "Geen tijd.", "history": [], "next_step": STEP},
        {"stage": "stopped", "reason": "Geen tijd.", "history": [], "look_back": date(2026, 1, 1)},
    ],
)
def test_what_is_done_answered_or_ended_does_not_pass(changes: dict[str, Any]) -> None:
    assert passed(at_a_school(**changes), "2040-01-01") == []


def test_a_question_waits_also_where_a_school_stopped() -> None:
    found = at_a_school(stage="stopped", reason="Geen tijd.", history=[], question=QUESTION)
    assert passed(found, "2026-12-01") == [("question", "2026-11-01")]


def test_a_next_step_that_is_among_the_steps_is_told_once() -> None:
    assert len(passed(at_a_school(steps=[STEP], next_step=STEP), "2026-12-01")) == 1


def test_makers_meant_to_look_at_a_product_again_unless_it_is_retired() -> None:
    def made(**changes: Any) -> Catalogue:
        return catalogue(products={"idee": product(review_by=date(2026, 9, 1), **changes)})

    assert passed(made(), "2026-09-01") == []
    assert passed(made(), "2026-09-02") == [("review", "2026-09-01")]
    ended = {"date": date(2026, 8, 1), "reason": "Verouderd."}
    assert passed(made(status="retired", version="1.0", retirement=ended), "2026-09-02") == []


def test_an_adjustment_waits_until_the_network_looks_back_again() -> None:
    assert passed(reflected("2026-02-04"), "2026-03-25") == []
    assert passed(reflected("2026-02-04"), "2026-03-26") == [("adjustment", "2026-03-25")]
    assert passed(reflected("2026-02-04", "2026-03-25"), "2026-03-26") == []
    assert passed(reflected("2026-02-04", status="closed"), "2026-03-26") == []


def test_without_a_today_nothing_has_passed() -> None:
    assert small_site().today is None
    assert all_passed(small_site()) == ()


def test_days_stand_in_order_and_within_a_day_in_order_of_the_alphabet() -> None:
    day = date(2026, 9, 1)
    found = catalogue(
        products={
            "a": product(title="zebra", review_by=day),
            "b": product(title="Aap", review_by=day),
            "c": product(title="Midden", review_by=date(2026, 8, 1)),
        }
    )
    titles = [item.names[0] for item in all_passed(seen_from(found, "2027-01-01"))]
    assert titles == ["Midden", "Aap", "zebra"]


def test_a_network_sees_what_concerns_its_own_products_and_reflections() -> None:
    found = seen_from(
        catalogue(
            products={
                "a": product(networks=["een"], review_by=date(2026, 9, 1)),
                "b": product(networks=["een", "twee"], review_by=date(2026, 9, 1)),
                "c": product(review_by=date(2026, 9, 1)),
            },
            networks={"een": draft_network(), "twee": draft_network(), "drie": draft_network()},
        ),
        "2027-01-01",
    )
    groups = by_network(all_passed(found))
    ids = {n: [i.product.id for i in items if i.product] for n, items in groups.items()}
    assert ids == {"een": ["a", "b"], "twee": ["b"]}


def test_a_record_finds_its_own_days_by_its_file() -> None:
    found = at_a_school(next_step=STEP, look_back=date(2026, 9, 1))
    (days,) = by_file(all_passed(seen_from(found, "2027-01-01"))).values()
    assert [item.kind.value for item in days] == ["look-back", "step"]
