"""Try changed records on the checker; the seed of a try is enough to repeat it."""

from __future__ import annotations

import sys
import traceback
from random import Random
from typing import TYPE_CHECKING

from tests.fuzz.corpus import sound_records
from tests.fuzz.mutation import mutated
from tests.fuzz.targets import Targets

if TYPE_CHECKING:
    from collections.abc import Iterator

TELL_EVERY = 10_000
MOST_TOGETHER = 40


def made(seed: int) -> tuple[str, bytes]:
    """Return a record of the sound site, by its file, with the changes that a seed makes."""
    file = _file(seed)
    return file, mutated(sound_records()[file], Random(f"change {seed}"))  # noqa: S311


def _file(seed: int) -> str:
    return Random(seed).choice(sorted(sound_records()))  # noqa: S311 - not a secret


def attempts(targets: Targets, first: int, number: int) -> list[str]:
    """Try ``number`` seeds from ``first`` on, and return what went wrong."""
    found = []
    for seeds in _batches(first, number):
        wrong = _wrong(targets, seeds)
        # What goes wrong together nearly always does so alone, where it is easier to see.
        alone = [_wrong(targets, [seed]) for seed in seeds] if wrong else []
        found += [told for told in alone if told] or ([wrong] if wrong else [])
        if (done := seeds[-1] - first + 1) % TELL_EVERY < len(seeds):
            sys.stderr.write(f"{done} tries, {len(found)} went wrong\n")
    return found


def _batches(first: int, number: int) -> Iterator[list[int]]:
    """Divide seeds into lists of tries that do not stand in each other's place."""
    batch: list[int] = []
    taken: set[str] = set()
    for seed in range(first, first + number):
        file = _file(seed)
        place = Targets.place_of(file, len(batch))
        if place in taken or len(batch) == MOST_TOGETHER:
            yield batch
            batch, taken = [], set()
        batch.append(seed)
        taken.add(place)
    if batch:
        yield batch


def _wrong(targets: Targets, seeds: list[int]) -> str:
    tries = [made(seed) for seed in seeds]
    try:
        targets.check_together(tries)
    except Exception:
        said = "\n".join(
            f"seed {seed}, {file}:\n{data!r}"
            for seed, (file, data) in zip(seeds, tries, strict=True)
        )
        return f"{said}\n{traceback.format_exc()}"
    return ""
