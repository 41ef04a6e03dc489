"""Making a new record: what flags say, what must still be asked, and the file that comes of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

import click

from brugwerk.check import check_site
from brugwerk.command.asking import Asker, unknown_name
from brugwerk.contribute.demands import deciding_keys
from brugwerk.contribute.ids import id_from
from brugwerk.contribute.interview import (
    Question,
    asked_questions,
    filled,
    first_state,
    flaws,
    questions,
    understood,
)
from brugwerk.contribute.starting_file import starting_file
from brugwerk.language import Translator, translator
from brugwerk.problems import explain, report
from brugwerk.problems.catalogue import severity_of
from brugwerk.problems.problem import Severity
from brugwerk.records.description import FieldKind
from brugwerk.records.kinds import RECORD_KINDS

if TYPE_CHECKING:
    import pathlib

    from brugwerk.check import Checked
    from brugwerk.contribute.demands import Path
    from brugwerk.problems import Problem
    from brugwerk.records.kinds import RecordKind
    from brugwerk.records.vocabulary import Label


class _RefusedError(Exception):
    """A file that is not written, with what to tell the person and the exit code."""

    def __init__(self, *lines: str, code: int = 2) -> None:
        super().__init__("\n".join(lines))
        self.code = code


@dataclass(frozen=True)
class Making:
    """One run: a kind of record and what the flags said."""

    kind: RecordKind
    given: dict[str, Any]

    @cached_property
    def _says(self) -> Translator:
        return translator(self.given["lang"])

    @cached_property
    def _root(self) -> pathlib.Path:
        root: pathlib.Path = self.given["root"]
        return root

    @cached_property
    def _checked(self) -> Checked:
        return check_site(self._root)

    @cached_property
    def _asker(self) -> Asker:
        return Asker(self.kind, self._checked.entries, self._says)

    @cached_property
    def _asking(self) -> bool:
        asked: bool | None = self.given["ask"]
        return sys.stdin.isatty() if asked is None else asked

    def _say(self, message: str, **values: object) -> str:
        return self._says.text(message).format(**values)

    def _label(self, label: Label) -> str:
        return label.en if self._says.language == "en" else label.nl

    def run(self) -> None:
        """Make the file, or say why not, and end with an exit code."""
        try:
            sys.exit(self.make())
        except _RefusedError as refusal:
            click.echo(str(refusal), err=True)
            sys.exit(refusal.code)
        except click.Abort:
            click.echo("\n" + self._say("Stopped. Nothing was written."), err=True)
            sys.exit(1)

    def make(self) -> int:
        """Return the exit code: 1 where the file has errors that only the whole site shows."""
        lists = [p for p in self._checked.errors if p.place.file.parts[0] == "vocabulary"]
        if lists:
            raise _RefusedError(*report.lines(lists, self._says.language), code=1)
        owner = self._owner()
        record_id = self._shared_id()
        if record_id:
            # Before the questions: nobody answers ten of them for a file that is there already.
            self._free(record_id, owner)
        values = self._values(record_id)
        record_id = record_id or self._made_id(values)
        file = self._free(record_id, owner)
        text = starting_file(
            self.kind,
            values,
            self._checked.entries.vocabulary,
            self._says,
            short=self.given["short"],
        )
        if self.given["dry_run"]:
            click.echo(text, nl=False)
            return 0
        self._write(file, text)
        return self._afterwards(file)

    def _owner(self) -> str:
        if not self.kind.owner:
            return ""
        label = self._label(RECORD_KINDS[self.kind.owner].label)
        return self._existing(self.kind.owner, self.given["owner"], label, f"--{self.kind.owner}")

    def _existing(self, kind: str, name: str | None, label: str, flag: str) -> str:
        known = self._checked.entries.ids(kind)
        if name is None:
            if not self._asking:
                raise _RefusedError(self._say("Missing: {flags}", flags=flag))
            return self._asker.name(label, known)
        if name not in known:
            raise _RefusedError(f"{flag}: {unknown_name(label, name, known, self._says)}")
        return name

    def _shared_id(self) -> str:
        """Return the id where it is known before the record is."""
        given: str | None = self.given["record_id"]
        if self.kind.named_by == "product":
            label = self._label(RECORD_KINDS["product"].label)
            return self._existing("product", given, label, "--product")
        if self.kind.named_by == "date":
            return self._day(given)
        if given and id_from(given) != given:
            meant = id_from(given)
            raise _RefusedError(
                self._say("--id: small letters, digits and hyphens, such as {id}.", id=meant or "x")
            )
        return given or ""

    def _day(self, given: str | None) -> str:
        asked = self._say("Date of the meeting (year-month-day)")
        while True:
            text = given or (click.prompt(asked) if self._asking else None)
            if text is None:
                raise _RefusedError(self._say("Missing: {flags}", flags="--date"))
            try:
                return date.fromisoformat(text.strip()).isoformat()
            except ValueError:
                wrong = self._say("A date is written as year-month-day: 2026-02-04.")
                if given:
                    raise _RefusedError(f"--date: {wrong}") from None
                click.echo(wrong)

    def _values(self, record_id: str) -> dict[str, Any]:
        vocabulary = self._checked.entries.vocabulary
        answers = self._flags()
        wrong = [
            line
            for question, answer in answers.values()
            for problem in flaws(self.kind, filled([(question, answer)]), vocabulary, whole=False)
            for line in self._about(question, problem)
        ]
        if wrong:
            raise _RefusedError(*wrong)
        starts = first_state(self.kind, vocabulary) | self._known(record_id)
        while still := [
            question
            for question in asked_questions(self.kind, vocabulary, filled([*answers.values()]))
            if question.path not in answers
        ]:
            question = still[0]
            start = starts.get(question.path[0]) if len(question.path) == 1 else None
            if self._asking:
                answer = self._asker.ask(question, self._typed(question, start))
            elif start is not None:
                answer = start
            else:
                self._name_missing(still, starts)
            answers[question.path] = (question, answer)
        in_order = (answers.get(question.path) for question in questions(self.kind))
        values = filled([answered for answered in in_order if answered])
        if found := flaws(self.kind, values, vocabulary, whole=True):
            raise _RefusedError(*report.lines(found, self._says.language))
        return values

    def _flags(self) -> dict[Path, tuple[Question, Any]]:
        vocabulary = self._checked.entries.vocabulary
        answers: dict[Path, tuple[Question, Any]] = {}
        for question in questions(self.kind):
            if not (text := self.given.get(question.name)):
                continue
            meant = [understood(question.field, item, vocabulary) for item in _listed(text)]
            answers[question.path] = (question, meant if question.field.many else meant[0])
        return answers

    def _about(self, question: Question, problem: Problem) -> list[str]:
        said = explain(problem, self._says.language)
        return [f"{question.flag}: {said.what}", f"    {said.mend}"]

    def _known(self, record_id: str) -> dict[str, Any]:
        """Return what the site already says: an adoption is of the present version."""
        product = self._checked.entries.products.get(record_id)
        version = product.record.version if product and self.kind.id == "adoption" else None
        return {"version": version} if version else {}

    def _typed(self, question: Question, start: Any) -> str:
        if start is None:
            return ""
        if question.field.kind is FieldKind.YES_NO:
            return self._say("yes") if start else self._say("no")
        return str(start)

    def _name_missing(self, still: list[Question], starts: dict[str, Any]) -> NoReturn:
        missing = [q for q in still if len(q.path) > 1 or q.path[0] not in starts]
        deciding = deciding_keys(self.kind, self._checked.entries.vocabulary)
        hints = [
            self._say(
                "What is asked depends on {flags}.", flags=" ".join(f"--{k}" for k in deciding)
            )
        ] * bool(deciding)
        raise _RefusedError(
            self._say("Missing: {flags}", flags=", ".join(q.flag for q in missing)),
            *(f"    {q.flag}: {self._label(q.field.label)}" for q in missing),
            *hints,
            self._say("Or add --ask, and answer one question at a time."),
        )

    def _made_id(self, values: dict[str, Any]) -> str:
        made = id_from(str(values[self.kind.named_by]))
        if not made:
            raise _RefusedError(self._say("No name for the folder can be made of that: add --id."))
        return made

    def _free(self, record_id: str, owner: str) -> str:
        file = self.kind.file(record_id, owner)
        if (self._root / file).exists() or (self._root / file).is_symlink():
            raise _RefusedError(
                self._say("{file} is there already, and stays as it is.", file=file), code=1
            )
        return file

    def _write(self, file: str, text: str) -> None:
        path = self._root / file
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as target:
                target.write(text)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise _RefusedError(
                self._say("{file} cannot be written: {reason}", file=file, reason=reason), code=1
            ) from error

    def _afterwards(self, file: str) -> int:
        """Say what the whole site makes of the new file, and what to do next."""
        say = self._say
        click.echo(say("Written: {file}", file=file))
        found = [p for p in check_site(self._root).problems if str(p.place.file) == file]
        for line in report.lines(found, self._says.language):
            click.echo(line)
        folder = file.removesuffix("/index.md")
        click.echo("")
        click.echo(say("What now?"))
        click.echo(say("1. Open the file and write on. Every key is explained there."))
        click.echo(say("2. Check it: {command}", command=f"brugwerk check {folder}"))
        click.echo(say("3. Look at the page: {command}", command="scripts/serve"))
        return int(any(severity_of(problem) is Severity.ERROR for problem in found))


def _listed(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text
