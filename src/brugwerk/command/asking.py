"""Asking a person for the values of a record, one at a time, in words that they know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.contribute.interview import Question, filled, flaws, understood
from brugwerk.contribute.reference import FieldEntry, reference
from brugwerk.problems import explain
from brugwerk.records.description import FieldKind
from brugwerk.records.kinds import RECORD_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check import Entries
    from brugwerk.language import Translator
    from brugwerk.records.kinds import RecordKind

# More choices than these are not printed; a word near to one is answered with that one.
_FEW = 20


@dataclass(frozen=True)
class Asker:
    """Asks for values of one kind of record.

    Attributes:
        kind: The kind of record.
        entries: The records of the site, for the ids that may be named.
        says: The language.
    """

    kind: RecordKind
    entries: Entries
    says: Translator

    def ask(self, question: Question, default: str = "") -> Any:
        """Ask until the answer is a good value, and return that."""
        entry = self._entry(question)
        names = self._introduce(question, entry)
        if not question.field.many:
            return self._one(question, entry.label, names, default)
        items: list[Any] = []
        while True:
            more = self.says.text("{label}, one more (Enter: no more)").format(label=entry.label)
            item = self._one(question, more if items else entry.label, names, empty=bool(items))
            if item is None:
                return items
            items.append(item)

    def name(self, label: str, known: set[str]) -> str:
        """Ask for the id of a record that exists, and return it."""
        if 0 < len(known) <= _FEW:
            click.echo("\n" + ", ".join(sorted(known)))
        while True:
            text = str(click.prompt(label, default="", show_default=False)).strip()
            if text in known:
                return text
            click.echo(unknown_name(label, text, known, self.says))

    def _introduce(self, question: Question, entry: FieldEntry) -> list[str]:
        """Say what is asked, and return the ids of what may be chosen."""
        within = " › ".join(self._label(group) for group in question.within)
        click.echo("")
        click.secho(f"{within} › {entry.label}" if within else entry.label, bold=True)
        if entry.hint:
            click.echo(entry.hint)
        ids = [choice.id for choice in entry.choices]
        if question.field.kind is FieldKind.REFERENCE:
            ids = sorted(self.entries.ids(question.field.reference))
        if 0 < len(ids) <= _FEW:
            labels = {choice.id: f" ({choice.label})" for choice in entry.choices}
            for number, name in enumerate(ids, 1):
                click.echo(f"  {number:>2}  {name}{labels.get(name, '')}")
        else:
            if entry.list_label:
                file = f"vocabulary/{entry.scheme}.yml"
                click.echo(self.says.text("Choose from {file}.").format(file=file))
            example = question.field.example
            if example is not None and not isinstance(example, bool):
                shown = example[0] if isinstance(example, list) else example
                click.echo(f"{self.says.text('Example')}: {shown}")
        return ids

    def _label(self, group: Any) -> str:
        label = group.label
        return str(label.en if self.says.language == "en" else label.nl)

    def _entry(self, question: Question) -> FieldEntry:
        entries = reference(self.kind, self.entries.vocabulary, self.says).fields
        found: FieldEntry | None = None
        for key in question.path:
            (found,) = (entry for entry in entries if entry.key == key)
            entries = found.fields
        if found is None:
            raise ValueError(f"a question without a path: {question}")
        return found

    def _one(
        self,
        question: Question,
        label: str,
        names: list[str],
        default: str = "",
        *,
        empty: bool = False,
    ) -> Any:
        while True:
            text = click.prompt(label, default=default, show_default=bool(default))
            text = str(text).strip()
            if not text and empty:
                return None
            if not text:
                click.echo(self.says.text("Something must stand here."))
                continue
            if question.field.kind is not FieldKind.NUMBER and len(names) <= _FEW:
                text = _by_number(text, names)
            value = understood(question.field, text, self.entries.vocabulary)
            wrong = list(self._wrong(question, value, names))
            if not wrong:
                return value
            for sentence in wrong:
                click.echo(sentence)

    def _wrong(self, question: Question, value: Any, names: list[str]) -> Iterator[str]:
        if question.field.kind is FieldKind.REFERENCE and value not in names:
            label = RECORD_KINDS[question.field.reference].label
            kind = label.en if self.says.language == "en" else label.nl
            yield unknown_name(kind, str(value), set(names), self.says)
            return
        item = [value] if question.field.many else value
        values = filled([(question, item)])
        for problem in flaws(self.kind, values, self.entries.vocabulary, whole=False):
            said = explain(problem, self.says.language)
            yield f"{said.what} {said.mend}"


def unknown_name(label: str, name: str, known: set[str], says: Translator) -> str:
    """Say that no record has the name, and which one may be meant."""
    close = did_you_mean(nearest(name, known)).in_language(says.language)
    return says.text("{label}: there is no ‘{name}’.").format(label=label, name=name) + close


def _by_number(text: str, names: list[str]) -> str:
    if text.isdecimal() and text not in names and 1 <= int(text) <= len(names):
        return names[int(text) - 1]
    return text
