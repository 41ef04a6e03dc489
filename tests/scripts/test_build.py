"""A build that cannot write leaves the last good site as it was, and nothing beside it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

resource = pytest.importorskip("resource", reason="this system has no limits to set")
pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]
# More than MkDocs needs to begin, and less than the largest file of the theme.
FULL = 40_000


def limit_files() -> None:
    """Let no file grow, as a full disk does."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))


def test_a_full_disk_leaves_the_last_good_site(tmp_path: Path) -> None:
    place = tmp_path / "site"
    place.mkdir()
    (place / "index.html").write_text("de laatste goede")
    done = subprocess.run(
        [sys.executable, REPOSITORY / "scripts" / "build", "--again", "--out", place],
        preexec_fn=limit_files,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert f"{place} is as it was" in done.stderr
    assert [file.name for file in tmp_path.rglob("*")] == ["site", "index.html"]
    assert (place / "index.html").read_text() == "de laatste goede"
