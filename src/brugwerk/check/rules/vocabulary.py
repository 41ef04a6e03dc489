"""Controlled lists must be usable: no term twice, and no mention of what does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.problems import Problem
from brugwerk.records.product import Product
from brugwerk.records.vocabulary import (
    ProgrammeTerm,
    SignalTerm,
    StageTerm,
    StatusTerm,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brugwerk.check.entries import Entries
    from brugwerk.read.yaml_text import KeyPath

STAGE_NEEDS = frozenset(
    {"next_step", "decided_by", "users", "outside_users", "deputy", "anchored_in", "reason"}
)


def no_term_twice(entries: Entries) -> Iterator[Problem]:
    """A list names each id once."""
    for scheme, entry in entries.vocabulary.lists.items():
        seen: set[str] = set()
        for index, term in enumerate(entry.terms):
            if term.id in seen:
                place = entries.raw.lists[scheme].place(("terms", index, "id"))
                yield Problem("BW701", place, {"term": term.id})
            seen.add(term.id)


def terms_that_exist(entries: Entries) -> Iterator[Problem]:
    """What a term says about other terms and about keys of records exists."""
    ids = entries.vocabulary.ids()
    for scheme, entry in entries.vocabulary.lists.items():
        for index, term in enumerate(entry.terms):
            for path, name, allowed in _mentions(term, ids):
                if name not in allowed:
                    place = entries.raw.lists[scheme].place(("terms", index, *path))
                    yield Problem(
                        "BW703",
                        place,
                        {"name": name, "suggestion": did_you_mean(nearest(name, allowed))},
                    )


def _mentions(
    term: object, ids: dict[str, frozenset[str]]
) -> Iterator[tuple[KeyPath, str, Iterable[str]]]:
    nothing: frozenset[str] = frozenset()
    if isinstance(term, StatusTerm):
        for kind, keys in term.requires.items():
            yield ("requires", kind), kind, {"all", *ids.get("product-types", nothing)}
            for position, key in enumerate(keys):
                yield ("requires", kind, position), key, set(Product.model_fields)
    elif isinstance(term, StageTerm):
        for position, need in enumerate(term.needs):
            yield ("needs", position), need, STAGE_NEEDS
    elif isinstance(term, ProgrammeTerm):
        for position, phase in enumerate(term.phases):
            yield ("phases", position, "kind"), phase.kind, ids.get("phases", nothing)
    elif isinstance(term, SignalTerm):
        yield ("direction",), term.direction, ids.get("directions", nothing)


RULES = (no_term_twice, terms_that_exist)
