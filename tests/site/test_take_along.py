"""Taking a product along: files are where the page says, copying copies, and paper is paper."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.html import parse
from tests.site.conftest import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.site.conftest import Built

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]
LESSON = "producten/breuken-met-bewijs/"
GUIDE = "netwerken/de-lichtmast/draaiboek/"


@pytest.fixture
def lesson(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + LESSON)
    yield page
    context.close()


def test_every_file_that_a_page_offers_is_a_sound_one(dutch: Built) -> None:
    offered = 0
    for page in dutch.folder.rglob("index.html"):
        for link in parse(page.read_text("utf-8")).all("a"):
            target = link.get("href") or ""
            if target in {"word.docx", "archive.zip", "pupils.zip"}:
                offered += 1
                with zipfile.ZipFile(page.parent / target) as archive:
                    assert archive.testzip() is None
                assert (link.get("download") or "").endswith(target[-4:])
    assert offered > 60


def test_an_english_site_offers_the_same_in_english(english: Built) -> None:
    page = english.html(LESSON)
    assert "Take along" in page
    assert "(2026, October 28)" in page


@pytest.mark.browser
def test_copying_gives_what_stands_there(lesson: Page) -> None:
    lesson.locator(".copy-button[data-copy=bron-apa]").click()
    until(
        lesson, "document.querySelector('.copy [role=status]').textContent.includes('Gekopieerd')"
    )
    copied = lesson.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Netwerk De Lichtmast (verzonnen). (2026, 28 oktober). Breuken")
    lesson.locator(".source-forms summary").click()
    lesson.locator(".copy-button[data-copy=bron-bibtex]").click()
    until(lesson, "document.querySelectorAll('.copy [role=status]')[1].textContent")
    copied = lesson.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@misc{breuken-met-bewijs,")
    assert copied.endswith("}")


@pytest.mark.browser
def test_without_a_clipboard_the_text_is_ready_to_be_copied(lesson: Page, served: str) -> None:
    lesson.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    lesson.add_init_script("document.execCommand = () => false")
    lesson.goto(served + LESSON)
    lesson.locator(".copy-button[data-copy=bron-apa]").click()
    until(lesson, "getSelection().toString().startsWith('Netwerk De Lichtmast')")
    assert "kopieer die zelf" in lesson.locator(".copy [role=status]").first.inner_text()


@pytest.mark.browser
def test_the_word_file_has_a_name_of_its_own_once_it_is_saved(lesson: Page) -> None:
    with lesson.expect_download() as download:
        lesson.locator(".taken a").first.click()
    assert download.value.suggested_filename == "breuken-met-bewijs.docx"


@pytest.mark.browser
@pytest.mark.parametrize("address", [LESSON, GUIDE])
def test_the_print_button_prints(lesson: Page, served: str, address: str) -> None:
    lesson.add_init_script("window.print = () => { window.printed = true; }")
    lesson.goto(served + address)
    lesson.locator(".print-button").click()
    assert lesson.evaluate("window.printed") is True


@pytest.mark.browser
def test_on_paper_there_are_no_buttons_and_the_source_stays(lesson: Page) -> None:
    lesson.emulate_media(media="print")
    for only_on_screen in (".actions", ".taken", ".source-forms", ".copy", ".md-header", ".tell"):
        assert not lesson.locator(only_on_screen).first.is_visible(), only_on_screen
    assert lesson.locator("#bron-apa").is_visible()
    assert lesson.locator(".at-a-glance").first.is_visible()


@pytest.mark.browser
def test_what_is_folded_away_is_printed_and_folded_again(lesson: Page) -> None:
    lesson.evaluate(
        "document.querySelector('.contributed').insertAdjacentHTML("
        "'beforeend', '<details><summary>Meer</summary><p>Tekst</p></details>')"
    )
    lesson.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert lesson.evaluate("document.querySelector('.contributed details').open") is True
    lesson.evaluate("dispatchEvent(new Event('afterprint'))")
    assert lesson.evaluate("document.querySelector('.contributed details').open") is False
