"""Problems as JSON for other programs; ``report.schema.json`` beside this file is its contract."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from brugwerk.problems.catalogue import all_explanations, explain, severity_of
from brugwerk.problems.problem import Severity
from brugwerk.problems.report.fingerprints import fingerprints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brugwerk.problems.problem import Problem

# Counts up when a key changes its meaning or goes; a new key is no new version.
VERSION = 1


def text(problems: Sequence[Problem], language: str, help_address: str = "") -> str:
    """Return the report as JSON.

    Args:
        problems: What the check found.
        language: ``nl`` or ``en``: the language of the sentences.
        help_address: The page that explains every code; empty where there is none.
    """
    counted = Counter(severity_of(problem) for problem in problems)
    report = {
        "version": VERSION,
        "language": language,
        "errors": counted[Severity.ERROR],
        "warnings": counted[Severity.WARNING],
        "problems": [
            _problem(problem, fingerprint, language, help_address)
            for problem, fingerprint in zip(problems, fingerprints(problems), strict=True)
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _problem(
    problem: Problem, fingerprint: str, language: str, help_address: str
) -> dict[str, Any]:
    said = explain(problem, language)
    return {
        "code": problem.code,
        "severity": severity_of(problem).value,
        "file": str(problem.place.file),
        "line": problem.place.line,
        "column": problem.place.column,
        "title": all_explanations()[problem.code].title.in_language(language),
        "what": said.what,
        "why": said.why,
        "mend": said.mend,
        "help": f"{help_address}#{problem.code.lower()}" if help_address else None,
        "fingerprint": fingerprint,
    }
