"""``brugwerk check``: every problem, with place, reason and mend."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from brugwerk.check import check_site
from brugwerk.problems import report

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
@ROOT
def check(paths: tuple[Path, ...], lang: str, root: Path) -> None:
    r"""Check all records, and print every problem with its place and how to mend it.

    With PATHS (files or folders), everything is checked but only problems below them are shown.

    \b
    Exit code 0: no errors (there may be warnings).  1: errors.  2: wrong use.

    \b
    Examples:
      brugwerk check
      brugwerk check products/breuken-met-bewijs
      brugwerk check --lang en
    """
    checked = check_site(root)
    problems = checked.problems
    if paths:
        # Not resolved: a link is judged, and named, where it stands.
        wanted = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - keeps links
        for path in wanted:
            if not path.exists() and not path.is_symlink():
                raise click.BadParameter(f"{path} does not exist", param_hint="PATHS")
        base = Path(os.path.abspath(root))  # noqa: PTH100 - as above
        problems = tuple(
            problem
            for problem in problems
            if any((base / problem.place.file).is_relative_to(path) for path in wanted)
        )
    for line in report.lines(problems, lang):
        click.echo(line)
    click.echo(report.summary(problems, lang))
    shown = {problem.sort_key() for problem in problems}
    sys.exit(1 if any(error.sort_key() in shown for error in checked.errors) else 0)
