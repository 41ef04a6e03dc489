"""The one catalogue of problem codes, read from ``codes.yml`` beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

from brugwerk.problems.problem import Severity, Wording
from brugwerk.problems.withheld import safe

if TYPE_CHECKING:
    from brugwerk.problems.problem import Problem


@dataclass(frozen=True)
class Explanation:
    """What the catalogue says of one code.

    Attributes:
        code: The permanent code.
        severity: Whether the code stops a build.
        title: A few words, the heading in the documentation.
        what: What is wrong, with placeholders for the facts of a problem.
        why: Why it matters.
        mend: How to mend it, with placeholders.
    """

    code: str
    severity: Severity
    title: Wording
    what: Wording
    why: Wording
    mend: Wording


@dataclass(frozen=True)
class Said:
    """One problem in the words of one language."""

    what: str
    why: str
    mend: str


@cache
def all_explanations() -> dict[str, Explanation]:
    """Return every code of the catalogue, in order of code."""
    text = resources.files("brugwerk.problems").joinpath("codes.yml").read_text("utf-8")
    raw: dict[str, dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return {
        code: Explanation(
            code=code,
            severity=Severity(entry["severity"]),
            **{part: Wording(**entry[part]) for part in ("title", "what", "why", "mend")},
        )
        for code, entry in sorted(raw.items())
    }


def severity_of(problem: Problem) -> Severity:
    """Return the severity that the catalogue gives the code of ``problem``."""
    return all_explanations()[problem.code].severity


def explain(problem: Problem, language: str) -> Said:
    """Put ``problem`` into words in ``language`` (``nl`` or ``en``)."""
    entry = all_explanations()[problem.code]
    facts = {
        name: fact.in_language(language) if isinstance(fact, Wording) else fact
        for name, fact in ((name, safe(fact)) for name, fact in problem.facts.items())
    }
    return Said(
        what=entry.what.in_language(language).format(**facts),
        why=entry.why.in_language(language).format(**facts),
        mend=entry.mend.in_language(language).format(**facts),
    )
