"""The moment that a build speaks of: that of the last commit, never that of the clock."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from brugwerk.problems import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

# What builders everywhere set and read: https://reproducible-builds.org/specs/source-date-epoch/
VARIABLE = "SOURCE_DATE_EPOCH"
# The same for the day alone; the scripts and `mkdocs` read it.
DAY_VARIABLE = "BRUGWERK_TODAY"
# Where the schools are: a commit just before midnight belongs to their day.
HERE = ZoneInfo("Europe/Amsterdam")


class NoDayError(Exception):
    """What was given as today is no day; ``problem`` says how to write one."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.problem = Problem("BW973", Place(PurePosixPath(".")), {"said": said[:40]})


def moment_of(root: Path) -> int:
    """Return the moment that a build of the site speaks of, in seconds since 1970.

    Args:
        root: The root of the site.

    Returns:
        What ``SOURCE_DATE_EPOCH`` says, or else when the last commit was made; 0 where there is
        none, so that two builds are equal there too.
    """
    said = os.environ.get(VARIABLE, "")
    if said.isdigit():
        return int(said)
    try:
        done = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],  # noqa: S607 - the reader's own git
            cwd=root,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    said = done.stdout.strip()
    return int(said) if said.isdigit() else 0


def day_of(root: Path, said: str | None = None) -> date | None:
    """Return the day that everything about the site is seen from: its "today".

    Args:
        root: The root of the site.
        said: A day that somebody named, as ``2026-11-27``; empty or none where nobody did.

    Returns:
        That day, or else the day of the last commit in the Netherlands; none where there is no
        commit either, and so nothing can be called past.

    Raises:
        NoDayError: What was named is no day.
    """
    if said:
        try:
            return date.fromisoformat(said)
        except ValueError:
            raise NoDayError(said) from None
    moment = moment_of(root)
    return datetime.fromtimestamp(moment, UTC).astimezone(HERE).date() if moment else None
