"""Two builds of the same files are the same, byte for byte, wherever and whenever they are made."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("reproducible")]
PARTS = ("docs", "products", "networks", "schools", "vocabulary", "hooks", "src")
FILES = ("mkdocs.yml", "brugwerk.yml")


def built(root: Path, **variables: str) -> dict[str, str]:
    """Build a copy of the site below ``root`` and return a hash of each file by its address."""
    for part in PARTS:
        shutil.copytree(REPOSITORY / part, root / part)
    for name in FILES:
        shutil.copyfile(REPOSITORY / name, root / name)
    settings = root / "brugwerk.yml"
    settings.write_text(settings.read_text("utf-8") + "address: https://example.org/\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(root / "uit")],
        cwd=root,
        env={
            **os.environ,
            "PYTHONPATH": str(root / "src"),
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "1772362800",
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    out = root / "uit"
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def test_place_time_zone_locale_and_order_of_hashes_make_no_difference(tmp_path: Path) -> None:
    here = built(tmp_path / "hier", TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="1")
    there = built(
        tmp_path / "een" / "heel andere" / "plek",
        TZ="America/Lima",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="2",
    )
    assert "sitemap.xml.gz" in here
    assert here == there
