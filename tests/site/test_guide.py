"""The guide for contributors shows what is there: every picture and report is of the real thing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from guide import pages, taking
from guide.__main__ import SEEN
from guide.pictures import PICTURES
from guide.site import built, travelled
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from guide.pictures import Picture
    from guide.site import Road
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("guide")]
NAMES = [picture.name for picture in PICTURES]


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Road:
    return travelled(tmp_path_factory.mktemp("guide") / "copy")


@pytest.fixture(scope="module")
def site(road: Road, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with taking.served(built(road, tmp_path_factory.mktemp("site") / "site")) as address:
        yield address


@pytest.mark.browser
@pytest.mark.parametrize("picture", PICTURES, ids=NAMES)
def test_what_a_picture_shows_is_still_what_one_sees(
    browser: Browser, site: str, picture: Picture
) -> None:
    seen = json.loads(SEEN.read_text("utf-8"))
    taken = taking.take(picture, browser, site)
    assert taken.words == seen[picture.name], "run scripts/screenshots and look at the picture"


def test_every_picture_is_made_by_the_script_and_used_in_both_languages() -> None:
    files = {file.name for file in pages.FOLDER.iterdir()}
    assert files == {f"{name}.webp" for name in NAMES}
    used = pages.used()
    assert set(used) == set(NAMES) == set(json.loads(SEEN.read_text("utf-8")))
    for shown_in in used.values():
        assert {page.name.endswith(".en.md") for page in shown_in} == {True, False}


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.name)
def test_sizes_and_reports_in_a_page_are_as_they_are(road: Road, page: Path) -> None:
    text = page.read_text("utf-8")
    assert pages.up_to_date(text, road.reports) == text, "run scripts/screenshots"


def test_every_picture_says_what_it_shows_for_who_does_not_see_it() -> None:
    for page in {page for shown_in in pages.used().values() for page in shown_in}:
        said = pages.descriptions(page)
        assert all(len(text) > 20 for text in said)
        assert len(set(said)) == len(said)


@pytest.mark.parametrize("name", NAMES)
def test_pictures_are_small(name: str) -> None:
    file = pages.FOLDER / f"{name}.webp"
    assert file.stat().st_size < taking.MOST_BYTES
    with Image.open(file) as picture:
        assert picture.width % taking.SHARPNESS == picture.height % taking.SHARPNESS == 0
