"""What each field of a record is, as data, for every way of contributing.

A form, a schema, a reference page and a starting file all ask the same: which keys, in which
order, called what, filled with what. All read it off the JSON Schema that pydantic makes of the
shapes, so that a new field needs no other edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from brugwerk.records.fields import Shape
from brugwerk.records.vocabulary import Label, Prose

Schema = Mapping[str, Any]


class FieldKind(StrEnum):
    """What a person fills in."""

    LINE = "line"
    TEXT = "text"
    ID = "id"
    VERSION = "version"
    DURATION = "duration"
    TIME = "time"
    WEB_ADDRESS = "web-address"
    PATH = "path"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes-no"
    TERM = "term"
    REFERENCE = "reference"
    CHOICE = "choice"
    GROUP = "group"


@dataclass(frozen=True)
class FieldDescription:
    """One key of a record or of a part of one.

    Attributes:
        key: The key in the front matter.
        kind: What is filled in.
        label: What people call it.
        hint: What to fill in, where the label does not say it.
        example: One good value as it would stand in the front matter, or none.
        required: Whether the key is asked for in every status.
        many: Whether it holds a list of what ``kind`` says.
        default: The value where the key is absent; none, or an empty list for a list.
        scheme: The controlled list that a term comes from.
        reference: The kind of record that a reference leads to.
        choices: The values of a fixed choice.
        fields: The keys of a group.
        part: The name of the group's shape, for messages and schemas.
        pattern, least, most, longest: The limits of a value, where there are any.
    """

    key: str
    kind: FieldKind
    label: Label
    hint: Prose | None = None
    example: Any = None
    required: bool = False
    many: bool = False
    default: Any = None
    scheme: str = ""
    reference: str = ""
    choices: tuple[str, ...] = ()
    fields: tuple[FieldDescription, ...] = ()
    part: str = ""
    pattern: str = ""
    least: int | None = None
    most: int | None = None
    longest: int | None = None

    def walk(
        self, path: tuple[str, ...] = ()
    ) -> Iterator[tuple[tuple[str, ...], FieldDescription]]:
        """Yield this field and those of its group, with their keys from the record down."""
        here = (*path, self.key)
        yield here, self
        for field in self.fields:
            yield from field.walk(here)


@cache
def describe(shape: type[Shape]) -> tuple[FieldDescription, ...]:
    """Describe the fields of a shape, in the order in which the shape names them.

    Args:
        shape: A pydantic model of a record, a part of one, or the settings.
    """
    schema = shape.model_json_schema()
    return _fields(schema, schema.get("$defs", {}))


def _fields(schema: Schema, parts: Schema) -> tuple[FieldDescription, ...]:
    required = set(schema.get("required", ()))
    return tuple(
        _field(key, prop, parts, required=key in required)
        for key, prop in schema["properties"].items()
    )


def _field(key: str, prop: Schema, parts: Schema, *, required: bool) -> FieldDescription:
    value = _without_null(prop)
    many = value.get("type") == "array"
    if many:
        value = _without_null(value["items"])
    part = value.get("$ref", "").rpartition("/")[2]
    group = parts[part] if part else {}
    label = prop.get("label")
    hint = prop.get("hint")
    return FieldDescription(
        key=key,
        kind=_kind(value, group),
        label=Label(**label) if label else Label(nl=key, en=key),
        hint=Prose(**hint) if hint else None,
        example=prop.get("example"),
        required=required,
        many=many,
        default=prop.get("default"),
        scheme=value.get("x-vocabulary", ""),
        reference=value.get("x-reference", ""),
        choices=tuple(value.get("enum", ())),
        fields=_fields(group, parts) if group else (),
        part=part,
        pattern=value.get("pattern", ""),
        least=value.get("minimum"),
        most=value.get("maximum"),
        longest=value.get("maxLength"),
    )


def _without_null(prop: Schema) -> Schema:
    """Return the one thing that a property may hold besides nothing."""
    if "anyOf" not in prop:
        return prop
    (value,) = (option for option in prop["anyOf"] if option.get("type") != "null")
    return {**value}


def _kind(value: Schema, group: Schema) -> FieldKind:
    if group:
        return FieldKind.GROUP
    for mark, kind in (("x-vocabulary", FieldKind.TERM), ("x-reference", FieldKind.REFERENCE)):
        if mark in value:
            return kind
    if "enum" in value:
        return FieldKind.CHOICE
    if "x-form" in value:
        return FieldKind(value["x-form"])
    if value.get("format") == "date":
        return FieldKind.DATE
    simple = {"integer": FieldKind.NUMBER, "boolean": FieldKind.YES_NO, "string": FieldKind.LINE}
    return simple[value["type"]]
