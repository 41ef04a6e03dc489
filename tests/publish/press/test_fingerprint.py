"""A fingerprint follows from what a value holds, and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import pytest

from brugwerk.publish.press.fingerprint import Fingerprints
from tests import builders
from tests.in_memory import catalogue


@dataclass(frozen=True)
class View:
    words: object

    @cached_property
    def remembered(self) -> int:
        return 1


def of(value: object) -> str:
    return Fingerprints().of(View(value))


def test_equal_values_have_one_fingerprint() -> None:
    assert of(("les", 1)) == of(("".join(["l", "es"]), 1))


def test_a_value_that_is_used_twice_counts_as_two_equal_ones() -> None:
    same = ("les", "blad")
    assert of([same, same]) == of([("les", "blad"), ("les", "blad")])


def test_what_a_value_remembers_for_itself_does_not_count() -> None:
    view = View("les")
    before = Fingerprints().of(view)
    assert view.remembered == 1
    assert Fingerprints().of(view) == before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("les", "lés"),
        (("a", "b"), ("ab",)),
        (None, ""),
        (1, True),
        ({"a": 1}, {"a": 2}),
        (("a",), ["a"]),
    ],
)
def test_different_values_have_different_fingerprints(one: object, other: object) -> None:
    assert of(one) != of(other)


def test_the_order_of_a_set_does_not_count() -> None:
    words = [f"woord-{number}" for number in range(50)]
    assert of(frozenset(words)) == of(frozenset(reversed(words)))


def test_a_mapping_that_cannot_be_changed_counts_for_what_is_in_it() -> None:
    assert of(MappingProxyType({"a": 1})) != of(MappingProxyType({"a": 2}))


def test_a_record_counts_for_all_its_fields() -> None:
    first = catalogue(products={"les": builders.product()}).products["les"]
    again = catalogue(products={"les": builders.product()}).products["les"]
    other = catalogue(products={"les": builders.product(title="Anders")}).products["les"]
    assert of(first) == of(again) != of(other)


def test_a_function_is_no_plain_data() -> None:
    with pytest.raises(TypeError):
        of(lambda: 1)
