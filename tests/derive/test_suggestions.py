"""Products that may fit a school: each with its reason, in order of the alphabet, never ranked."""

from __future__ import annotations

from typing import Any

import pytest

from brugwerk.derive.suggestions import Suggestion, suggestions_for
from tests.builders import exploring_adoption, network, product, school
from tests.in_memory import catalogue

Record = dict[str, Any]


def fitting(**changes: Any) -> Record:
    """A product that fits the school below by its theme alone."""
    return (
        product(
            title="Een les",
            status="tested",
            sectors=["po"],
            levels=["groep-5"],
            themes=["hoogbegaafdheid"],
        )
        | changes
    )


def suggested(
    products: dict[str, Record],
    *,
    here: Record | None = None,
    adopted: str | None = None,
    networks: dict[str, Record] | None = None,
) -> tuple[Suggestion, ...]:
    found = catalogue(
        products=products,
        networks=networks if networks is not None else {"net": network(schools=["school"])},
        schools={"school": here or school(networks=["net"], levels=["groep-5", "groep-6"])},
        adoptions={("school", adopted): exploring_adoption()} if adopted else {},
    )
    return tuple(suggestions_for("school", found))


def ids(found: tuple[Suggestion, ...]) -> list[str]:
    return [suggestion.product.id for suggestion in found]


# Reasons.


def test_a_shared_theme_is_a_reason() -> None:
    (found,) = suggested({"les": fitting()})
    assert found.themes == ("hoogbegaafdheid",)
    assert found.own_networks == ()


def test_an_own_network_is_a_reason() -> None:
    (found,) = suggested({"les": fitting(themes=[], networks=["net"])})
    assert found.own_networks == ("net",)
    assert found.themes == ()


def test_a_shared_school_year_is_named() -> None:
    (found,) = suggested({"les": fitting(levels=["groep-5", "groep-6", "groep-7"])})
    assert found.levels == ("groep-5", "groep-6")


def test_all_reasons_are_given() -> None:
    (found,) = suggested({"les": fitting(networks=["net"])})
    assert (found.own_networks, found.themes, found.levels) == (
        ("net",),
        ("hoogbegaafdheid",),
        ("groep-5",),
    )


@pytest.mark.parametrize(
    ("in_network", "in_school"), [(["school"], []), ([], ["net"]), (["school"], ["net"])]
)
def test_a_network_is_the_schools_own_whichever_of_the_two_says_so(
    in_network: list[str], in_school: list[str]
) -> None:
    found = suggested(
        {"les": fitting()},
        networks={"net": network(schools=in_network)},
        here=school(networks=in_school),
    )
    assert ids(found) == ["les"]


def test_every_suggestion_has_a_reason() -> None:
    products = {
        f"les-{number}": fitting(themes=themes, networks=networks)
        for number, (themes, networks) in enumerate(
            [([], []), (["hoogbegaafdheid"], []), ([], ["net"]), (["hoogbegaafdheid"], ["net"])]
        )
    }
    found = suggested(products)
    assert ids(found) == ["les-1", "les-2", "les-3"]
    assert all(s.own_networks or s.themes for s in found)


# Order.


def test_suggestions_come_in_order_of_title_whatever_their_reasons() -> None:
    found = suggested(
        {
            "a": fitting(title="Zoeken"),
            "b": fitting(title="aanpakken", networks=["net"]),
            "c": fitting(title="Bouwen"),
        }
    )
    assert ids(found) == ["b", "c", "a"]


# Exclusions.


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("draft", False),
        ("prototype", False),
        ("tested", True),
        ("transferable", True),
        ("retired", False),
    ],
)
def test_only_what_was_tested_and_is_not_retired_is_suggested(status: str, shown: bool) -> None:
    assert bool(suggested({"les": fitting(status=status)})) is shown


def test_what_the_school_already_has_is_not_suggested() -> None:
    products = {"les": fitting(), "ander": fitting()}
    assert ids(suggested(products, adopted="les")) == ["ander"]


def test_what_is_meant_for_another_sector_is_not_suggested() -> None:
    assert suggested({"les": fitting(sectors=["vo"], levels=[])}) == ()
    assert ids(suggested({"les": fitting(sectors=["vo", "po"])})) == ["les"]


def test_what_is_meant_for_any_sector_is_suggested() -> None:
    assert ids(suggested({"les": fitting(sectors=[])})) == ["les"]


def test_what_is_meant_for_other_school_years_is_not_suggested() -> None:
    assert suggested({"les": fitting(levels=["groep-8"])}) == ()


def test_school_years_are_no_hindrance_where_one_side_names_none() -> None:
    assert ids(suggested({"les": fitting(levels=[])})) == ["les"]
    without = school(networks=["net"])
    assert ids(suggested({"les": fitting(levels=["groep-8"])}, here=without)) == ["les"]


def test_another_theme_and_another_network_are_no_reason() -> None:
    networks = {"net": network(schools=["school"]), "ander": network(schools=[], themes=[])}
    strange = fitting(themes=["ouders"], networks=["ander"])
    assert suggested({"les": strange}, networks=networks) == ()


def test_the_themes_of_a_network_that_the_school_is_not_in_do_not_count() -> None:
    networks = {"net": network(schools=["school"], themes=[]), "ander": network(schools=[])}
    assert suggested({"les": fitting()}, networks=networks) == ()


def test_a_school_without_networks_gets_no_suggestions() -> None:
    networks = {"net": network(schools=[])}
    assert suggested({"les": fitting()}, networks=networks, here=school(networks=[])) == ()
