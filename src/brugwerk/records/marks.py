"""Finding the marks (:class:`Term`, :class:`Reference`) that the fields of records carry."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

from brugwerk.records.fields import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

Mark = TypeVar("Mark")


@cache
def mark_of_field(shape: type[BaseModel], name: str, kind: type[Mark]) -> Mark | None:
    """Return the mark of ``kind`` on a field, also where it sits on the items of a list."""
    info = shape.model_fields[name]
    candidates = (*info.metadata, *_metadata_in(info.annotation))
    return next((mark for mark in candidates if isinstance(mark, kind)), None)


def _metadata_in(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is None:
        return
    for part in get_args(annotation):
        yield part
        yield from _metadata_in(part)


def parts_of(shape: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a record's shape and the shapes of all its parts."""
    yield shape
    for info in shape.model_fields.values():
        for part in (info.annotation, *_metadata_in(info.annotation)):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from parts_of(part)


def schemes_of(shape: type[BaseModel]) -> set[str]:
    """Return the controlled lists that a record's fields take their values from."""
    return {
        mark.scheme
        for part in parts_of(shape)
        for name in part.model_fields
        if (mark := mark_of_field(part, name, Term)) is not None
    }
