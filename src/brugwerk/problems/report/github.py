"""Problems as workflow commands, which GitHub shows beside the lines of a pull request.

GitHub takes ten errors and ten warnings of a step, so errors come first, and a summary of the job
(:mod:`brugwerk.problems.report.markdown`) holds them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.problems.catalogue import all_explanations, explain, severity_of
from brugwerk.problems.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brugwerk.problems.problem import Problem

ANNOTATIONS = 10
# As the `toCommandValue` and `toCommandProperty` of GitHub's own @actions/core write them.
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans(
    {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"},
)


def lines(problems: Iterable[Problem], language: str, folder: str = "") -> Iterator[str]:
    """Yield one workflow command per problem, errors first.

    Args:
        problems: What the check found.
        language: ``nl`` or ``en``.
        folder: Where the site stands in the repository; empty where it is the repository.
    """
    for problem in sorted(problems, key=lambda p: severity_of(p) is not Severity.ERROR):
        said = explain(problem, language)
        title = all_explanations()[problem.code].title.in_language(language)
        properties = {
            "file": f"{folder}{problem.place.file}",
            "line": str(problem.place.line),
            "col": str(problem.place.column),
            "title": f"{problem.code} {title}",
        }
        listed = ",".join(f"{k}={v.translate(_IN_PROPERTIES)}" for k, v in properties.items())
        message = f"{said.what}\n{said.mend}".translate(_IN_MESSAGES)
        yield f"::{severity_of(problem).value} {listed}::{message}"
