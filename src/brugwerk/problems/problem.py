"""What a problem is: a permanent code, a place, and the facts its sentences need."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath


class Severity(StrEnum):
    """How much a problem weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """Where a problem is: a file below the site's root, with line and column counted from 1."""

    file: PurePosixPath
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in one place.

    Attributes:
        code: Permanent code, such as ``BW105``; its sentences are in the catalogue.
        place: The file, line and column of the key or value that is at fault.
        facts: What the sentences of the code name, by placeholder. A fact is a plain string, or
            a :class:`Wording` where it must be said in the reader's language.
    """

    code: str
    place: Place
    facts: Mapping[str, str | Wording] = field(default_factory=dict)

    def sort_key(self) -> tuple[Place, str, str]:
        """Order by file, line, column and code, so that a report reads from top to bottom."""
        return (self.place, self.code, str(sorted(map(str, self.facts.items()))))


@dataclass(frozen=True)
class Wording:
    """A piece of text in every language of the reports."""

    nl: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the text in ``language`` (``nl`` or ``en``)."""
        return self.en if language == "en" else self.nl
