"""Texts are no longer, and hold no more markup, than a page can take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.check.entries import KINDS
from brugwerk.check.rules.product import texts_in
from brugwerk.problems import Problem
from brugwerk.problems.problem import Wording
from brugwerk.records.prose_limits import Much, excess_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries
    from brugwerk.problems import Place
    from brugwerk.records.prose_limits import Excess

_LIMITS = {
    Much.SIGNS: Wording("100.000 tekens", "100,000 signs"),
    Much.LINES: Wording("2.000 regels", "2,000 lines"),
}
_CONSTRUCTS = {
    Much.ABBREVIATIONS: Wording(
        "verklaringen van afkortingen (`*[PO]: …`)", "explanations of abbreviations (`*[PO]: …`)"
    ),
    Much.DEFINITIONS: Wording(
        "regels die met een dubbele punt beginnen", "lines that begin with a colon"
    ),
    Much.TABS: Wording("tabbladen (`=== …`)", "tabs (`=== …`)"),
    Much.DOLLARS: Wording("dollartekens", "dollar signs"),
    Much.BRACKETS: Wording("haken `[` die pas veel later sluiten", "brackets `[` that close late"),
    Much.CELLS: Wording("vakjes in een tabel", "cells in a table"),
}


def nothing_takes_too_long(entries: Entries) -> Iterator[Problem]:
    """A text is one that a reader reads, and that the converter turns into a page in time."""
    for kind in KINDS:
        for entry in entries.home(kind).values():
            if (excess := excess_of(entry.source.body)) is not None:
                yield _too_much(excess, entry.source.place_in_body(excess.offset))
            if excess_of(entry.source.texts) is None:
                continue
            for path, text in texts_in(entry.record):
                if (excess := excess_of(text)) is not None:
                    yield _too_much(excess, entry.source.place(path))


def _too_much(excess: Excess, place: Place) -> Problem:
    if (limit := _LIMITS.get(excess.of)) is not None:
        return Problem("BW888", place, {"limit": limit})
    return Problem("BW889", place, {"construct": _CONSTRUCTS[excess.of]})


RULES = (nothing_takes_too_long,)
