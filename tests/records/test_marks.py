"""The marks that fields carry are found wherever a type puts them."""

from __future__ import annotations

from typing import Annotated

import pytest

from brugwerk.check.entries import KINDS
from brugwerk.records.adoption import Adoption
from brugwerk.records.bridging import Bridge, Task
from brugwerk.records.fields import Id, Line, Many, Reference, Shape, Term, about
from brugwerk.records.keeping import Consent, Credit
from brugwerk.records.marks import mark_of_field, parts_of, schemes_of
from brugwerk.records.meeting import Block, Meeting
from brugwerk.records.network import Network
from brugwerk.records.product import Product
from tests.in_memory import vocabulary


class Inner(Shape):
    role: Annotated[Id, Term("roles")] = about("Rol", "Role")


class Outer(Shape):
    one: Annotated[Id, Term("one")] = about("Een", "One")
    perhaps: Annotated[Id, Term("perhaps")] | None = about("Misschien", "Perhaps", default=None)
    many: Many[Annotated[Id, Term("many")]] = about("Veel", "Many", default=())
    other: Many[Annotated[Id, Reference("product")]] = about("Ander", "Other", default=())
    plain: Line = about("Gewoon", "Plain")
    inner: Inner | None = about("Binnen", "Inner", default=None)
    inners: Many[Inner] = about("Binnenin", "Inners", default=())


@pytest.mark.parametrize(
    ("name", "scheme"), [("one", "one"), ("perhaps", "perhaps"), ("many", "many")]
)
def test_a_mark_is_found_on_a_value_an_optional_value_and_the_items_of_a_list(
    name: str, scheme: str
) -> None:
    assert mark_of_field(Outer, name, Term) == Term(scheme)


def test_a_field_without_the_mark_has_none() -> None:
    assert mark_of_field(Outer, "plain", Term) is None
    assert mark_of_field(Outer, "other", Term) is None
    assert mark_of_field(Outer, "other", Reference) == Reference("product")


def test_the_parts_of_a_record_are_itself_and_whatever_is_in_it() -> None:
    assert set(parts_of(Outer)) == {Outer, Inner}
    assert {Meeting, Block} <= set(parts_of(Network))
    assert {Bridge, Task} <= set(parts_of(Adoption))
    assert {Credit, Consent} <= set(parts_of(Product))


def test_the_schemes_of_a_record_are_those_of_all_its_parts() -> None:
    assert schemes_of(Outer) == {"one", "perhaps", "many", "roles"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_that_a_record_asks_for_exists_and_has_terms(kind: str) -> None:
    for scheme in schemes_of(KINDS[kind]):
        assert vocabulary().lists[scheme].terms


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_leads_to_a_kind_of_record(kind: str) -> None:
    marks = [
        mark_of_field(part, name, Reference)
        for part in parts_of(KINDS[kind])
        for name in part.model_fields
    ]
    assert {mark.kind for mark in marks if mark} <= set(KINDS)
