"""The file of an adoption: as its schema says, whole, and about nobody."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from brugwerk.exports.adoption_shape import SCHEMA, adoption_schema_files
from brugwerk.settings import Settings
from tests.builders import REPOSITORY, adoption, complete_product, exploring_adoption, school
from tests.exports.made import made
from tests.in_memory import catalogue, small_site, vocabulary

if TYPE_CHECKING:
    from tests.builders import Record

ADDRESS = "scholen/de-proefschool/proefles/adoptie.json"


@cache
def validator() -> Draft202012Validator:
    schema = json.loads((REPOSITORY / "docs" / SCHEMA).read_text("utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def file_of(record: Record, **settings: Any) -> dict[str, Any]:
    found = catalogue(
        products={"les": complete_product(files=[], relations=[], networks=[])},
        schools={"school": school(networks=[])},
        adoptions={("school", "les"): record},
        settings=settings,
    )
    (text,) = made(found, "/adoptie.json").values()
    result: dict[str, Any] = json.loads(text)
    return result


def test_the_committed_schema_is_fresh() -> None:
    for path, text in adoption_schema_files(Settings(), vocabulary()).items():
        assert (REPOSITORY / path).read_text("utf-8") == text, "run: brugwerk generate"


@pytest.mark.parametrize(
    "record",
    [
        adoption(),
        exploring_adoption(),
        exploring_adoption(stage="declined", reason="Geen tijd."),
        adoption(question={"text": "Mag het korter?", "answered_on": date(2026, 3, 4)}),
    ],
    ids=["applying", "exploring", "declined", "asking"],
)
def test_a_file_is_as_the_schema_says(record: Record) -> None:
    assert [e.message for e in validator().iter_errors(file_of(record))] == []


def test_a_file_holds_what_the_page_says_of_the_school() -> None:
    found = file_of(adoption())
    assert found["stage"] == {"id": "applying", "label": "toepassen"}
    assert found["since"] == "2026-05-12"
    assert found["choices"][0]["what"] == "Hoeveel leerlingen"
    assert found["choices"][0]["choice"] == "Vier leerlingen."
    assert found["deviations"][0]["reason"] == "Het rumoer."
    assert found["conditions"][0]["arranged"]["id"] == "arranged"
    assert found["value"] == [
        {
            "kind": {"id": "applied", "label": "gedaan"},
            "happened": True,
            "text": "Elke week een vraag.",
        }
    ]


def test_a_file_does_not_say_who_does_what() -> None:
    record = adoption(
        bridge={
            "role": "teacher",
            "mandate": "MANDAAT",
            "time": "TIJD",
            "tasks": [{"what": "TAAK"}],
        },
        deputy={"role": "intern-begeleider", "tasks": [{"what": "TAAK"}]},
        users=[{"role": "teacher", "place": "in-network", "note": "NOOT"}],
    )
    text = json.dumps(file_of(record))
    for said in ("MANDAAT", "TIJD", "TAAK", "NOOT", "role", "begeleider", "bridge", "team_size"):
        assert said not in text, said


def test_links_are_whole_where_the_site_knows_its_address() -> None:
    found = file_of(adoption(), address="https://example.org/werk/")
    assert found["page"] == "https://example.org/werk/scholen/school/les/"
    assert found["embedded"] == "https://example.org/werk/scholen/school/les/insluiten/"
    assert found["$schema"] == f"https://example.org/werk/{SCHEMA}"


def test_links_are_relative_to_the_file_where_it_does_not() -> None:
    found = file_of(adoption())
    assert (found["page"], found["embedded"]) == ("./", "insluiten/")
    assert found["$schema"] == f"../../../{SCHEMA}"


def test_texts_come_without_markup() -> None:
    found = file_of(
        adoption(need="Een **vet** [woord](https://example.org) & <b>meer</b>.\n\nEn nog.")
    )
    assert found["need"] == "Een vet woord & <b>meer</b>. En nog."


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=300).filter(
        lambda text: text == text.strip() and text
    )
)
def test_every_step_that_a_record_may_hold_survives(what: str) -> None:
    step = {"what": what, "role": "teacher", "date": date(2026, 10, 14)}
    assert file_of(exploring_adoption(next_step=step))["next_step"] == {
        "what": what,
        "date": "2026-10-14",
    }


def test_an_empty_sheet_has_no_file() -> None:
    assert set(made(small_site(), "/adoptie.json")) == {ADDRESS}
