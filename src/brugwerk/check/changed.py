"""Which problems belong to a proposal: those of the records it changes, and those it causes."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.check.everything import check_site

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from brugwerk.problems import Problem
    from brugwerk.read.history import Comparison

# What may make the check judge a record otherwise than before.
_SOFTWARE = ("src", "hooks", "pyproject.toml", "requirements.lock")


def problems_of_change(
    problems: Iterable[Problem], comparison: Comparison, today: date | None = None
) -> tuple[Problem, ...]:
    """Keep the problems that a proposal answers for.

    These are the problems of every record of which a file changed, and elsewhere the problems
    that were not there before: a product that is gone breaks the records that refer to it, a term
    that is gone those that use it. Where the software itself changed, all problems count.

    Args:
        problems: What the check of the whole site found.
        comparison: What changed.
        today: The day that both are seen from: time that passes is nobody's proposal.

    Raises:
        NoComparisonError: The site as it was could not be laid out.
    """
    every = tuple(problems)
    if any(file.parts[0] in _SOFTWARE for file in comparison.changed):
        return every
    records = {_record_of(file) for file in comparison.changed}
    elsewhere = [p for p in every if _record_of(p.place.file) not in records]
    if not elsewhere:
        return every
    with comparison.before() as root:
        old = {problem.sort_key() for problem in check_site(root, today).problems}
    caused = {problem.sort_key() for problem in elsewhere} - old
    return tuple(p for p in every if _record_of(p.place.file) in records or p.sort_key() in caused)


def _record_of(file: PurePosixPath) -> PurePosixPath:
    """Return what a file belongs to: an attachment to its product, any other file to itself."""
    if file.parts[:1] == ("products",) and len(file.parts) > 2:
        return PurePosixPath(*file.parts[:2])
    return file
