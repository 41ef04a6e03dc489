"""Replacing a few signs in a file, and keeping every other byte as it was."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.read.yaml_text import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yaml.nodes import ScalarNode


@dataclass(frozen=True, order=True)
class Splice:
    """Other signs in the place of a part of one line, at a line and columns counted from 0."""

    line: int
    begin: int
    end: int
    text: str


def splice_of(node: ScalarNode, text: str) -> Splice | None:
    """Put ``text`` in the place of a value or key; none where it does not stand on one line."""
    start, end = node.start_mark, node.end_mark
    if start is None or end is None or start.line != end.line or node.style in ("|", ">"):
        return None
    return Splice(start.line, start.column, end.column, text)


def lines_of(text: str) -> list[str]:
    """Split a text into lines as editors do, each with its own ending."""
    return list(io.StringIO(text, newline=""))


def spliced(text: str, splices: Iterable[Splice], first_line: int) -> str:
    """Return the text with the splices made.

    Args:
        text: The whole file, with its own line endings.
        splices: What to replace; no two of them overlap.
        first_line: Lines before the one that the splices count as 0.
    """
    lines = lines_of(text)
    for splice in sorted(splices, reverse=True):
        line = lines[first_line + splice.line]
        lines[first_line + splice.line] = line[: splice.begin] + splice.text + line[splice.end :]
    return "".join(lines)


def as_scalar(text: str) -> str:
    """Write a short text without signs of YAML's own, with quotation marks only where needed."""
    return text if read_yaml(text).data == text else f'"{text}"'
