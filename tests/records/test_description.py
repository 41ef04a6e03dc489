"""The fields of records as data: what a form, a schema and a reference page need to know."""

from __future__ import annotations

import re
from typing import Annotated

import pytest

from brugwerk.records.description import FieldDescription, FieldKind, describe
from brugwerk.records.fields import Duration, Many, Shape, Term, about
from brugwerk.records.kinds import RECORD_KINDS
from brugwerk.records.product import Product
from brugwerk.settings import Settings


def field(shape: type[Shape], key: str) -> FieldDescription:
    (found,) = (field for field in describe(shape) if field.key == key)
    return found


class Kite(Shape):
    """A record that no site has."""

    length: Duration | None = about("Duur", "Length", example="PT5M", default=None)
    colours: Many[Annotated[str, Term("colours")]] = about("Kleuren", "Colours", default=())
    tails: int = about("Staarten", "Tails", ge=1, le=3)


def test_fields_stand_in_the_order_of_the_shape() -> None:
    assert [f.key for f in describe(Kite)] == list(Kite.model_fields)


def test_a_field_says_what_people_call_it_and_what_to_fill_in() -> None:
    title = field(Product, "title")
    assert (title.label.nl, title.label.en) == ("Titel", "Title")
    assert title.hint is not None
    assert title.hint.nl == "Zeg wat je ermee doet."
    assert title.example == "Compacten met een startgesprek"
    assert title.required


def test_a_value_that_may_be_absent_is_described_as_if_it_were_there() -> None:
    length = field(Kite, "length")
    assert length.kind is FieldKind.DURATION
    assert not length.required


def test_a_list_of_terms_names_its_controlled_list() -> None:
    colours = field(Kite, "colours")
    assert (colours.kind, colours.many, colours.scheme) == (FieldKind.TERM, True, "colours")


def test_a_number_has_its_limits() -> None:
    tails = field(Kite, "tails")
    assert (tails.kind, tails.least, tails.most) == (FieldKind.NUMBER, 1, 3)


def test_a_number_that_may_be_absent_has_its_limits_too() -> None:
    sessions = field(Product, "sessions")
    assert (sessions.least, sessions.most) == (1, 200)


def test_a_group_holds_its_own_fields() -> None:
    core = field(Product, "core")
    assert (core.kind, core.many, core.part) == (FieldKind.GROUP, True, "CoreElement")
    assert [f.key for f in core.fields] == ["id", "what", "why", "recognise", "without"]


def test_walking_reaches_the_fields_of_groups_in_groups() -> None:
    paths = {path for f in describe(Product) for path, _ in f.walk()}
    assert ("credits", "consent", "given_on") in paths


@pytest.mark.parametrize("duration", ["PT50M", "P1D", "P1DT2H", "PT1H30M"])
def test_the_pattern_of_a_duration_takes_durations(duration: str) -> None:
    assert re.search(field(Kite, "length").pattern, duration)


@pytest.mark.parametrize("text", ["P", "PT", "P1DT", "50", "PT50", "T5M", "PT5M\n"])
def test_the_pattern_of_a_duration_refuses_other_texts(text: str) -> None:
    pattern = field(Kite, "length").pattern.replace("$", r"\Z")
    assert not re.search(pattern, text)


@pytest.mark.parametrize("kind", RECORD_KINDS.values(), ids=RECORD_KINDS)
def test_every_field_of_every_record_has_a_label_in_both_languages(kind) -> None:
    unnamed = [
        path
        for f in describe(kind.shape)
        for path, described in f.walk()
        if described.label.nl == path[-1] and described.label.en == path[-1]
    ]
    assert unnamed == []


@pytest.mark.parametrize("kind", RECORD_KINDS.values(), ids=RECORD_KINDS)
def test_every_field_that_is_filled_in_has_an_example(kind) -> None:
    without = [
        path
        for f in describe(kind.shape)
        for path, described in f.walk()
        if described.kind is not FieldKind.GROUP and described.example is None
    ]
    assert without == []


def test_the_settings_can_be_described_too() -> None:
    assert field(Settings, "language").choices == ("nl", "en")


def test_a_record_knows_where_its_file_stands() -> None:
    assert RECORD_KINDS["product"].file("proefles") == "products/proefles/index.md"
    adoption = RECORD_KINDS["adoption"].file("proefles", "de-proefschool")
    assert adoption == "schools/de-proefschool/proefles.md"
