"""The fields of a record as questions that a person answers one by one, without nesting.

An issue form knows no groups and no repetition. A group becomes a question for each key that it
cannot do without, and of a list of groups only the first is asked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from brugwerk.language import Translator, translator
from brugwerk.records.description import FieldDescription, FieldKind
from brugwerk.records.kinds import RECORD_KINDS
from brugwerk.records.vocabulary import StageTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.read.yaml_text import KeyPath
    from brugwerk.records.vocabulary import Label, Prose, Vocabulary, VocabularyTerm

# Up to this many choices a reader takes in at a glance, with what each means.
FEW = 8


class Element(StrEnum):
    """What a question looks like in an issue form, in GitHub's words."""

    INPUT = "input"
    TEXTAREA = "textarea"
    DROPDOWN = "dropdown"
    CHECKBOXES = "checkboxes"


@dataclass(frozen=True)
class Option:
    """A choice: what people read, and what the record holds."""

    text: str
    value: Any


@dataclass(frozen=True)
class Question:
    """One question of an issue form.

    Attributes:
        id: Its key in the form, by which a link fills it in.
        label: What is asked; the heading of the answer, so unique within a form.
        element: How it is answered.
        kind: What is filled in.
        path: Where the answer stands in the record; empty where it stands elsewhere.
        description: What to fill in, as Markdown.
        placeholder: An example, shown in an empty field.
        required: Whether it must be answered.
        many: Whether it takes more than one answer.
        options: The choices, where there are any.
        reference: The kind of record that is meant, where one is.
    """

    id: str
    label: str
    element: Element
    kind: FieldKind = FieldKind.LINE
    path: KeyPath = ()
    description: str = ""
    placeholder: str = ""
    required: bool = False
    many: bool = False
    options: tuple[Option, ...] = ()
    reference: str = ""


@dataclass(frozen=True)
class Questioner:
    """Turns fields into questions in one language.

    Attributes:
        vocabulary: The controlled lists, for the choices.
        language: The language of the questions.
    """

    vocabulary: Vocabulary
    language: str

    @property
    def says(self) -> Translator:
        """The texts of the interface."""
        return translator(self.language)

    def words(self, wording: Label | Prose) -> str:
        """Return a wording in the language of the questions."""
        return wording.en if self.language == "en" else wording.nl

    def ask(self, field: FieldDescription) -> Iterator[Question]:
        """Yield the question for a field, or those for the keys that a group cannot do without."""
        if field.kind is not FieldKind.GROUP:
            yield self._question(field, field.key, (field.key,), self.words(field.label))
            return
        path: KeyPath = (field.key, 0) if field.many else (field.key,)
        for part in field.fields:
            # The id of an element follows from its text; nobody need think one up here.
            if part.required and part.kind not in {FieldKind.GROUP, FieldKind.ID}:
                question = self._question(
                    part, f"{field.key}-{part.key}", (*path, part.key), self._joined(field, part)
                )
                # A group that may be left out is left out whole.
                yield question if field.required else replace(question, required=False)

    def _joined(self, group: FieldDescription, part: FieldDescription) -> str:
        whole, label = self.words(group.label), self.words(part.label)
        if label.lower() in whole.lower():
            return whole
        return f"{whole}: {label[0].lower()}{label[1:]}"

    def _question(
        self, field: FieldDescription, question_id: str, path: KeyPath, label: str
    ) -> Question:
        return Question(
            id=question_id,
            label=label,
            element=self._element(field),
            kind=field.kind,
            path=path,
            description=self._description(field),
            placeholder=self._placeholder(field),
            required=field.required,
            many=field.many,
            options=self._options(field),
            reference=field.reference,
        )

    def _element(self, field: FieldDescription) -> Element:
        if options := self._options(field):
            return Element.CHECKBOXES if field.many and len(options) <= FEW else Element.DROPDOWN
        if field.many or field.kind is FieldKind.TEXT:
            return Element.TEXTAREA
        return Element.INPUT

    def _options(self, field: FieldDescription) -> tuple[Option, ...]:
        if field.kind is FieldKind.TERM:
            terms = self.vocabulary.lists[field.scheme].terms
            return tuple(Option(self.words(term.label), term.id) for term in terms)
        if field.kind is FieldKind.YES_NO:
            return (Option(self.says.text("yes"), True), Option(self.says.text("no"), False))
        return tuple(Option(choice, choice) for choice in field.choices)

    def record(self, kind: str, *, required: bool = True) -> Question:
        """Return the question which record of a kind is meant."""
        field = FieldDescription(
            kind, FieldKind.REFERENCE, RECORD_KINDS[kind].label, required=required, reference=kind
        )
        return self._question(field, kind, (), self.words(field.label))

    def _description(self, field: FieldDescription) -> str:
        say = self.says.text
        by_kind = {
            FieldKind.DATE: say("Day, month and year, such as 14-10-2026."),
            FieldKind.DURATION: say("Such as “50 minutes” or “1 hour and 30 minutes”."),
            FieldKind.VERSION: say("Two numbers with a point between them, such as 1.0."),
            FieldKind.REFERENCE: say("The title or name, or the last part of the web address."),
        }
        hint = self.words(field.hint) if field.hint else ""
        parts = [by_kind.get(field.kind, hint)]
        if field.many and self._element(field) is Element.TEXTAREA:
            parts.append(say("Put each on a line of its own."))
        lines = [" ".join(part for part in parts if part)]
        if field.kind is FieldKind.TERM:
            lines += self._meanings(field.scheme)
        return "\n".join(line for line in lines if line)

    def _meanings(self, scheme: str) -> list[str]:
        terms = self.vocabulary.lists[scheme].terms
        said = [self._meaning(term) for term in terms]
        return said if len(terms) <= FEW and all(said) else []

    def _meaning(self, term: VocabularyTerm) -> str:
        meaning = term.in_words if isinstance(term, StageTerm) else term.description
        return f"- **{self.words(term.label)}**: {self.words(meaning)}" if meaning else ""

    def _placeholder(self, field: FieldDescription) -> str:
        if field.kind in {FieldKind.DATE, FieldKind.DURATION} or self._options(field):
            return ""
        example = field.example
        if isinstance(example, list):
            return "\n".join(str(item) for item in example)
        return "" if example is None else str(example)
