"""``brugwerk check``: every problem, with place, reason and mend."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from brugwerk.check.changed import problems_of_change
from brugwerk.check.kept_versions import changed_meanings
from brugwerk.command.fix import fix_files
from brugwerk.command.formats import FORMATS, help_address, reported
from brugwerk.command.today import TODAY, day_or_stop
from brugwerk.problems import Problem, Severity, report
from brugwerk.problems.catalogue import severity_of
from brugwerk.problems.report import markdown
from brugwerk.publish.publishable import publishable
from brugwerk.read.history import NoComparisonError, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import PurePosixPath

    from brugwerk.check import Checked
    from brugwerk.read.history import Comparison

Answer = TypeVar("Answer")

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default=True,
    help="Folder of the site: the one that holds products/ and vocabulary/.",
)
LANG = click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Language of the report.",
)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@LANG
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="plain",
    show_default=True,
    help="For people, for a forge that shows problems beside lines, or for another program.",
)
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Add everything found to this file as Markdown. With --format github it is the summary "
    "of the job, where none is named.",
)
@click.option(
    "--changed-since",
    metavar="REF",
    help="Show only what a proposal answers for: problems of the records that it changed since it "
    "left REF (such as origin/main), and problems that it causes elsewhere.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Mend what has one right answer: spelling and order of keys, dates, lengths of time, "
    "terms of the controlled lists. Shows the difference first, and asks.",
)
@click.option("--yes", is_flag=True, help="With --fix: write without asking.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the difference, write nothing.")
@TODAY
@ROOT
def check(  # noqa: PLR0913, PLR0917 - one parameter for each option
    paths: tuple[Path, ...],
    lang: str,
    form: str,
    summary: Path | None,
    changed_since: str | None,
    fix: bool,
    yes: bool,
    dry_run: bool,
    today: str | None,
    root: Path,
) -> None:
    """Check all records, and print every problem with its place and how to mend it.

    With PATHS (files or folders), everything is checked but only problems below them are shown.

    \b
    Exit code 0: no errors (there may be warnings).  1: errors.  2: wrong use.

    \b
    Examples:
      brugwerk check
      brugwerk check products/breuken-met-bewijs
      brugwerk check --lang en
      brugwerk check --fix
      brugwerk check --changed-since origin/main --format github
    """
    if (yes or dry_run) and not fix:
        raise click.UsageError("--yes and --dry-run belong to --fix")
    shown = _Shown(root, paths, changed_since, lang)
    day = day_or_stop(root, today, lang)
    checked, _ = publishable(root, today=day)
    problems = shown.of(checked)
    files = shown.files(checked) if fix else set()
    if fix and fix_files(checked.entries, files, lang, ask=not yes, write=not dry_run):
        checked, _ = publishable(root, today=day)
        problems = shown.of(checked)
    settings = checked.entries.settings
    click.echo(reported(form, problems, lang, root, settings), nl=False)
    if form == "github" and summary is None and (named := os.environ.get("GITHUB_STEP_SUMMARY")):
        summary = Path(named)
    if summary is not None:
        with summary.open("a", encoding="utf-8") as file:
            lines = markdown.lines(problems, lang, help_address(settings))
            file.writelines(f"{line}\n" for line in lines)
    sys.exit(1 if any(severity_of(problem) is Severity.ERROR for problem in problems) else 0)


def _of_proposal(checked: Checked, comparison: Comparison) -> tuple[Problem, ...]:
    found = [
        *problems_of_change(checked.problems, comparison, checked.entries.today),
        *changed_meanings(checked.entries, comparison),
    ]
    return tuple(sorted(found, key=Problem.sort_key))


class _Shown:
    """Which problems, and which files, somebody asked for."""

    def __init__(self, root: Path, paths: Sequence[Path], since: str | None, lang: str) -> None:
        # Not resolved: a link is judged, and named, where it stands.
        self._wanted = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - keeps links
        for path in self._wanted:
            if not path.exists() and not path.is_symlink():
                raise click.BadParameter(f"{path} does not exist", param_hint="PATHS")
        self._base = Path(os.path.abspath(root))  # noqa: PTH100 - as above
        self._lang = lang
        self._comparison = self._or_stop(lambda: compare(root, since)) if since else None

    def of(self, checked: Checked) -> tuple[Problem, ...]:
        """Return the problems that were asked for."""
        problems = checked.problems
        if (comparison := self._comparison) is not None:
            problems = self._or_stop(lambda: _of_proposal(checked, comparison))
        return tuple(problem for problem in problems if self._is_below(problem.place.file))

    def files(self, checked: Checked) -> set[PurePosixPath]:
        """Return the files of records that were asked for."""
        files = {record.source.file for record in checked.entries.raw.records}
        if self._comparison is not None:
            files &= self._comparison.changed
        return {file for file in files if self._is_below(file)}

    def _is_below(self, file: PurePosixPath) -> bool:
        path = self._base / file
        return not self._wanted or any(path.is_relative_to(wanted) for wanted in self._wanted)

    def _or_stop(self, work: Callable[[], Answer]) -> Answer:
        try:
            return work()
        except NoComparisonError as error:
            for line in report.lines([error.problem], self._lang):
                click.echo(line, err=True)
            sys.exit(2)
