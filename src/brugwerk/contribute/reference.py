"""The reference of a kind of record: every key, what belongs there, and when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.demand_words import when_asked
from brugwerk.contribute.examples import as_written
from brugwerk.records.description import FieldDescription, FieldKind, describe
from brugwerk.records.kinds import RECORD_KINDS

if TYPE_CHECKING:
    from brugwerk.language import Translator
    from brugwerk.records.kinds import RecordKind
    from brugwerk.records.vocabulary import Label, Prose, Vocabulary


@dataclass(frozen=True)
class TermChoice:
    """A value that may be chosen: what the file says and what people read."""

    id: str
    label: str


@dataclass(frozen=True)
class FieldEntry:
    """One key, in the words of one language.

    Attributes:
        path: The keys from the record down.
        anchor: The key's anchor on the reference page; it never changes.
        label: What people call it.
        hint: What to fill in; may be empty.
        holds: What kind of value belongs there.
        asked: When it is asked for; empty where it may always be left out.
        required: Whether it belongs to every record, or to every group that holds it.
        example: A good value as the file would say it; may be empty.
        scheme: The controlled list that it takes its value from; may be empty.
        list_label: What that list is called.
        choices: The values of that list.
        fields: The keys of a group.
    """

    path: tuple[str, ...]
    anchor: str
    label: str
    hint: str
    holds: str
    asked: str
    required: bool
    example: str
    scheme: str
    list_label: str
    choices: tuple[TermChoice, ...]
    fields: tuple[FieldEntry, ...]

    @property
    def key(self) -> str:
        """The key itself, without those above it."""
        return self.path[-1]


@dataclass(frozen=True)
class KindReference:
    """All keys of one kind of record."""

    id: str
    label: str
    path: str
    fields: tuple[FieldEntry, ...]


def reference(kind: RecordKind, vocabulary: Vocabulary, says: Translator) -> KindReference:
    """Describe all keys of a kind of record in one language.

    Args:
        kind: The kind of record.
        vocabulary: The controlled lists.
        says: The language.
    """
    writer = _Writer(kind, vocabulary, says)
    place = kind.path.replace("{id}", "<id>").replace("{owner}", f"<{kind.owner}>")
    fields = tuple(writer.entry(field, ()) for field in describe(kind.shape))
    return KindReference(kind.id, writer.say(kind.label), place, fields)


@dataclass(frozen=True)
class _Writer:
    kind: RecordKind
    vocabulary: Vocabulary
    says: Translator

    def say(self, wording: Label | Prose | None) -> str:
        if wording is None:
            return ""
        return wording.en if self.says.language == "en" else wording.nl

    def entry(self, field: FieldDescription, above: tuple[str, ...]) -> FieldEntry:
        path = (*above, field.key)
        found = self.vocabulary.lists[field.scheme] if field.scheme else None
        return FieldEntry(
            path=path,
            anchor="-".join((self.kind.id, *path)).replace("_", "-"),
            label=self.say(field.label),
            hint=self.say(field.hint),
            holds=self.holds(field),
            asked=when_asked(self.kind, field, path, self.vocabulary, self.says),
            required=field.required,
            example=as_written(field),
            scheme=field.scheme,
            list_label=self.say(found.label) if found else "",
            choices=tuple(
                TermChoice(term.id, self.say(term.label)) for term in (found.terms if found else ())
            ),
            fields=tuple(self.entry(child, path) for child in field.fields),
        )

    def holds(self, field: FieldDescription) -> str:
        """Say what kind of value belongs there."""
        one = self._one(field)
        return self.says.text("a list; each time {what}").format(what=one) if field.many else one

    def _one(self, field: FieldDescription) -> str:
        say = self.says.text
        match field.kind:
            case FieldKind.TERM:
                return say("a word from a controlled list")
            case FieldKind.REFERENCE:
                kind = self.say(RECORD_KINDS[field.reference].label)
                return say("the name of a folder ({kind})").format(kind=kind.lower())
            case FieldKind.CHOICE:
                return say("one of: {choices}").format(choices=self.says.listed(field.choices))
            case FieldKind.NUMBER if field.least is not None and field.most is not None:
                return say("a whole number from {least} to {most}").format(
                    least=field.least, most=field.most
                )
        return {
            FieldKind.LINE: say("one line of text"),
            FieldKind.TEXT: say("text, one sentence or more"),
            FieldKind.ID: say("a short word: small letters, digits and hyphens"),
            FieldKind.VERSION: say("a version, in quotation marks"),
            FieldKind.DURATION: say("a length of time"),
            FieldKind.TIME: say("a time of day"),
            FieldKind.WEB_ADDRESS: say("a web address"),
            FieldKind.PATH: say("the place of a file"),
            FieldKind.DATE: say("a date: year-month-day"),
            FieldKind.NUMBER: say("a whole number"),
            FieldKind.YES_NO: say("true (yes) or false (no)"),
            FieldKind.GROUP: say("the keys below it"),
        }[field.kind]


def as_data(entry: FieldEntry) -> dict[str, Any]:
    """Return an entry as plain data, for other programs."""
    said = {
        "key": ".".join(entry.path),
        "label": entry.label,
        "hint": entry.hint,
        "holds": entry.holds,
        "asked": entry.asked,
        "example": entry.example,
        "list": entry.scheme,
        "choices": [choice.id for choice in entry.choices],
        "fields": [as_data(child) for child in entry.fields],
    }
    return {key: value for key, value in said.items() if value}
