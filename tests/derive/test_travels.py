"""What travelled, what changed and what schools ask: by alphabet or by date, never by number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.derive.travels import (
    answered,
    departures,
    questions,
    stages_by_standing,
    standing_of,
    stories,
    waiting,
)
from tests.builders import adoption, exploring_adoption, network, product, school
from tests.in_memory import catalogue, vocabulary

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue

Record = dict[str, Any]
HAPPENED = {"kind": "applied", "state": "happened", "text": "Het gebeurt."}
HOPED = {"kind": "realised", "state": "hoped", "text": "Het blijft."}


def site(
    adoptions: dict[tuple[str, str], Record], makers: dict[str, list[str]] | None = None
) -> Catalogue:
    """Schools and products by id; ``makers`` names the networks of products."""
    return catalogue(
        products={
            p: product(title=p, version="1.0", networks=(makers or {}).get(p, []))
            for _, p in adoptions
        },
        networks={n: network(title=n, schools=[]) for n in ("noord", "zuid")},
        schools={s: school(name=s, networks=[]) for s, _ in adoptions},
        adoptions=adoptions,
    )


def shape(found: Catalogue, only: str | None = None) -> list[Any]:
    return [
        (
            [n.id for n in departure.networks],
            {j.product.id: [a.school.id for a in j.arrivals] for j in departure.journeys},
        )
        for departure in departures(found, only)
    ]


# What travelled.


def test_products_and_schools_stand_in_order_of_the_alphabet_by_the_networks_that_made_them() -> (
    None
):
    found = site(
        {
            ("twee", "b"): exploring_adoption(),
            ("een", "b"): exploring_adoption(),
            ("een", "a"): exploring_adoption(),
            ("een", "c"): exploring_adoption(),
        },
        {"a": ["zuid"], "b": ["noord"], "c": ["zuid", "noord"]},
    )
    assert shape(found) == [
        (["noord"], {"b": ["een", "twee"]}),
        (["noord", "zuid"], {"c": ["een"]}),
        (["zuid"], {"a": ["een"]}),
    ]


def test_a_product_without_a_network_comes_last() -> None:
    found = site(
        {("een", "a"): exploring_adoption(), ("een", "b"): exploring_adoption()}, {"b": ["zuid"]}
    )
    assert shape(found) == [(["zuid"], {"b": ["een"]}), ([], {"a": ["een"]})]


def test_a_network_shows_what_it_made_alone_or_with_others_and_nothing_else() -> None:
    found = site(
        {(s, p): exploring_adoption() for s, p in (("een", "a"), ("een", "b"), ("een", "c"))},
        {"a": ["noord"], "b": ["zuid"], "c": ["noord", "zuid"]},
    )
    assert shape(found, "zuid") == [
        (["noord", "zuid"], {"c": ["een"]}),
        (["zuid"], {"b": ["een"]}),
    ]


def test_a_product_in_no_school_has_not_travelled() -> None:
    assert departures(catalogue(products={"a": product()})) == ()


@pytest.mark.parametrize(
    ("stage", "standing"),
    [
        ("exploring", "ahead"),
        ("preparing", "ahead"),
        ("trying", "in-use"),
        ("applying", "in-use"),
        ("sustaining", "in-use"),
        ("stopped", "ended"),
        ("declined", "ended"),
    ],
)
def test_a_stage_is_on_its_way_in_use_or_ended(stage: str, standing: str) -> None:
    assert standing_of(vocabulary().stage(stage)) == standing


def test_the_legend_names_every_stage_once() -> None:
    named = [stage.id for stages in stages_by_standing(vocabulary()).values() for stage in stages]
    assert sorted(named) == sorted(vocabulary().lists["stages"].by_id)


# What changed.


def told(**changes: Any) -> Record:
    return adoption(**{"value": [HAPPENED, HOPED], "look_back": None, "history": []} | changes)


def test_a_story_keeps_what_happened_apart_from_what_is_hoped() -> None:
    (story,) = stories(site({("een", "a"): told()}))
    assert [v.text for v in story.happened] == ["Het gebeurt."]
    assert [v.text for v in story.hoped] == ["Het blijft."]


def test_a_hope_alone_is_not_a_story() -> None:
    assert stories(site({("een", "a"): told(value=[HOPED])})) == ()


def test_the_newest_story_comes_first_and_one_without_a_day_last() -> None:
    def entered(day: date) -> Record:
        return told(history=[{"stage": "applying", "date": day}])

    found = site(
        {
            ("een", "a"): told(),
            ("een", "b"): entered(date(2026, 1, 1)),
            ("een", "c"): entered(date(2026, 5, 1)),
        }
    )
    assert [s.product.id for s in stories(found)] == ["c", "b", "a"]


def test_the_day_of_a_story_is_the_last_one_on_which_something_happened() -> None:
    steps = [
        {"what": "Gedaan", "role": "teacher", "date": date(2026, 6, 1), "done": True},
        {"what": "Straks", "role": "teacher", "date": date(2027, 6, 1)},
    ]
    record = told(
        history=[{"stage": "applying", "date": date(2026, 5, 1)}],
        steps=steps,
        look_back=date(2027, 9, 1),
    )
    (story,) = stories(site({("een", "a"): record}))
    assert story.day == date(2026, 6, 1)


def test_where_nothing_has_a_day_the_day_to_look_back_is_taken() -> None:
    (story,) = stories(site({("een", "a"): told(look_back=date(2026, 9, 1))}))
    assert story.day == date(2026, 9, 1)


def test_stories_of_a_network_are_about_its_own_products() -> None:
    found = site({("een", "a"): told(), ("een", "b"): told()}, {"a": ["noord"], "b": ["zuid"]})
    assert [s.product.id for s in stories(found, "zuid")] == ["b"]


# What schools ask.


def test_a_question_goes_to_the_networks_that_made_the_product() -> None:
    asking = exploring_adoption(question={"text": "Wie weet dit?"})
    found = site({("een", "a"): asking, ("een", "b"): exploring_adoption()}, {"a": ["zuid"]})
    (asked,) = questions(found)
    assert (asked.school.id, asked.product.id) == ("een", "a")
    assert [n.id for n in asked.networks] == ["zuid"]
    assert questions(found, "noord") == ()
    assert questions(found, "zuid") == (asked,)


def test_a_question_waits_until_it_has_an_answer_and_the_first_deadline_comes_first() -> None:
    def asks(**more: Any) -> Record:
        return exploring_adoption(question={"text": "Wie weet dit?"} | more)

    asked = questions(
        site(
            {
                ("een", "a"): asks(),
                ("een", "b"): asks(deadline=date(2026, 11, 1)),
                ("een", "c"): asks(deadline=date(2026, 10, 1)),
                ("een", "d"): asks(answer="Wij.", deadline=date(2026, 1, 1)),
                ("een", "e"): asks(answer="Ook wij.", answered_on=date(2026, 2, 1)),
            }
        )
    )
    assert [q.product.id for q in waiting(asked)] == ["c", "b", "a"]
    assert [q.product.id for q in answered(asked)] == ["e", "d"]
