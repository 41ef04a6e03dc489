"""The frame around a page: what MkDocs and Material make of titles, descriptions and headings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.builders import (
    NETWORK,
    PRODUCT,
    SCHOOL,
    as_file,
    complete_product,
    meeting,
    network,
    school,
    write_site,
)
from tests.unchecked_site import build_unchecked

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("frame")]
ATTACK = "\"'><script>alert(1)</script>"


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
    return build_unchecked(root)


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
