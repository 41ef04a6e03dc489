"""The kinds of value, and what every field says of itself."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from brugwerk.check.entries import KINDS
from brugwerk.read.yaml_text import read_yaml
from brugwerk.records.fields import (
    Day,
    Duration,
    Id,
    Line,
    Many,
    RelativePath,
    Shape,
    Term,
    TimeOfDay,
    Version,
    WebAddress,
    about,
    minutes_of,
    version_order,
)
from brugwerk.records.marks import parts_of
from tests.in_memory import vocabulary


def accepts(kind: Any, value: object) -> bool:
    class Holder(Shape):
        value: kind

    try:
        Holder.model_validate({"value": value})
    except ValidationError:
        return False
    return True


def flawed_fields(part: type[BaseModel], data: dict[str, object]) -> set[int | str]:
    """The keys of ``data`` whose value the part refuses."""
    try:
        part.model_validate(data, context=vocabulary().ids())
    except ValidationError as error:
        return {detail["loc"][0] for detail in error.errors() if detail["type"] != "missing"}
    return set()


# Durations.


@pytest.mark.parametrize(
    ("duration", "minutes"),
    [
        ("PT50M", 50),
        ("PT1H", 60),
        ("PT1H30M", 90),
        ("PT90M", 90),
        ("P1D", 1440),
        ("P1DT1H1M", 1501),
        ("PT0M", 0),
        ("P10D", 14_400),
    ],
)
def test_a_duration_is_a_number_of_minutes(duration: str, minutes: int) -> None:
    assert accepts(Duration, duration)
    assert minutes_of(duration) == minutes


@pytest.mark.parametrize(
    "value",
    [
        *("P", "PT", "P1DT", "PT1H30", "50", "50M", "50 minuten", "1:30", "pt50m", "PT50m"),
        *("PT1.5H", "-PT5M", "PT5S", "P1W", "P1M", "P1Y", "PT30M1H", "PT", "", " ", "PT5M PT5M"),
        *(50, None, ["PT5M"], True),
    ],
)
def test_what_is_not_a_duration_in_minutes_is_refused(value: object) -> None:
    assert not accepts(Duration, value)


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 9999))
def test_every_duration_that_is_accepted_has_minutes(days: int, hours: int, minutes: int) -> None:
    duration = f"P{days}DT{hours}H{minutes}M"
    assert accepts(Duration, duration)
    assert minutes_of(duration) == days * 1440 + hours * 60 + minutes


# Versions.


def test_versions_are_ordered_by_their_numbers() -> None:
    versions = ["1.10", "1.9", "2.0", "1.9.1", "0.1", "10.0", "1.0"]
    assert sorted(versions, key=version_order) == [
        *("0.1", "1.0", "1.9", "1.9.1", "1.10", "2.0", "10.0")
    ]


@pytest.mark.parametrize("value", ["1.0", "1.10", "0.1", "10.20.30"])
def test_a_version_is_two_or_three_numbers(value: str) -> None:
    assert accepts(Version, value)


@pytest.mark.parametrize(
    "value", ["1", "1.", ".1", "v1.0", "1.0.0.0", "1.0-beta", "1,0", "", 1, 1.0]
)
def test_another_way_to_count_versions_is_refused(value: object) -> None:
    assert not accepts(Version, value)


# Times, ids, paths and addresses.


@pytest.mark.parametrize("value", ["00:00", "09:05", "15:30", "23:59"])
def test_a_time_of_day_has_two_digits_on_both_sides(value: str) -> None:
    assert accepts(TimeOfDay, value)


@pytest.mark.parametrize("value", ["9:05", "24:00", "12:60", "12.30", "half vier", "12:30:00", 930])
def test_another_way_to_write_a_time_is_refused(value: object) -> None:
    assert not accepts(TimeOfDay, value)


@pytest.mark.parametrize("value", ["a", "les-2", "2-lessen", "breuken-met-bewijs", "0"])
def test_an_id_is_small_letters_digits_and_hyphens(value: str) -> None:
    assert accepts(Id, value)


@pytest.mark.parametrize(
    "value", ["A", "a_b", "a b", "-a", "a-", "a--b", "é", "a.b", "a/b", "", "a" * 81, 12]
)
def test_another_id_is_refused(value: object) -> None:
    assert not accepts(Id, value)


@pytest.mark.parametrize("value", ["blad.pdf", "files/blad.pdf", "files/bij les/Plaat 1.png"])
def test_a_path_stays_inside_its_folder(value: str) -> None:
    assert accepts(RelativePath, value)


@pytest.mark.parametrize(
    "value",
    [
        *("/etc/passwd", "../geheim", "files/../../x", "files//x", "C:/x", "files\\x", "files/"),
        *("", "..", "https://x.nl/a", "a" * 201),
    ],
)
def test_a_path_that_leads_out_of_its_folder_is_refused(value: str) -> None:
    assert not accepts(RelativePath, value)


@pytest.mark.parametrize("value", ["https://example.org/a?b=c#d", "http://example.org"])
def test_a_web_address_begins_with_http(value: str) -> None:
    assert accepts(WebAddress, value)


@pytest.mark.parametrize(
    "value",
    [
        *("example.org", "//example.org", "javascript:alert(1)", "data:text/html,x", "ftp://x.nl"),
        *("https://", "https://a b.nl", 'https://x.nl/"onclick=', "https://x.nl/<script>", ""),
        "https://x.nl/" + "a" * 2000,
    ],
)
def test_what_is_not_a_web_address_is_refused(value: str) -> None:
    assert not accepts(WebAddress, value)


def test_a_line_is_one_line_of_some_length() -> None:
    assert accepts(Line, "x" * 300)
    for value in ("", "  ", "a\nb", "a\rb", "x" * 301, 12, True, None):
        assert not accepts(Line, value)


def test_white_space_around_a_text_does_not_count() -> None:
    class Holder(Shape):
        text: Line

    assert Holder.model_validate({"text": "  een regel \n"}).text == "een regel"


def test_many_is_a_list_in_the_file_and_a_tuple_in_the_record() -> None:
    class Holder(Shape):
        items: Many[Line]

    assert Holder.model_validate({"items": ["a", "b"]}).items == ("a", "b")
    assert not accepts(Many[Line], "a")
    assert not accepts(Many[Line], ["a"] * 501)


# Shapes.


class Part(Shape):
    number: int = about("Getal", "Number")
    yes: bool = about("Ja", "Yes", default=False)
    day: Day | None = about("Dag", "Day", default=None)


def test_a_shape_refuses_keys_that_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Part.model_validate({"number": 1, "nummer": 2})


@pytest.mark.parametrize(
    "data",
    [
        {"number": "1"},
        {"number": 1.0},
        {"number": True},
        {"number": 1, "yes": "true"},
        {"number": 1, "yes": 1},
        {"number": 1, "day": "2026-01-01"},
    ],
)
def test_a_shape_guesses_no_types(data: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Part.model_validate(data)


def test_a_record_is_never_changed_again() -> None:
    part = Part.model_validate({"number": 1})
    with pytest.raises(ValidationError, match="frozen"):
        part.number = 2  # type: ignore[misc]


def test_a_term_is_checked_where_the_lists_are_known() -> None:
    adapter: TypeAdapter[str] = TypeAdapter(Annotated[Id, Term("roles")])
    context = {"roles": frozenset({"teacher"})}
    assert adapter.validate_python("teacher", context=context) == "teacher"
    assert adapter.validate_python("anything") == "anything"
    with pytest.raises(ValidationError, match="unknown_term"):
        adapter.validate_python("leraar", context=context)


# What every field says of itself.

ALL_PARTS = sorted(
    {part for kind in KINDS.values() for part in parts_of(kind)},
    key=lambda part: (part.__module__, part.__qualname__),
)
each_part = pytest.mark.parametrize("part", ALL_PARTS, ids=lambda part: part.__name__)


def described(part: type[BaseModel]) -> dict[str, dict[str, Any]]:
    """What ``about()`` says of each field."""
    return {name: dict(info.json_schema_extra or {}) for name, info in part.model_fields.items()}


@each_part
def test_every_field_has_a_label_in_both_languages(part: type[BaseModel]) -> None:
    for name, said in described(part).items():
        label = said.get("label", {})
        assert label.get("nl", "").strip(), name
        assert label.get("en", "").strip(), name


@each_part
def test_no_two_fields_of_a_part_have_the_same_label(part: type[BaseModel]) -> None:
    for language in ("nl", "en"):
        labels = [said["label"][language] for said in described(part).values()]
        assert len(labels) == len(set(labels))


@each_part
def test_a_hint_is_in_both_languages_or_absent(part: type[BaseModel]) -> None:
    for name, said in described(part).items():
        if "hint" in said:
            assert said["hint"]["nl"].strip(), name
            assert said["hint"]["en"].strip(), name


@each_part
def test_an_example_is_a_value_that_its_field_accepts(part: type[BaseModel]) -> None:
    for name, said in described(part).items():
        if "example" in said:
            example = said["example"]
            # A date is written as it is; everything else in JSON, which is YAML too.
            text = re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", json.dumps(example, ensure_ascii=False))
            value = read_yaml(f"example: {text}").data["example"]
            assert name not in flawed_fields(part, {name: value}), name
