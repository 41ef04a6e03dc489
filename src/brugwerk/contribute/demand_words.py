"""When a key is asked for, in words: always, from a status on, or never."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.contribute.demands import Demand, Path, demands
from brugwerk.records.description import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brugwerk.language import Translator
    from brugwerk.records.description import FieldDescription
    from brugwerk.records.kinds import RecordKind
    from brugwerk.records.vocabulary import Vocabulary, VocabularyTerm


def when_asked(
    kind: RecordKind,
    field: FieldDescription,
    path: Path,
    vocabulary: Vocabulary,
    says: Translator,
) -> str:
    """Say when a key is asked for; empty where it may always be left out.

    Args:
        kind: The kind of record.
        field: The key.
        path: Where it stands: the keys from the record down.
        vocabulary: The controlled lists.
        says: The language.
    """
    if field.required:
        return says.text("always") if len(path) == 1 else says.text("always belongs to it")
    asking = [demand for demand in demands(kind, vocabulary) if path in demand.paths]
    if any(not demand.when for demand in asking):
        return says.text("always")
    if not asking:
        return ""
    words = _Words(kind, vocabulary, says)
    # Demands that differ in their first key only (a status) are said together.
    groups: dict[tuple[tuple[str, str | bool], ...], list[Demand]] = {}
    for demand in asking:
        groups.setdefault(demand.when[1:], []).append(demand)
    return says.listed([words.of(rest, group) for rest, group in groups.items()])


class _Words:
    def __init__(self, kind: RecordKind, vocabulary: Vocabulary, says: Translator) -> None:
        self._schemes = {field.key: field.scheme for field in describe(kind.shape)}
        self._vocabulary = vocabulary
        self._says = says

    def of(self, rest: tuple[tuple[str, str | bool], ...], group: list[Demand]) -> str:
        """Say in which states a key is asked for."""
        say = self._says.text
        key, _ = group[0].when[0]
        values = [value for demand in group for _, value in demand.when[:1]]
        if scheme := self._schemes[key]:
            said = self._terms(scheme, values)
        else:
            said = say("with `{key}: {value}`").format(key=key, value=str(values[0]).lower())
        for other, value in rest:
            label = self._label(self._schemes[other], str(value))
            said = say("{when} for the type {label}").format(when=said, label=label)
        return said

    def _terms(self, scheme: str, values: Sequence[str | bool]) -> str:
        terms = self._vocabulary.lists[scheme].terms
        asked = [term for term in terms if term.id in values]
        if len(asked) > 1 and _follow(asked, terms):
            label = self._label(scheme, asked[0].id)
            return self._says.text("from {label} on").format(label=label)
        labels = self._says.listed([self._label(scheme, term.id) for term in asked])
        return self._says.text("with {label}").format(label=labels)

    def _label(self, scheme: str, term: str) -> str:
        return self._vocabulary.label(scheme, term, self._says.language)


def _follow(asked: Sequence[VocabularyTerm], terms: Sequence[VocabularyTerm]) -> bool:
    """Return whether the terms are steps that follow each other, up to the last but one or later.

    The last step of a product is its retirement, which asks for less again.
    """
    steps = sorted(order for term in terms if (order := getattr(term, "order", None)) is not None)
    orders = [order for term in asked if (order := getattr(term, "order", None)) is not None]
    if len(orders) != len(asked):
        return False
    first = steps.index(min(orders))
    return orders == steps[first : first + len(orders)] and max(orders) >= steps[-2]
