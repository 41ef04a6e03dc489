"""The records of a site for commands that can do nothing while one of them has an error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import click

from brugwerk.check import check_site
from brugwerk.problems import report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from brugwerk.check import Checked
    from brugwerk.problems import Problem


def sound_or_stop(root: Path, today: date | None) -> Checked:
    """Return the checked site, or print its errors and end with exit code 1.

    Args:
        root: The root of the site.
        today: The day to look from.
    """
    checked = check_site(root, today)
    if checked.errors:
        stop(checked.errors, checked.problems, checked.entries.settings.language)
    return checked


def stop(errors: Sequence[Problem], counted: Sequence[Problem], language: str) -> NoReturn:
    """Print errors and end with exit code 1.

    Args:
        errors: What stands in the way.
        counted: All problems, for the last line.
        language: The language of the report.
    """
    for line in report.lines(errors, language):
        click.echo(line, err=True)
    click.echo(report.summary(counted, language), err=True)
    sys.exit(1)
