"""Problems as GitLab's Code Quality report, which it shows beside a merge request."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from brugwerk.problems.catalogue import explain, severity_of
from brugwerk.problems.problem import Severity
from brugwerk.problems.report.fingerprints import fingerprints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brugwerk.problems.problem import Problem

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def text(problems: Sequence[Problem], language: str, folder: str = "") -> str:
    """Return the report as JSON in the form of GitLab.

    Args:
        problems: What the check found.
        language: ``nl`` or ``en``.
        folder: Where the site stands in the repository; empty where it is the repository.
    """
    report = []
    for problem, fingerprint in zip(problems, fingerprints(problems), strict=True):
        said = explain(problem, language)
        path, line = f"{folder}{problem.place.file}", problem.place.line
        report.append(
            {
                "description": f"{said.what} {said.mend}",
                "check_name": problem.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITY[severity_of(problem)],
                "location": {"path": path, "lines": {"begin": line}},
            }
        )
    return json.dumps(report, ensure_ascii=False, indent=2)
