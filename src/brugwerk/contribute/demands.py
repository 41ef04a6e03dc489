"""What a record must hold in which state, as data: the rules of the check, for whoever fills it in.

A draft needs little; every next status or stage asks for more. ``vocabulary/statuses.yml`` and
``vocabulary/stages.yml`` say what, and a few rules of :mod:`brugwerk.check.rules` add to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.check.rules.network import ASKED_OF_RUNNING
from brugwerk.check.rules.product import ASKED_OF_CORE, RECOGNISED_FROM
from brugwerk.records.vocabulary import StageTerm, StatusTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.records.kinds import RecordKind
    from brugwerk.records.vocabulary import Vocabulary

Path = tuple[str, ...]
State = tuple[tuple[str, str | bool], ...]


@dataclass(frozen=True)
class Demand:
    """What a record in one state must hold, besides the keys that every record of its kind has.

    Attributes:
        when: The keys that make the state, with their values; none where it is always asked.
        paths: The keys asked for, from the record down.
    """

    when: State
    paths: tuple[Path, ...]

    def holds(self, values: dict[str, object]) -> bool:
        """Return whether a record with these values is in the state."""
        return all(values.get(key) == value for key, value in self.when)


def demands(kind: RecordKind, vocabulary: Vocabulary) -> tuple[Demand, ...]:
    """Return what each state of a record of this kind asks for.

    Args:
        kind: The kind of record.
        vocabulary: The controlled lists.
    """
    found = {
        "product": _of_products,
        "network": _of_networks,
        "adoption": _of_adoptions,
        "reflection": _of_reflections,
        "school": _of_schools,
    }[kind.id](vocabulary)
    # A key that no record has is a mistake of a list, and reported by the check.
    known = set(kind.shape.model_fields)
    kept = (
        Demand(demand.when, tuple(path for path in demand.paths if path[0] in known))
        for demand in found
    )
    return tuple(demand for demand in kept if demand.paths)


def deciding_keys(kind: RecordKind, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the keys whose values decide what else is asked, in the order of the shape."""
    keys = {key for demand in demands(kind, vocabulary) for key, _ in demand.when}
    return tuple(key for key in kind.shape.model_fields if key in keys)


def _top(keys: tuple[str, ...]) -> tuple[Path, ...]:
    return tuple((key,) for key in keys)


def _of_products(vocabulary: Vocabulary) -> Iterator[Demand]:
    for status in vocabulary.lists["statuses"].terms:
        if not isinstance(status, StatusTerm):
            continue
        state = ("status", status.id)
        for product_type, keys in status.requires.items():
            when = (state,) if product_type == "all" else (state, ("type", product_type))
            yield Demand(when, _top(keys))
        retires = "retirement" in status.requires.get("all", ())
        if status.order >= RECOGNISED_FROM and not retires:
            yield Demand((state,), tuple(("core", key) for key in ASKED_OF_CORE))


def _of_networks(vocabulary: Vocabulary) -> Iterator[Demand]:
    for status in vocabulary.lists["network-statuses"].terms:
        if status.id != "draft":
            yield Demand((("status", status.id),), _top(ASKED_OF_RUNNING))


def _of_adoptions(vocabulary: Vocabulary) -> Iterator[Demand]:
    for stage in vocabulary.lists["stages"].terms:
        if isinstance(stage, StageTerm):
            yield Demand((("stage", stage.id),), _top(stage.needs))


def _of_reflections(_vocabulary: Vocabulary) -> Iterator[Demand]:
    yield Demand((), _top(("agreed_with_group",)))


def _of_schools(_vocabulary: Vocabulary) -> Iterator[Demand]:
    yield Demand((("pseudonym", False),), _top(("consent",)))
