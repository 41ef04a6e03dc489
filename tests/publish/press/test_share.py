"""Pages pressed by several processes are the pages of one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.publish.press.share import PROCESSES, Shares, processes
from tests import builders
from tests.in_memory import catalogue
from tests.publish.press.conftest import press_of, written

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.publish.press.press import Press, Pressed
    from brugwerk.render.page import Page

MANY = catalogue(
    products={f"les-{number}": builders.product(title=f"Les {number}") for number in range(20)},
    networks={"het-proefnet": builders.network()},
)


def shares(press: Press, pages: list[Page], number: int) -> list[Pressed]:
    return list(Shares(press, pages, number).done(lambda done, total: None))


def in_folder(tmp_path: Path, name: str) -> Press:
    return press_of(MANY, tmp_path / name, tmp_path / f"kept-{name}")


def test_two_processes_write_what_one_writes(tmp_path: Path) -> None:
    one, two = in_folder(tmp_path, "een"), in_folder(tmp_path, "twee")
    pages = list(one.site.pages.values())
    assert shares(one, pages, 1) == shares(two, list(two.site.pages.values()), 2)
    assert written(tmp_path / "een") == written(tmp_path / "twee")


@pytest.mark.parametrize("number", [1, 2])
def test_progress_ends_at_the_number_of_pages(tmp_path: Path, number: int) -> None:
    press = in_folder(tmp_path, "een")
    pages = list(press.site.pages.values())
    heard: list[tuple[int, int]] = []
    list(Shares(press, pages, number).done(lambda done, total: heard.append((done, total))))
    assert heard[-1] == (len(pages), len(pages))


@pytest.mark.parametrize("number", [1, 2])
def test_a_page_that_cannot_be_made_stops_the_build(tmp_path: Path, number: int) -> None:
    press = in_folder(tmp_path, "een")
    pages = list(press.site.pages.values())
    pages[3] = replace(pages[3], kind="is-er-niet")
    with pytest.raises(Exception, match="is-er-niet"):
        shares(press, pages, number)


def test_the_number_of_processes_can_be_named(monkeypatch: Any) -> None:
    monkeypatch.setenv(PROCESSES, "3")
    assert processes() == 3


@pytest.mark.parametrize("wrong", ["0", "-1", "veel", "1.5"])
def test_a_number_of_processes_that_is_none_is_refused(monkeypatch: Any, wrong: str) -> None:
    monkeypatch.setenv(PROCESSES, wrong)
    with pytest.raises(ValueError, match=PROCESSES):
        processes()
