"""The form as one definition: fields, choices, rules and sentences in the language of the site.

Nothing about a field is written here or in the form's scripts: keys, labels, hints, examples and
limits come from the shapes, choices and what a status asks from ``vocabulary/``, sentences from
the catalogue of problems.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brugwerk.check.rules.network import ASKED_OF_RUNNING
from brugwerk.check.rules.product import ASKED_OF_CORE, RECOGNISED_FROM
from brugwerk.check.rules.reflection import SMALLEST_GROUP
from brugwerk.check.shape import limit_in_words, number_in_words, pattern_in_words
from brugwerk.contribute.form.sections import beginnings, sections_of
from brugwerk.contribute.form.texts import form_texts, introductions
from brugwerk.problems import all_explanations
from brugwerk.records.adoption import Adoption
from brugwerk.records.description import FieldKind, describe
from brugwerk.records.fields import ID_PATTERN
from brugwerk.records.kinds import RECORD_KINDS
from brugwerk.records.overclaim import OVERCLAIM
from brugwerk.records.vocabulary import ProgrammeTerm, VocabularyTerm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brugwerk.catalogue import Catalogue
    from brugwerk.language import Translator
    from brugwerk.records.description import FieldDescription
    from brugwerk.records.vocabulary import Label, Prose, Vocabulary

# The kinds in the order in which people come with them.
ORDER = ("product", "adoption", "network", "school", "reflection")
# The problems that the form finds itself; the rest is left to the check.
CODES = (
    *("BW015", "BW016", "BW018", "BW101", "BW104", "BW105", "BW106", "BW107", "BW108", "BW109"),
    *("BW110", "BW111", "BW113", "BW114", "BW116", "BW206", "BW301", "BW302", "BW303", "BW304"),
    *("BW311", "BW312", "BW313", "BW315", "BW316", "BW317", "BW318", "BW319", "BW321", "BW401"),
    *("BW402", "BW403", "BW404", "BW405", "BW406", "BW407", "BW408", "BW409", "BW411", "BW412"),
    *("BW413", "BW416", "BW417", "BW501", "BW504", "BW508", "BW509", "BW510", "BW511", "BW512"),
    *("BW513", "BW514", "BW515", "BW516", "BW517", "BW518", "BW519", "BW520", "BW521", "BW522"),
    *("BW601", "BW602", "BW603", "BW605", "BW993"),
)
# Where a field's values are parts of another record or of this one: no mark of a shape says so.
PARTS = {
    ("adoption", "version"): "product.version",
    ("adoption", "conditions", "condition"): "product.conditions",
    ("adoption", "choices", "element"): "product.adaptable",
    ("adoption", "deviations", "element"): "product.core",
    ("network", "meetings", "phase"): "phases",
}
# What a hint says of writing in a file, in the words of a form.
IN_A_FORM = (
    (", tussen aanhalingstekens", ""),
    (", in quotation marks", ""),
    ("`true` als", "Vink aan als"),
    ("`true` when", "Tick when"),
)
# Kinds that are chosen, or typed in parts: how they are written in a file is of no use there.
WRITTEN_FOR = frozenset({FieldKind.DURATION, FieldKind.REFERENCE})
_FACTS = (str, int, bool)


def definition(catalogue: Catalogue, translator: Translator) -> dict[str, Any]:
    """Return everything that the form needs to know, ready to be written as JSON.

    Args:
        catalogue: For the controlled lists and the settings; its records are not in here.
        translator: The language of the site.
    """
    made = _Definition(catalogue.vocabulary, translator)
    settings = catalogue.settings
    return {
        "language": translator.language,
        "kinds": [made.kind(kind) for kind in ORDER],
        "lists": made.lists(),
        "problems": made.problems(),
        "words": made.words(),
        "overclaim": OVERCLAIM.pattern,
        "idPattern": ID_PATTERN,
        "smallestGroup": SMALLEST_GROUP,
        "handOver": {
            "repository": settings.repository,
            "branch": settings.branch,
            "contact": settings.contact,
        },
        "texts": form_texts(translator.text),
    }


class _Definition:
    def __init__(self, vocabulary: Vocabulary, translator: Translator) -> None:
        self._vocabulary = vocabulary
        self._translator = translator

    def _said(self, wording: Label | Prose | None) -> str | None:
        if wording is None:
            return None
        return wording.en if self._translator.language == "en" else wording.nl

    def kind(self, kind: str) -> dict[str, Any]:
        """Return one kind of record: its fields in sections, and what it asks when."""
        record = RECORD_KINDS[kind]
        fields = describe(record.shape)
        titles = beginnings(self._translator.text)[kind]
        label, introduction = introductions(self._translator.text)[kind]
        return {
            "id": kind,
            "label": label,
            "introduction": introduction,
            "path": record.path,
            "owner": record.owner,
            "sections": sections_of(fields, titles),
            "fields": [self._field(field, (kind,)) for field in fields],
            "asks": self._asks(kind),
        }

    def _field(self, field: FieldDescription, path: tuple[str, ...]) -> dict[str, Any]:
        here = (*path, field.key)
        said: dict[str, Any] = {
            "key": field.key,
            "kind": field.kind.value,
            "label": self._said(field.label),
            "hint": self._hint(field),
            "example": field.example,
            "required": field.required,
            "many": field.many,
            "default": field.default if not field.many else None,
            "scheme": field.scheme,
            "reference": field.reference,
            "choices": field.choices,
            "pattern": field.pattern,
            "least": field.least,
            "most": field.most,
            "longest": field.longest,
            "parts": PARTS.get(here, ""),
            "fields": [self._field(part, here) for part in field.fields],
        }
        # Absent says the same in fewer bytes; `False` and `0` are values.
        return {key: value for key, value in said.items() if value not in (None, "", [], ())}

    def _hint(self, field: FieldDescription) -> str | None:
        if field.hint is None or field.kind in WRITTEN_FOR:
            return None
        hint = self._said(field.hint) or ""
        for in_a_file, in_a_form in IN_A_FORM:
            hint = hint.replace(in_a_file, in_a_form)
        return hint

    def _asks(self, kind: str) -> dict[str, Any] | None:
        """Return which fields each status or stage asks for, by type of product or for all."""
        lists = self._vocabulary.lists
        if kind == "product":
            statuses = [self._vocabulary.status(term.id) for term in lists["statuses"].terms]
            core = {"core": [*ASKED_OF_CORE]}
            return {
                "by": "status",
                "code": "BW301",
                "of": "type",
                "values": {
                    s.id: {key: [*keys] for key, keys in s.requires.items()} for s in statuses
                },
                "within": {s.id: core for s in statuses if s.order >= RECOGNISED_FROM},
            }
        if kind == "adoption":
            stages = [self._vocabulary.stage(term.id) for term in lists["stages"].terms]
            fields = Adoption.model_fields
            asked = {s.id: {"all": [n for n in s.needs if n in fields]} for s in stages}
            return {"by": "stage", "code": "BW511", "values": asked}
        if kind == "network":
            statuses_of_networks = [term.id for term in lists["network-statuses"].terms]
            running = {
                s: {"all": [*ASKED_OF_RUNNING]} for s in statuses_of_networks if s != "draft"
            }
            return {"by": "status", "code": "BW408", "values": running}
        return None

    def lists(self) -> dict[str, Any]:
        """Return the controlled lists that fields of records take their values from."""
        used = {
            field.scheme
            for kind in ORDER
            for described in describe(RECORD_KINDS[kind].shape)
            for _, field in described.walk()
            if field.scheme
        }
        return {
            scheme: {
                "label": self._said(self._vocabulary.lists[scheme].label),
                "terms": [self._term(term) for term in self._vocabulary.lists[scheme].terms],
            }
            for scheme in sorted(used)
        }

    def _term(self, term: VocabularyTerm) -> dict[str, Any]:
        in_words = getattr(term, "in_words", None)
        said: dict[str, Any] = {
            "id": term.id,
            "label": self._said(term.label),
            "description": self._said(term.description or in_words),
            **_facts(term),
        }
        if isinstance(term, ProgrammeTerm):
            kinds = self._vocabulary.lists["phases"].by_id
            said["phases"] = [
                {"id": phase.id, "label": self._said(kinds[phase.kind].label)}
                for phase in term.phases
            ]
        return {key: value for key, value in said.items() if value is not None}

    def problems(self) -> dict[str, Any]:
        """Return the severity and the sentence of every problem that the form can find."""
        known = all_explanations()
        language = self._translator.language
        return {
            code: {
                "severity": known[code].severity.value,
                "what": known[code].what.in_language(language),
            }
            for code in CODES
        }

    def words(self) -> dict[str, Any]:
        """Return the words that sentences are filled with, as the check says them."""
        language = self._translator.language
        patterns = {field.pattern for field in _all_fields() if field.pattern}
        return {
            "number": number_in_words("{n}").in_language(language),
            "whole": limit_in_words("int_type", {}).in_language(language),
            "least": limit_in_words("greater_than_equal", {"ge": "{n}"}).in_language(language),
            "most": limit_in_words("less_than_equal", {"le": "{n}"}).in_language(language),
            "patterns": {p: pattern_in_words(p).in_language(language) for p in sorted(patterns)},
        }


def _facts(term: VocabularyTerm) -> Mapping[str, Any]:
    """What rules look at: numbers, yes or no, and lists of ids; texts are said elsewhere."""
    found: dict[str, Any] = {}
    for name in type(term).model_fields:
        if name in VocabularyTerm.model_fields:
            continue
        value = getattr(term, name)
        if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
            found[name] = [*value]
        elif isinstance(value, _FACTS):
            found[name] = value
    return found


def _all_fields() -> Iterable[FieldDescription]:
    for kind in ORDER:
        for described in describe(RECORD_KINDS[kind].shape):
            for _, field in described.walk():
                yield field
