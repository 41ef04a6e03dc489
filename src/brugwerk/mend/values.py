"""Walking through a record beside its description, and mending keys and values on the way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from brugwerk.check.shape import PERSONAL_KEYS
from brugwerk.mend.dates import date_meant
from brugwerk.mend.durations import duration_meant
from brugwerk.mend.names import only_name_meant
from brugwerk.mend.splices import Splice, as_scalar, splice_of
from brugwerk.records.description import FieldKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brugwerk.records.description import FieldDescription
    from brugwerk.records.vocabulary import Vocabulary


def mended_values(
    node: Node | None, fields: Sequence[FieldDescription], vocabulary: Vocabulary
) -> Iterator[Splice]:
    """Yield what to replace in one group of keys and the groups in it.

    Args:
        node: The group as it was read; anything else has nothing to mend.
        fields: What may stand in it.
        vocabulary: The controlled lists.
    """
    if not isinstance(node, MappingNode):
        return
    known = {field.key: field for field in fields}
    present = {key.value for key, _ in node.value if isinstance(key, ScalarNode)}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            continue
        if key.value in known:
            yield from _value(value, known[key.value], vocabulary)
        elif (meant := _key_meant(key.value, fields)) and meant not in present:
            present.add(meant)
            if splice := splice_of(key, meant):
                yield splice


def _key_meant(written: str, fields: Sequence[FieldDescription]) -> str | None:
    names = {field.key: (field.key, field.label.nl, field.label.en) for field in fields}
    meant = only_name_meant(written, names)
    lower = written.lower()
    if meant and lower in PERSONAL_KEYS and lower not in {n.lower() for n in names[meant]}:
        # What may be about a person is looked at by a person.
        return None
    return meant


def _value(node: Node, field: FieldDescription, vocabulary: Vocabulary) -> Iterator[Splice]:
    if field.many and isinstance(node, SequenceNode):
        for item in node.value:
            yield from _one(item, field, vocabulary)
    elif not field.many:
        yield from _one(node, field, vocabulary)


def _one(node: Node, field: FieldDescription, vocabulary: Vocabulary) -> Iterator[Splice]:
    if field.kind is FieldKind.GROUP:
        yield from mended_values(node, field.fields, vocabulary)
    elif isinstance(node, ScalarNode):
        meant = _meant(node, field, vocabulary)
        if meant and (splice := splice_of(node, meant)):
            yield splice


def _meant(node: ScalarNode, field: FieldDescription, vocabulary: Vocabulary) -> str | None:
    """Return what belongs in the place of a value, or none where it is right or nobody can tell."""
    written: str = node.value
    if field.kind is FieldKind.DATE:
        day = date_meant(written)
        is_right = day is not None and not node.style and written == day.isoformat()
        return day.isoformat() if day and not is_right else None
    if field.kind is FieldKind.DURATION:
        is_right = re.match(field.pattern, written.strip()) is not None
        return None if is_right else duration_meant(written)
    if field.kind is FieldKind.TERM and field.scheme in vocabulary.lists:
        terms = vocabulary.lists[field.scheme].by_id
        names = {t.id: (t.id, t.label.nl, t.label.en, *t.synonyms) for t in terms.values()}
        meant = None if written.strip() in terms else only_name_meant(written, names)
        return as_scalar(meant) if meant else None
    return None
