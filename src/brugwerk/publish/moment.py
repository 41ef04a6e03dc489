"""The moment that a build speaks of: that of the last commit, never that of the clock."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What builders everywhere set and read: https://reproducible-builds.org/specs/source-date-epoch/
VARIABLE = "SOURCE_DATE_EPOCH"


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
