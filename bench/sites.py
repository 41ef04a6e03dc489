"""Temporary copies of the site to measure on: the working tree is read and never written to."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[1]
# What a site is made from; the folder src/ holds the code and the theme.
PARTS = (
    "docs",
    "products",
    "networks",
    "schools",
    "sources",
    "vocabulary",
    "src",
    "hooks",
    "LICENSES",
    "brugwerk.yml",
    "mkdocs.yml",
)
LONGEST_BUILD = 3600


class BuildError(Exception):
    """A site could not be built; the text is what the build said."""


def copy_tree(target: Path, root: Path = ROOT) -> Path:
    """Copy everything that a site is made from and return the copy."""
    target.mkdir(parents=True)
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(
                root / part, target / part, ignore=shutil.ignore_patterns("__pycache__")
            )
        elif (root / part).is_file():
            shutil.copy2(root / part, target / part)
    return target


def build(
    copy: Path,
    out: Path,
    config: str = "mkdocs.yml",
    longest: float = LONGEST_BUILD,
    **variables: str,
) -> Path:
    """Build the site of a copy, with the code of that copy, and return the built site.

    Args:
        copy: What ``copy_tree`` made.
        out: The folder for the site.
        config: The configuration in the copy to build with.
        longest: The seconds that it may take.
        **variables: Environment variables for this build.

    Raises:
        BuildError: The build failed.
    """
    run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-f", config, "-d", str(out)],
        copy,
        {"PYTHONPATH": str(copy / "src"), "NO_MKDOCS_2_WARNING": "1", **variables},
        longest,
    )
    return out


def run(
    command: list[str],
    folder: Path,
    variables: Mapping[str, str] | None = None,
    longest: float = LONGEST_BUILD,
) -> str:
    """Run a command and return what it said.

    Raises:
        BuildError: It failed, or took longer than ``longest`` seconds.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own commands
            command,
            cwd=folder,
            env={**os.environ, **(variables or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=longest,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise BuildError(f"{command[0]} took longer than {longest:.0f} seconds") from late
    except OSError as missing:
        raise BuildError(f"{command[0]} cannot be run: {missing.strerror}") from missing
    if done.returncode:
        raise BuildError(done.stdout.strip()[-3000:])
    return done.stdout
