"""Problems as a page of Markdown: the summary of a job on a forge, or a note to read."""

from __future__ import annotations

import html
from itertools import groupby
from typing import TYPE_CHECKING

from brugwerk.problems.catalogue import all_explanations, explain, severity_of
from brugwerk.problems.problem import Severity, Wording
from brugwerk.problems.report.plain import MEND, SEVERITY, WHY, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brugwerk.problems.problem import Problem

# GitHub refuses a summary of more than a megabyte; a reader has had enough long before.
MOST = 500
_HEADING = Wording("Controle", "Check")
_PLACE = Wording("regel {line}, teken {column}", "line {line}, column {column}")
_SOUND = Wording("Er is niets te herstellen.", "There is nothing to mend.")
_MORE = Wording(
    "Hier staan de eerste {shown}. De andere {more} zie je met `brugwerk check`.",
    "These are the first {shown}. `brugwerk check` shows the other {more}.",
)


def lines(problems: Sequence[Problem], language: str, help_address: str = "") -> Iterator[str]:
    """Yield the page line by line: every problem, by file, with its reason and mend.

    Args:
        problems: What the check found, in order of file.
        language: ``nl`` or ``en``.
        help_address: The page that explains every code; empty where there is none.
    """
    yield f"## {_HEADING.in_language(language)}"
    yield ""
    yield summary(problems, language) if problems else _SOUND.in_language(language)
    for file, found in groupby(problems[:MOST], key=lambda problem: problem.place.file):
        yield ""
        yield f"### {without_markup(str(file))}"
        for problem in found:
            yield ""
            yield from _item(problem, language, help_address)
    if len(problems) > MOST:
        yield ""
        yield _MORE.in_language(language).format(shown=MOST, more=len(problems) - MOST)


def _item(problem: Problem, language: str, help_address: str) -> Iterator[str]:
    said = explain(problem, language)
    title = all_explanations()[problem.code].title.in_language(language)
    code = (
        f"[{problem.code}]({help_address}#{problem.code.lower()})" if help_address else problem.code
    )
    place = _PLACE.in_language(language)
    where = place.format(line=problem.place.line, column=problem.place.column)
    sign = "❌" if severity_of(problem) is Severity.ERROR else "⚠️"
    severity = SEVERITY[severity_of(problem)].in_language(language)
    yield f"- {sign} **{title}** ({severity} {code}, {where}): {without_markup(said.what)}"
    yield f"  - {WHY.in_language(language)}: {without_markup(said.why)}"
    yield f"  - {MEND.in_language(language)}: {without_markup(said.mend)}"


def without_markup(text: str) -> str:
    """Keep a contributor's words from becoming markup, links or mentions; code stays code.

    Args:
        text: One line, as somebody wrote it.

    Returns:
        Markdown that shows the same line.
    """
    parts = text.split("`")
    closed = len(parts) % 2 == 1
    shown = []
    for index, part in enumerate(parts):
        if closed and index % 2:
            shown.append(f"`{part}`")
            continue
        safe = html.escape(part, quote=False)
        for sign in "\\*_[]~|#@!":
            safe = safe.replace(sign, f"&#{ord(sign)};")
        shown.append(safe)
    return ("" if closed else "&#96;").join(shown)
