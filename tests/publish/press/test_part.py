"""A site in parts: every page in one of them, and together what one machine makes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.publish.press.part import VARIABLE, Part
from tests.in_memory import small_site
from tests.publish.press.conftest import press_of, written

if TYPE_CHECKING:
    from pathlib import Path


@given(pages=st.lists(st.integers()), total=st.integers(min_value=1, max_value=9))
def test_every_page_is_in_exactly_one_part(pages: list[int], total: int) -> None:
    found = [page for number in range(total) for page in Part(number + 1, total).of(pages)]
    assert sorted(found) == sorted(pages)


def test_parts_of_other_machines_are_all_that_a_build_needs(tmp_path: Path) -> None:
    together = tmp_path / "together"
    for number in (1, 2, 3):
        # Every machine has the site in another place, and hands over what it kept.
        machine = tmp_path / f"machine-{number}"
        press = press_of(small_site(), machine / "site", machine / "kept")
        for page in Part(number, 3).of(list(press.site.pages.values())):
            press.press(page)
        shutil.copytree(machine / "kept", together, dirs_exist_ok=True)
    kept = {folder.name for folder in together.iterdir()}
    merged = press_of(small_site(), tmp_path / "merged", together)
    whole = press_of(small_site(), tmp_path / "whole", tmp_path / "kept")
    for page in whole.site.pages.values():
        assert merged.press(page) == whole.press(page)
    assert {folder.name for folder in together.iterdir()} == kept
    assert written(tmp_path / "merged") == written(tmp_path / "whole")


def test_without_a_wish_all_pages_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert Part.asked_for() is None


def test_a_part_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "2/4")
    assert Part.asked_for() == Part(2, 4)


@pytest.mark.parametrize("wrong", ["0/4", "5/4", "2", "2/", "a/b", "2/4/1", "-1/4", "1/0"])
def test_what_is_no_part_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv(VARIABLE, wrong)
    with pytest.raises(ValueError, match=VARIABLE):
        Part.asked_for()
