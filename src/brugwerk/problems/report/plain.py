"""Printing problems once: a report for people, in their language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brugwerk.problems.catalogue import explain, severity_of
from brugwerk.problems.problem import Severity, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brugwerk.problems.problem import Problem

SEVERITY = {
    Severity.ERROR: Wording("fout", "error"),
    Severity.WARNING: Wording("let op", "warning"),
}
WHY = Wording("waarom", "why")
MEND = Wording("herstel", "mend")


def lines(problems: Iterable[Problem], language: str) -> Iterator[str]:
    """Yield the report line by line: place, code, what, why and how to mend it."""
    for problem in problems:
        said = explain(problem, language)
        severity = SEVERITY[severity_of(problem)].in_language(language)
        yield f"{problem.place}: {severity} {problem.code}: {said.what}"
        yield f"    {WHY.in_language(language)}: {said.why}"
        yield f"    {MEND.in_language(language)}: {said.mend}"


def summary(problems: Sequence[Problem], language: str) -> str:
    """Say in one sentence how many errors and warnings there are."""
    counted = Counter(severity_of(problem) for problem in problems)
    errors, warnings = counted[Severity.ERROR], counted[Severity.WARNING]
    if language == "en":
        if not problems:
            return "No problems found."
        return f"{_number(errors, 'error', 'errors')}, {_number(warnings, 'warning', 'warnings')}."
    if not problems:
        return "Geen problemen gevonden."
    return (
        f"{_number(errors, 'fout', 'fouten')}, "
        f"{_number(warnings, 'waarschuwing', 'waarschuwingen')}."
    )


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
