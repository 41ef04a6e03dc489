"""Small sites built whole, also without the check, to see what pages do with hostile records."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import yaml

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

# The shape of records is still asked for; the rules that would refuse the texts are not.
LENIENT = """
from brugwerk.check import everything

everything.RULES = ()
"""


def build_small(root: Path, index: str, *hooks: str, strict: bool) -> CompletedProcess[str]:
    """Build the records below ``root`` with the project's own hooks and theme, in a few pages.

    Args:
        root: A folder with records and a vocabulary; the site is made in its folder ``uit``.
        index: The page written by hand, as Markdown.
        hooks: Hooks that come before those of the project.
        strict: Whether warnings stop the build.
    """
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text("utf-8"))
    config["theme"]["custom_dir"] = str(REPOSITORY / config["theme"]["custom_dir"])
    config["hooks"] = [*hooks, *(str(REPOSITORY / hook) for hook in config["hooks"])]
    config["strict"] = strict
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "index.md").write_text(index, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(root / "uit")],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def build_unchecked(root: Path) -> Path:
    """Build the records below ``root`` without the rules that would refuse their texts.

    Args:
        root: A folder with records and a vocabulary.

    Returns:
        The folder of the built site.
    """
    lenient = root / "lenient.py"
    lenient.write_text(LENIENT, encoding="utf-8")
    done = build_small(root, "# Thuis\n", str(lenient), strict=False)
    assert done.returncode == 0, done.stderr
    return root / "uit"
