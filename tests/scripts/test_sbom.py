"""The bill of materials names exactly what the lock file pins."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def bills(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("sbom")
    made = (folder / "a.json", folder / "b.json")
    for out in made:
        # The tool validates what it wrote against the schema of CycloneDX.
        done = subprocess.run(
            [sys.executable, REPOSITORY / "scripts" / "sbom", "--out", out],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return made


def test_it_names_every_pinned_package_and_no_other(bills: tuple[Path, Path]) -> None:
    bill = json.loads(bills[0].read_text("utf-8"))
    named = {(part["name"], part["version"]) for part in bill["components"]}
    assert named == set(PINNED.findall((REPOSITORY / "requirements.lock").read_text("utf-8")))


def test_the_same_lock_file_gives_the_same_bill(bills: tuple[Path, Path]) -> None:
    assert bills[0].read_bytes() == bills[1].read_bytes()
