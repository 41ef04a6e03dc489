"""The example of a field, as a value and as the front matter would say it."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from brugwerk.contribute.front_matter import front_matter
from brugwerk.records.description import FieldKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.records.description import FieldDescription

_FENCE = "---\n"


def example_value(field: FieldDescription) -> Any:
    """Return a good value of a field, as our reader would read it; a group is filled throughout."""
    if field.kind is FieldKind.GROUP:
        group = {child.key: example_value(child) for child in field.fields}
        return [group] if field.many else group
    if field.kind is FieldKind.DATE and isinstance(field.example, str):
        return date.fromisoformat(field.example)
    if field.kind is FieldKind.DATE and isinstance(field.example, list):
        return [date.fromisoformat(day) for day in field.example]
    return field.example


def as_written(field: FieldDescription) -> str:
    """Return the example as it stands behind the key, on one line; empty where there is none."""
    value = example_value(field)
    if field.kind is FieldKind.GROUP or value is None:
        return ""
    text = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=math.inf
    )
    return text.removesuffix("...\n").strip()


def yaml_lines(values: Mapping[str, Any]) -> list[str]:
    """Return the lines of values in YAML, without the ``---`` lines around them."""
    text = front_matter(values).removeprefix(_FENCE).removesuffix(_FENCE)
    return text.rstrip("\n").split("\n")
