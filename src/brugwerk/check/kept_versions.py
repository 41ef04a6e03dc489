"""Whether a proposal changes what an earlier version meant to the schools that use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.check.shape import field_name
from brugwerk.problems import Problem
from brugwerk.read.front_matter import read_front_matter
from brugwerk.records.product import Product
from brugwerk.records.versions import is_kept_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries
    from brugwerk.read.history import Comparison

# What a school's choices, deviations and arrangements rest on.
RESTED_ON = ("version", "core", "adaptable", "conditions")


def changed_meanings(entries: Entries, comparison: Comparison) -> Iterator[Problem]:
    """Yield a problem for each kept version of which a proposal changes what schools rest on.

    A slip in its text may be mended, and personal data must go: those parts may change.

    Args:
        entries: The site as it is.
        comparison: What changed.

    Raises:
        NoComparisonError: The site as it was could not be laid out.
    """
    changed = [
        record.source
        for record in entries.raw.records
        if is_kept_file(record.source.file) and record.source.file in comparison.changed
    ]
    if not changed:
        return
    with comparison.before() as root:
        for source in changed:
            if not (root / source.file).is_file():
                continue
            was, _ = read_front_matter(root / source.file, source.file)
            for key in RESTED_ON:
                if was.data.get(key) != source.data.get(key):
                    place = source.place((key,) if key in source.data else (), of_key=True)
                    yield Problem("BW966", place, {"field": field_name(Product, (key,))})
