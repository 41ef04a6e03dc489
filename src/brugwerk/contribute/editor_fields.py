"""One field of a record as the editor in the browser shows it: its widget and its words.

The editor is Sveltia CMS; the keys below are those of its configuration
(``schema/sveltia-cms.json`` in its package).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brugwerk.check.attachments import KINDS
from brugwerk.check.shape import pattern_in_words
from brugwerk.records.description import FieldKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brugwerk.contribute.demands import Path
    from brugwerk.language import Translator
    from brugwerk.records.description import FieldDescription
    from brugwerk.records.vocabulary import Label, Prose, Vocabulary

    When = Callable[[FieldDescription, Path], str]

Widget = dict[str, Any]

# Kinds of which an example says more than a sentence; a term's id or a date would only confuse.
_WITH_EXAMPLE = frozenset(
    {
        *(FieldKind.LINE, FieldKind.TEXT, FieldKind.ID, FieldKind.VERSION),
        *(FieldKind.DURATION, FieldKind.TIME, FieldKind.WEB_ADDRESS),
    }
)
# The field that people know a record by; the first of these that its kind has.
NAMES = ("title", "name", "need")


@dataclass(frozen=True)
class EditorFields:
    """Turns descriptions of fields into widgets, in the language of a site.

    Attributes:
        vocabulary: The controlled lists that choices come from.
        translator: The texts of the interface.
        names: The field that people know a record by, per kind of record.
    """

    vocabulary: Vocabulary
    translator: Translator
    names: Mapping[str, str]

    def widget(self, field: FieldDescription, when: When, above: Path = ()) -> Widget:
        """Return the widget of a field.

        Args:
            field: What the field holds.
            when: Says when a field is asked for; empty where it never is.
            above: The keys from the record down to the group that holds the field.
        """
        path = (*above, field.key)
        common: Widget = {
            "name": field.key,
            "label": self._in_words(field.label),
            "required": field.required,
        }
        if hint := self._hint(field, when(field, path)):
            common["hint"] = hint
        if field.default not in (None, [], ()):
            common["default"] = field.default
        single = self._single(field, when, path)
        if not field.many:
            return {**common, **single}
        if field.kind in {FieldKind.TERM, FieldKind.CHOICE, FieldKind.REFERENCE}:
            return {**common, **single, "multiple": True}
        if field.kind is FieldKind.GROUP:
            # A long list of open groups is a wall; what is filled in is shown by its first words.
            shown = next(
                (f.key for f in field.fields if f.kind in {FieldKind.LINE, FieldKind.TEXT}),
                field.fields[0].key,
            )
            summary = f"{{{{fields.{shown}}}}}"
            folded = {"collapsed": "auto", "summary": summary}
            return {**common, **single, "widget": "list", **folded}
        item: Widget = {"name": "item", "label": common["label"], **single}
        return {**common, "widget": "list", "field": item}

    def _single(self, field: FieldDescription, when: When, path: Path) -> Widget:
        """Return what depends on the kind of one value."""
        match field.kind:
            case FieldKind.TERM:
                return {"widget": "select", "options": self._terms(field.scheme)}
            case FieldKind.CHOICE:
                return {"widget": "select", "options": list(field.choices)}
            case FieldKind.REFERENCE:
                return {
                    "widget": "relation",
                    "collection": field.reference,
                    "value_field": "{{slug}}",
                    "display_fields": [self.names[field.reference]],
                }
            case FieldKind.GROUP:
                fields = [self.widget(child, when, path) for child in field.fields]
                return {"widget": "object", "fields": fields}
            case FieldKind.YES_NO:
                return {"widget": "boolean"}
            case FieldKind.NUMBER:
                return {"widget": "number", "value_type": "int", **_limits(field)}
            case FieldKind.DATE:
                return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
            case FieldKind.PATH:
                return {"widget": "file", "choose_url": False, "accept": ",".join(KINDS)}
            case FieldKind.TEXT:
                return {"widget": "text", **_length(field), "use_emoji_autocomplete": False}
            case _:
                # What has a form of its own is shorter than any limit.
                form = self._form(field)
                return {
                    "widget": "string",
                    "use_emoji_autocomplete": False,
                    **({"pattern": form} if form else _length(field)),
                }

    def _form(self, field: FieldDescription) -> list[str]:
        """Return the pattern of a text with a form of its own, and the words for it."""
        say = self.translator.text
        known = {
            FieldKind.DURATION: say("A length of time: PT50M is fifty minutes."),
            FieldKind.TIME: say("A time of day in four digits, such as 15:30."),
            FieldKind.VERSION: say("Two or three numbers with dots between, such as 1.0."),
            FieldKind.WEB_ADDRESS: say("A web address that begins with https://."),
        }
        if field.kind is FieldKind.LINE and field.longest:
            return []
        words = pattern_in_words(field.pattern).in_language(self.translator.language)
        return [field.pattern, known.get(field.kind, f"{words[0].upper()}{words[1:]}.")]

    def _terms(self, scheme: str) -> list[dict[str, str]]:
        return [
            {"label": self._in_words(term.label), "value": term.id}
            for term in self.vocabulary.lists[scheme].terms
        ]

    def _hint(self, field: FieldDescription, when: str) -> str:
        parts = [self._in_words(field.hint)] if field.hint else []
        if field.example is not None and field.kind in _WITH_EXAMPLE and not field.many:
            example = self.translator.text("For instance: {example}")
            parts.append(example.format(example=field.example))
        if when:
            parts.append(self.translator.text("Needed: {when}").format(when=when))
        return " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts)

    def _in_words(self, wording: Label | Prose) -> str:
        return wording.en if self.translator.language == "en" else wording.nl


def _limits(field: FieldDescription) -> Widget:
    limits = {"min": field.least, "max": field.most}
    return {name: limit for name, limit in limits.items() if limit is not None}


def _length(field: FieldDescription) -> Widget:
    return {"maxlength": field.longest} if field.longest else {}
