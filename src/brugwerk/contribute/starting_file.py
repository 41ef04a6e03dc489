"""A file to start from: what is known filled in, and every other key ready to be used.

Lines that explain begin with ``#`` where a key is in use. A key that is not in use stands behind a
``#`` itself, with its explanation behind two: take the first ``#`` of such a line away, and what is
left is front matter that the check accepts.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.examples import as_written, yaml_lines
from brugwerk.contribute.reference import FieldEntry, reference
from brugwerk.records.description import FieldDescription, FieldKind, describe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brugwerk.language import Translator
    from brugwerk.records.kinds import RecordKind
    from brugwerk.records.vocabulary import Vocabulary

_WIDTH = 96
# More choices than these are looked up in their list.
_FEW = 12


def starting_file(
    kind: RecordKind,
    values: Mapping[str, Any],
    vocabulary: Vocabulary,
    says: Translator,
    *,
    short: bool = False,
) -> str:
    """Return the text of a new record.

    Args:
        kind: The kind of record.
        values: What is known, as our reader would read it.
        vocabulary: The controlled lists.
        says: The language of the explanation.
        short: Whether to leave out the keys that are not in use.
    """
    writer = _Writer(says, short=short)
    described = reference(kind, vocabulary, says)
    pairs = list(zip(describe(kind.shape), described.fields, strict=True))
    lines = ["---"]
    lines += writer.comment(says.text("What stands behind a # explains; it does not show."), "")
    for field, entry in pairs:
        if field.key in values:
            lines += ["", *writer.in_use(field, entry, values[field.key], "")]
    if not short:
        more = says.text(
            "What else may be filled in. Take the first # of a line away, and it counts."
        )
        lines += ["", "# " + "-" * 70, *writer.comment(more, ""), "# " + "-" * 70]
        for field, entry in pairs:
            if field.key not in values:
                lines += ["", *writer.at_rest(field, entry, "")]
    below = says.text("Below the next line comes the text of the page, in your own words.")
    return "\n".join([*lines, "", *writer.comment(below, ""), "---", ""])


@dataclass(frozen=True)
class _Writer:
    says: Translator
    short: bool

    def comment(self, text: str, indent: str) -> list[str]:
        mark = f"{indent}# "
        return textwrap.wrap(
            text,
            _WIDTH,
            initial_indent=mark,
            subsequent_indent=mark,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def explained(self, entry: FieldEntry) -> str:
        inside = len(entry.path) > 1
        asked = "" if entry.required else entry.asked
        if inside and not entry.required and not asked:
            asked = self.says.text("may be left out")
        sentences = [f"{entry.label} ({asked})." if asked else f"{entry.label}.", entry.hint]
        if 0 < len(entry.choices) <= _FEW:
            choices = "; ".join(f"{choice.id} = {choice.label}" for choice in entry.choices)
            sentences.append(self.says.text("Choose: {choices}.").format(choices=choices))
        elif entry.choices:
            file = f"vocabulary/{entry.scheme}.yml"
            sentences.append(self.says.text("Choose from {file}.").format(file=file))
        return " ".join(sentence for sentence in sentences if sentence)

    def in_use(
        self, field: FieldDescription, entry: FieldEntry, value: Any, indent: str
    ) -> Iterator[str]:
        """Write a key with its value, below its explanation."""
        yield from self.comment(self.explained(entry), indent)
        if field.kind is not FieldKind.GROUP or not value:
            for line in yaml_lines({field.key: value}):
                yield f"{indent}{line}" if line else ""
            return
        yield f"{indent}{field.key}:"
        for position, item in enumerate(value if field.many else [value]):
            inner = indent + ("    " if field.many else "  ")
            lines = list(self._group(field, entry, item, inner, first=position == 0))
            yield from _as_item(lines, indent + "  ") if field.many else lines

    def _group(
        self,
        field: FieldDescription,
        entry: FieldEntry,
        item: Mapping[str, Any],
        indent: str,
        *,
        first: bool,
    ) -> Iterator[str]:
        pairs = list(zip(field.fields, entry.fields, strict=True))
        for child, said in pairs:
            if child.key in item:
                yield from self.in_use(child, said, item[child.key], indent)
        if first and not self.short:
            for child, said in pairs:
                if child.key not in item:
                    yield from self.at_rest(child, said, indent)

    def at_rest(self, field: FieldDescription, entry: FieldEntry, indent: str) -> Iterator[str]:
        """Write a key with an example, all behind a ``#``."""
        for line in self._example(field, entry, ""):
            yield f"{indent}#{line}"

    def _example(self, field: FieldDescription, entry: FieldEntry, indent: str) -> Iterator[str]:
        yield from self.comment(self.explained(entry), indent)
        if field.kind is not FieldKind.GROUP:
            yield f"{indent}{field.key}: {as_written(field)}"
            return
        yield f"{indent}{field.key}:"
        inner = indent + ("    " if field.many else "  ")
        lines = [
            line
            for child, said in zip(field.fields, entry.fields, strict=True)
            for line in self._example(child, said, inner)
        ]
        yield from _as_item(lines, indent + "  ") if field.many else lines


def _as_item(lines: list[str], indent: str) -> Iterator[str]:
    """Put the dash of a list before the first key of its lines."""
    waiting = True
    for line in lines:
        if waiting and not line.lstrip().startswith("#"):
            yield f"{indent}- {line[len(indent) + 2 :]}"
            waiting = False
        else:
            yield line
