"""The nearest allowed value to a misspelt one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from brugwerk.problems.problem import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CLOSE_ENOUGH = 60


def nearest(value: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed value that looks most like ``value``, or none where none comes close."""
    return nearest_key(value, {name: (name,) for name in allowed})


def nearest_key(value: str, names: Mapping[str, Iterable[str]]) -> str | None:
    """Return the key one of whose names looks most like ``value``, or none where none comes close.

    Args:
        value: What was written.
        names: The names of each key: its id, its labels, its synonyms.
    """
    spelled = [(name, key) for key in sorted(names) for name in names[key]]
    found = process.extractOne(
        value[:100],
        [name for name, _ in spelled],
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=CLOSE_ENOUGH,
    )
    return spelled[found[2]][1] if found else None


def did_you_mean(close: str | None) -> Wording:
    """Return the sentence that proposes ``close``; empty where there is nothing to propose."""
    if close is None:
        return Wording("", "")
    return Wording(f" Bedoelde je `{close}`?", f" Did you mean `{close}`?")
