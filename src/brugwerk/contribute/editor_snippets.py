"""Snippets for VS Code: every key of a record, offered while typing in its front matter.

No YAML server reads the front matter of a Markdown file, so an editor completes keys and terms from
these. They are made from the same description as everything else.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.examples import as_written
from brugwerk.contribute.reference import FieldEntry, reference
from brugwerk.language import translator
from brugwerk.records.description import FieldDescription, FieldKind, describe
from brugwerk.records.kinds import RECORD_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brugwerk.records.kinds import RecordKind
    from brugwerk.records.vocabulary import Vocabulary
    from brugwerk.settings import Settings

FILE = ".vscode/brugwerk.code-snippets"
_MADE = "// Made by `brugwerk generate` from src/brugwerk/records and vocabulary/. Do not edit.\n"
# VS Code's signs with a meaning in a placeholder, and in a choice.
_IN_PLACEHOLDER = re.compile(r"([\\$}])")
_IN_CHOICE = re.compile(r"([\\$},|])")


def snippet_files(settings: Settings, vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return the text of the file with snippets, in the site's language, by its path."""
    snippets: dict[str, Any] = {}
    for kind in RECORD_KINDS.values():
        snippets |= snippets_of(kind, settings.language, vocabulary)
    return {FILE: _MADE + json.dumps(snippets, indent=2, ensure_ascii=False) + "\n"}


def snippets_of(kind: RecordKind, language: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return a snippet for every key of one kind of record, by name.

    Args:
        kind: The kind of record.
        language: The language of the explanation.
        vocabulary: The controlled lists.
    """
    described = reference(kind, vocabulary, translator(language))
    files = kind.path.replace("{id}", "*").replace("{owner}", "*")
    found = {}
    for field, entry in zip(describe(kind.shape), described.fields, strict=True):
        asked = f" ({entry.asked})" if entry.asked else ""
        found[f"{described.label}: {entry.label}"] = {
            "scope": "markdown",
            "prefix": field.key,
            "include": [f"**/{files}"],
            "body": list(_Body().lines(field, entry, "")),
            "description": f"{entry.label}{asked}. {entry.hint}".strip(),
        }
    return found


class _Body:
    """Writes one snippet; its places to fill in are numbered in order."""

    def __init__(self) -> None:
        self._stops = 0

    def lines(self, field: FieldDescription, entry: FieldEntry, indent: str) -> Iterator[str]:
        if field.kind is not FieldKind.GROUP:
            yield f"{indent}{field.key}: {self._value(field, entry)}"
            return
        yield f"{indent}{field.key}:"
        inner = indent + ("    " if field.many else "  ")
        lines = [
            line
            for child, said in zip(field.fields, entry.fields, strict=True)
            for line in self.lines(child, said, inner)
        ]
        if field.many:
            lines[0] = f"{indent}  - {lines[0].lstrip()}"
        yield from lines

    def _value(self, field: FieldDescription, entry: FieldEntry) -> str:
        self._stops += 1
        values = [choice.id for choice in entry.choices]
        if field.kind is FieldKind.YES_NO:
            values = ["true", "false"]
        if values:
            choices = ",".join(_IN_CHOICE.sub(r"\\\1", value) for value in values)
            place = f"${{{self._stops}|{choices}|}}"
            return f"[{place}]" if field.many else place
        example = _IN_PLACEHOLDER.sub(r"\\\1", as_written(field))
        return f"${{{self._stops}:{example}}}"
