"""A school shows a page on its own site: another origin, with a strict policy of its own."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import served_folder, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("site")]
TRANSFER = "scholen/de-verzonnen-vlieger/breuken-met-bewijs/"
SCHOOL = "scholen/het-papieren-bootje/"


def snippet_on(page: Page) -> str:
    """What a reader copies from the page that is open."""
    page.locator(".share summary").click()
    box = page.locator("#insluitcode")
    box.wait_for(state="visible")
    return box.input_value()


@pytest.fixture(params=[TRANSFER, SCHOOL], ids=["transfer page", "school page"])
def shown_elsewhere(
    request: pytest.FixtureRequest, browser: Browser, served: str, tmp_path: Path
) -> Iterator[tuple[Page, list[str]]]:
    """The site of a school on a phone, with the page in it; what it complains of."""
    page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    page.goto(served + request.param)
    snippet = snippet_on(page)
    origin = served.rstrip("/")
    policy = html.escape(f"default-src 'none'; frame-src {origin}")
    (tmp_path / "index.html").write_text(
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<title>Onze school</title><h1>Onze school</h1>{snippet}",
        "utf-8",
    )
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: complaints.append(str(e)))
    with served_folder(tmp_path) as address:
        page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page.goto(address)
        page.frame_locator("iframe").locator("h1").wait_for(state="visible")
        yield page, complaints
    page.context.close()


def test_the_page_stands_there_whole_and_as_it_looks_here(
    shown_elsewhere: tuple[Page, list[str]],
) -> None:
    page, complaints = shown_elsewhere
    frame = page.frame_locator("iframe")
    assert complaints == []
    assert (
        not frame.locator("header, nav, .actions, .improve, .share").locator("visible=true").count()
    )
    assert (
        frame.locator("dl.at-a-glance").first.evaluate("e => getComputedStyle(e).display") == "grid"
    )
    inside = frame.locator("html").evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert inside[0] <= inside[1]


def test_a_link_opens_beside_the_site_of_the_school(
    shown_elsewhere: tuple[Page, list[str]],
) -> None:
    page, complaints = shown_elsewhere
    before = page.url
    with page.context.expect_page() as opened:
        page.frame_locator("iframe").locator(".embedded-from a").click()
    whole = opened.value
    whole.wait_for_load_state()
    assert whole.locator(".md-header").is_visible()
    # What opens is free of the frame: its scripts run.
    until(whole, "!document.querySelector('.share-snippet').hidden")
    assert page.url == before
    assert complaints == []


def test_a_part_of_the_page_opens_within_the_frame(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{served}{TRANSFER}insluiten/")
    page.locator('a[href="#sinds-versie"]').click()
    assert page.url.endswith("insluiten/#sinds-versie")
    assert len(page.context.pages) == 1
    page.context.close()


def test_the_snippet_is_copied_by_one_button(browser: Browser, served: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + TRANSFER)
    snippet = snippet_on(page)
    page.locator(".share .copy-button").click()
    page.get_by_text("Gekopieerd").wait_for(state="visible")
    assert page.evaluate("navigator.clipboard.readText()") == snippet
    assert f'src="{served}{TRANSFER}insluiten/"' in snippet
    context.close()


def test_a_frame_follows_the_colours_of_the_device(browser: Browser, served: str) -> None:
    colours = set()
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{served}{SCHOOL}insluiten/")
        colours.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()
    assert len(colours) == 2
