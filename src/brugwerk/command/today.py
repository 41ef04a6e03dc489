"""The option ``--today``, for every command that looks at what is past and what is to come."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from brugwerk.problems import report
from brugwerk.read.moment import DAY_VARIABLE, NoDayError, day_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

TODAY = click.option(
    "--today",
    metavar="YYYY-MM-DD",
    envvar=DAY_VARIABLE,
    show_envvar=True,
    help="The day to look from. Where none is named, that of the last commit; never the clock's.",
)


def day_or_stop(root: Path, said: str | None, language: str) -> date | None:
    """Return the day to look from, or say that there is no such day and end with exit code 2.

    Args:
        root: The root of the site.
        said: What was given with ``--today``.
        language: The language to say it in.
    """
    try:
        return day_of(root, said)
    except NoDayError as error:
        for line in report.lines([error.problem], language):
            click.echo(line, err=True)
        sys.exit(2)
