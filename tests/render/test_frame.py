"""The frame around a page: what MkDocs and Material make of titles, descriptions and headings."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.builders import (
    NETWORK,
    PRODUCT,
    REPOSITORY,
    SCHOOL,
    as_file,
    complete_product,
    meeting,
    network,
    school,
    write_site,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("frame")]
ATTACK = "\"'><script>alert(1)</script>"


def build(root: Path) -> Path:
    """Build the records below ``root`` with the project's own hooks and theme, in a few pages."""
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text("utf-8"))
    config["theme"]["custom_dir"] = str(REPOSITORY / config["theme"]["custom_dir"])
    config["hooks"] = [str(REPOSITORY / hook) for hook in config["hooks"]]
    config["strict"] = False
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("# Thuis\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(root / "uit")],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root / "uit"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    meetings = [
        meeting(title=f"Begin {ATTACK}"),
        meeting(date=date(2026, 2, 4), phase="evaluatie-1", title=f"Terug {ATTACK}"),
    ]
    attacked = {
        PRODUCT: complete_product(title=f"Les {ATTACK}", summary=f"Zin {ATTACK}"),
        NETWORK: network(title=f"Net {ATTACK}", question=f"Vraag {ATTACK}", meetings=meetings),
        SCHOOL: school(name=f"School {ATTACK}"),
    }
    root = write_site(
        tmp_path_factory.mktemp("site"),
        {path: as_file(record) for path, record in attacked.items()},
    )
    return build(root)


PAGES = [
    "producten/proefles",
    "netwerken/het-proefnet",
    "netwerken/het-proefnet/draaiboek",
    "reflecties",
    "scholen/de-proefschool",
    "scholen/de-proefschool/proefles",
]


@pytest.mark.parametrize("page", PAGES)
def test_no_title_description_or_heading_of_a_record_runs_in_the_frame(
    built: Path, page: str
) -> None:
    html = (built / page / "index.html").read_text("utf-8")
    assert "<script>alert(1)" not in html


@pytest.mark.parametrize("page", PAGES)
def test_the_frame_shows_what_was_typed(built: Path, page: str) -> None:
    html = (built / page / "index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
