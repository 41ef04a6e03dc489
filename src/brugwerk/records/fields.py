"""The building blocks of every record: kinds of value, and what a field says of itself.

The label, the hint and the example of a field stand beside its shape, so that the checker, the
reference page and every way of contributing take them from one place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
VERSION_PATTERN = r"^\d{1,3}\.\d{1,3}(\.\d{1,3})?$"
DURATION_PATTERN = r"^P(?=.*\d[DHM]$)(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)?$"
TIME_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"
WEB_ADDRESS_PATTERN = r"""^https?://[^\s<>"']+$"""
_DURATION = re.compile(DURATION_PATTERN)
_TIME = re.compile(TIME_PATTERN)
_VISIBLE = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$"
_URL = re.compile(WEB_ADDRESS_PATTERN)


class Shape(BaseModel):
    """Base of every record and part: unknown keys refused, frozen once read, no guessing of types."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, str_strip_whitespace=True, validate_default=False
    )


def about(
    nl: str,
    en: str,
    *,
    hint: tuple[str, str] = ("", ""),
    example: object = None,
    default: Any = ...,
    **constraints: Any,
) -> Any:
    """Describe a field once, for everything that shows it.

    Args:
        nl: Its label in Dutch.
        en: Its label in English.
        hint: What to fill in, in Dutch and in English.
        example: One good value, as it would stand in the front matter.
        default: Its value where the key is absent; ``...`` makes the key required in every status.
        **constraints: Further constraints that pydantic's ``Field`` takes.

    Returns:
        The pydantic field.
    """
    said: dict[str, Any] = {"label": {"nl": nl, "en": en}}
    if any(hint):
        said["hint"] = {"nl": hint[0], "en": hint[1]}
    if example is not None:
        said["example"] = example
    return Field(default, json_schema_extra=said, **constraints)


@dataclass(frozen=True)
class Term:
    """Marks a text as the id of a term in a controlled list; checked against ``vocabulary/``."""

    scheme: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Check the value against the terms that the validation context holds."""

        def known(
            value: Any,
            inner: core_schema.ValidatorFunctionWrapHandler,
            info: core_schema.ValidationInfo,
        ) -> Any:
            # The list is asked before the form of the text: "Lesson" is a misspelt term.
            terms = (info.context or {}).get(self.scheme)
            if terms is not None and isinstance(value, str) and value.strip() not in terms:
                raise PydanticCustomError(
                    "unknown_term", "unknown term", {"scheme": self.scheme, "value": value}
                )
            return inner(value)

        return core_schema.with_info_wrap_validator_function(known, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Name the controlled list, so that a schema can be filled with its terms."""
        return {**handler(schema), "x-vocabulary": self.scheme}


@dataclass(frozen=True)
class Reference:
    """Marks a text as the id of another record; checked across records."""

    kind: str

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Name the kind of record that is meant."""
        return {**handler(schema), "x-reference": self.kind}


@dataclass(frozen=True)
class Form:
    """Marks how a text is written, for schemas and forms that cannot run our functions.

    Attributes:
        name: What it is to a person who fills it in, such as ``duration``.
        pattern: A regular expression that JavaScript reads too, where there is one.
    """

    name: str
    pattern: str = ""

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Name the form, and give its pattern where the schema has none."""
        found = handler(schema)
        pattern = {"pattern": self.pattern} if self.pattern and "pattern" not in found else {}
        return {**found, **pattern, "x-form": self.name}


def _duration(value: str) -> str:
    if not _DURATION.match(value):
        raise PydanticCustomError("duration", "not a duration")
    return value


def _time(value: str) -> str:
    if not _TIME.match(value):
        raise PydanticCustomError("time_of_day", "not a time of day")
    return value


def _url(value: str) -> str:
    if not _URL.match(value):
        raise PydanticCustomError("web_address", "not a web address")
    return value


class Readable:
    """Refuses signs that no reader sees; a pattern, because Python would be called for every text."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        visible = core_schema.custom_error_schema(
            core_schema.str_schema(pattern=_VISIBLE),
            custom_error_type="control_character",
            custom_error_message="a control character",
        )
        return core_schema.chain_schema([handler(source), visible])


def _relative_path(value: str) -> str:
    parts = value.split("/")
    if value.startswith("/") or "\\" in value or ":" in value or ".." in parts or "" in parts:
        raise PydanticCustomError("relative_path", "not a path inside the folder")
    return value


def minutes_of(duration: str) -> int:
    """Return the minutes of an ISO 8601 duration such as ``PT1H30M``; a day counts 24 hours."""
    days, hours, minutes = (int(part or 0) for part in _DURATION.match(duration).groups())  # type: ignore[union-attr]
    return (days * 24 + hours) * 60 + minutes


def version_order(version: str) -> tuple[int, ...]:
    """Return what sorts versions: ``1.10`` comes after ``1.9``."""
    return tuple(int(part) for part in version.split("."))


T = TypeVar("T")

Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, pattern=r"^[^\r\n]*$"),
    Readable(),
    Form("line"),
]
Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=20_000),
    Readable(),
    Form("text"),
]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80), Form("id")]
Version = Annotated[str, StringConstraints(pattern=VERSION_PATTERN), Form("version")]
Duration = Annotated[str, AfterValidator(_duration), Form("duration", DURATION_PATTERN)]
TimeOfDay = Annotated[str, AfterValidator(_time), Form("time", TIME_PATTERN)]
WebAddress = Annotated[
    str,
    AfterValidator(_url),
    StringConstraints(max_length=2_000),
    Form("web-address", WEB_ADDRESS_PATTERN),
]
RelativePath = Annotated[
    str, AfterValidator(_relative_path), StringConstraints(max_length=200), Form("path")
]
Minutes = Annotated[int, Field(ge=1, le=1_440)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Day = date
# A list in the file, a tuple in the record: what is read stays as it was read.
Many = Annotated[tuple[T, ...], Field(strict=False, max_length=500)]
