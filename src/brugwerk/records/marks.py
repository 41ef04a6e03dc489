"""Finding the marks (:class:`Term`, :class:`Reference`) that the fields of records carry."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

from brugwerk.records.fields import Reference, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

Mark = TypeVar("Mark")


@cache
def mark_of_field(shape: type[BaseModel], name: str, kind: type[Mark]) -> Mark | None:
    """Return the mark of ``kind`` on a field, also where it sits on the items of a list."""
    info = shape.model_fields[name]
    candidates = (*info.metadata, *_metadata_in(info.annotation))
    return next((mark for mark in candidates if isinstance(mark, kind)), None)


@cache
def fields_with_references(shape: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a shape that refer to other records, or whose parts do."""
    return tuple(
        name
        for name in shape.model_fields
        if mark_of_field(shape, name, Reference) is not None
        or any(fields_with_references(part) for part in _parts_in(shape, name))
    )


def _parts_in(shape: type[BaseModel], name: str) -> Iterator[type[BaseModel]]:
    annotation = shape.model_fields[name].annotation
    for part in (annotation, *_metadata_in(annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part


def _metadata_in(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is None:
        return
    for part in get_args(annotation):
        yield part
        yield from _metadata_in(part)


def parts_of(shape: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a record's shape and the shapes of all its parts."""
    yield shape
    for name in shape.model_fields:
        for part in _parts_in(shape, name):
            yield from parts_of(part)


def schemes_of(shape: type[BaseModel]) -> set[str]:
    """Return the controlled lists that a record's fields take their values from."""
    return {
        mark.scheme
        for part in parts_of(shape)
        for name in part.model_fields
        if (mark := mark_of_field(part, name, Term)) is not None
    }
