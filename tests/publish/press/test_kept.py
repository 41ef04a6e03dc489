"""What was kept of an earlier build is taken only while it is whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from brugwerk.publish.links import Held
from brugwerk.publish.press.kept import KeptPages
from brugwerk.publish.press.press import Pressed

if TYPE_CHECKING:
    from pathlib import Path

PRESSED = Pressed("les/index.md", None, Held(("../",), frozenset({"doelen"})))
FILES = {"les/index.html": b"<h1>Les", "les/les.docx": b"PK"}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    KeptPages(tmp_path / "kept").keep("naam", PRESSED, FILES, tmp_path / "een")
    return tmp_path / "kept"


def test_a_kept_page_comes_back_with_its_files(kept: Path, tmp_path: Path) -> None:
    assert KeptPages(kept).take("naam", tmp_path / "twee") == PRESSED
    assert (tmp_path / "twee/les/index.html").read_bytes() == b"<h1>Les"
    assert (tmp_path / "twee/les/les.docx").read_bytes() == b"PK"


def test_a_page_that_was_never_kept_is_none(kept: Path, tmp_path: Path) -> None:
    assert KeptPages(kept).take("anders", tmp_path / "twee") is None


def test_a_page_that_somebody_wrote_in_is_not_taken(kept: Path, tmp_path: Path) -> None:
    with (tmp_path / "een/les/index.html").open("ab") as page:
        page.write(b"erbij")
    assert KeptPages(kept).take("naam", tmp_path / "twee") is None


@pytest.mark.parametrize("lost", ["0", "1", "rest"])
def test_a_page_of_which_a_part_is_lost_is_not_taken(kept: Path, tmp_path: Path, lost: str) -> None:
    (kept / "naam" / lost).unlink()
    assert KeptPages(kept).take("naam", tmp_path / "twee") is None


@pytest.mark.parametrize("left", [0, 10, 60])
def test_a_page_whose_description_was_cut_off_is_not_taken(
    kept: Path, tmp_path: Path, left: int
) -> None:
    rest = kept / "naam" / "rest"
    rest.write_bytes(rest.read_bytes()[:left])
    assert KeptPages(kept).take("naam", tmp_path / "twee") is None


def test_a_page_takes_the_place_of_what_stood_there_and_leaves_its_other_names_alone(
    kept: Path, tmp_path: Path
) -> None:
    other = {**FILES, "les/index.html": b"<h1>Nieuw"}
    KeptPages(kept).keep("nieuw", PRESSED, other, tmp_path / "een")
    assert (tmp_path / "een/les/index.html").read_bytes() == b"<h1>Nieuw"
    KeptPages(kept).take("naam", tmp_path / "twee")
    assert (tmp_path / "twee/les/index.html").read_bytes() == b"<h1>Les"


def test_pages_that_nobody_asked_for_are_forgotten(kept: Path, tmp_path: Path) -> None:
    for folder in kept.iterdir():
        os.utime(folder, (0, 0))
    pages = KeptPages(kept)
    pages.keep("nieuw", PRESSED, FILES, tmp_path / "een")
    pages.forget_others()
    assert [folder.name for folder in kept.iterdir()] == ["nieuw"]


def test_a_page_that_was_taken_is_not_forgotten(kept: Path, tmp_path: Path) -> None:
    os.utime(kept / "naam", (0, 0))
    pages = KeptPages(kept)
    pages.take("naam", tmp_path / "twee")
    pages.forget_others()
    assert [folder.name for folder in kept.iterdir()] == ["naam"]
