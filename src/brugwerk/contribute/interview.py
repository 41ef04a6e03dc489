"""What must be asked of a person to fill a record, and what an answer means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from brugwerk.check.shape import check_shape
from brugwerk.contribute.demands import Path, deciding_keys, demands
from brugwerk.read.front_matter import Source
from brugwerk.records.description import FieldDescription, FieldKind, describe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from brugwerk.problems import Problem
    from brugwerk.records.kinds import RecordKind
    from brugwerk.records.vocabulary import Vocabulary

_YES_NO = {"ja": True, "j": True, "yes": True, "y": True, "true": True} | {
    "nee": False,
    "n": False,
    "no": False,
    "false": False,
}


@dataclass(frozen=True)
class Question:
    """One value to ask for; within a list of groups, that of its first item.

    Attributes:
        path: The keys from the record down.
        field: What is asked.
        within: The groups that hold it.
        asked: Whether a record cannot do without, or a group that holds it.
    """

    path: Path
    field: FieldDescription
    within: tuple[FieldDescription, ...]
    asked: bool

    @property
    def flag(self) -> str:
        """The flag on the command line: ``--bridge-role``."""
        return f"--{'-'.join(self.path).replace('_', '-')}"

    @property
    def name(self) -> str:
        """The name of that flag's value in the program."""
        return "answer_" + "_".join(self.path)


def questions(kind: RecordKind) -> tuple[Question, ...]:
    """Return a question for everything that a record of this kind may hold."""
    return tuple(
        question
        for field in describe(kind.shape)
        for question in _inside(field, (), (), asked=field.required)
    )


def asked_questions(
    kind: RecordKind, vocabulary: Vocabulary, values: Mapping[str, Any]
) -> tuple[Question, ...]:
    """Return what must be asked in the state that the values give, in order.

    Args:
        kind: The kind of record.
        vocabulary: The controlled lists.
        values: The keys that are known; those that decide come first.
    """
    state = {**first_state(kind, vocabulary), **values}
    wanted = {
        path for demand in demands(kind, vocabulary) if demand.holds(state) for path in demand.paths
    }
    deciding = deciding_keys(kind, vocabulary)
    return tuple(
        question
        for field in describe(kind.shape)
        for question in _inside(
            field,
            (),
            (),
            # A group that is begun needs what belongs to it.
            asked=field.required
            or (field.key,) in wanted
            or field.key in deciding
            or (field.kind is FieldKind.GROUP and field.key in values),
            wanted=frozenset(wanted),
        )
        if question.asked
    )


def first_state(kind: RecordKind, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the state that a new record is in, such as ``status: draft``.

    That is the first step of a list of steps; of other lists, the default or nothing.
    """
    fields = {field.key: field for field in describe(kind.shape)}
    state: dict[str, Any] = {}
    for key in deciding_keys(kind, vocabulary):
        field = fields[key]
        if field.default is not None:
            state[key] = field.default
        elif field.scheme:
            steps = [
                (order, term.id)
                for term in vocabulary.lists[field.scheme].terms
                if (order := getattr(term, "order", None)) is not None
            ]
            state |= {key: min(steps)[1]} if steps else {}
    return state


def _inside(
    field: FieldDescription,
    above: Path,
    within: tuple[FieldDescription, ...],
    *,
    asked: bool,
    wanted: frozenset[Path] = frozenset(),
) -> Iterator[Question]:
    path = (*above, field.key)
    if field.kind is not FieldKind.GROUP:
        yield Question(path, field, within, asked)
    for child in field.fields:
        needed = asked and (child.required or (*path, child.key) in wanted)
        yield from _inside(child, path, (*within, field), asked=needed, wanted=wanted)


def understood(field: FieldDescription, text: str, vocabulary: Vocabulary) -> Any:
    """Return what a typed answer means; an answer that means nothing stays text, for the check.

    A term may be given by its label, a length of time in minutes, yes and no in words.
    """
    text = text.strip()
    match field.kind:
        case FieldKind.TERM:
            return _term(field.scheme, text, vocabulary)
        case FieldKind.NUMBER if text.removeprefix("-").isdecimal():
            return int(text)
        case FieldKind.YES_NO:
            return _YES_NO.get(text.casefold(), text)
        case FieldKind.VERSION:
            # The file has quotation marks around it, so people type them.
            return text.strip("'\"")
        case FieldKind.DURATION if text.isdecimal():
            return f"PT{int(text)}M"
        case FieldKind.DATE:
            try:
                return date.fromisoformat(text)
            except ValueError:
                return text
        case _:
            return text


def _term(scheme: str, text: str, vocabulary: Vocabulary) -> str:
    terms = vocabulary.lists[scheme].terms
    if text in {term.id for term in terms}:
        return text
    said = text.casefold()
    named = [
        term.id
        for term in terms
        if said in {term.id.casefold(), term.label.nl.casefold(), term.label.en.casefold()}
    ]
    return named[0] if len(named) == 1 else text


def filled(answers: Sequence[tuple[Question, Any]]) -> dict[str, Any]:
    """Return the values of a record from answers; a list of groups gets one item."""
    values: dict[str, Any] = {}
    for question, answer in answers:
        part = values
        for group in question.within:
            if group.many:
                part = part.setdefault(group.key, [{}])[0]
            else:
                part = part.setdefault(group.key, {})
        part[question.field.key] = answer
    return values


def flaws(
    kind: RecordKind, values: Mapping[str, Any], vocabulary: Vocabulary, *, whole: bool
) -> list[Problem]:
    """Return what the check would say of the values, by shape.

    Args:
        kind: The kind of record.
        values: The front matter as it would be read.
        vocabulary: The controlled lists.
        whole: Whether keys that are missing count; not while a person is still answering.
    """
    source = Source(PurePosixPath(kind.path), dict(values))
    _, problems = check_shape(source, kind.shape, vocabulary.ids(), vocabulary)
    return [problem for problem in problems if whole or problem.code != "BW101"]
