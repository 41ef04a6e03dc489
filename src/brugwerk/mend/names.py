"""The one name that somebody can have meant: a key, or a term of a controlled list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Closer than what a message proposes, because nobody is asked about each of them.
NEAR = 85
APART = 10
SHORTEST = 4


def only_name_meant(written: str, names: Mapping[str, Iterable[str]]) -> str | None:
    """Return the key one of whose names ``written`` must be, or none where it could be another.

    Args:
        written: What stands in the file.
        names: The names of each key: its id, its labels, its synonyms.
    """
    spelled = [(utils.default_process(name), key) for key in names for name in names[key]]
    wanted = utils.default_process(written[:100])
    if not wanted:
        return None
    same = {key for name, key in spelled if name == wanted}
    if same:
        return same.pop() if len(same) == 1 else None
    if len(wanted) < SHORTEST:
        return None
    # "groep 9" is near to "groep 8", but a number that differs is no slip of spelling.
    digits = re.findall(r"\d+", wanted)
    near = [(name, key) for name, key in spelled if re.findall(r"\d+", name) == digits]
    best: dict[str, float] = {}
    for _, score, index in process.extract(
        wanted,
        [name for name, _ in near],
        scorer=fuzz.ratio,
        score_cutoff=NEAR - APART,
        limit=None,
    ):
        key = near[index][1]
        best[key] = max(score, best.get(key, 0))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < NEAR:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < APART:
        return None
    return ranked[0][0]
