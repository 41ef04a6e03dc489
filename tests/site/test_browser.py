"""A real browser on every kind of page: nothing breaks, nothing leaks, nothing overflows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("site")]

KINDS = {
    "home": "",
    "way": "op-weg/leraar/",
    "product list": "producten/",
    "lesson": "producten/breuken-met-bewijs/",
    "design": "producten/compacten-met-een-startgesprek/",
    "guideline": "producten/brugpersoon-met-mandaat/",
    "retired": "producten/verrijkingsplein/",
    "empty sheet": "producten/breuken-met-bewijs/transfer/",
    "network list": "netwerken/",
    "network": "netwerken/de-lichtmast/",
    "guide list": "draaiboeken/",
    "guide": "netwerken/het-kompas/draaiboek/",
    "reflection list": "reflecties/",
    "school list": "scholen/",
    "school": "scholen/het-papieren-bootje/",
    "transfer": "scholen/het-papieren-bootje/compacten-met-een-startgesprek/",
    "stopped": "scholen/het-papieren-bootje/verrijkingsplein/",
    "embedded": "scholen/het-papieren-bootje/compacten-met-een-startgesprek/insluiten/",
    "booklet": "netwerken/het-kompas/draaiboek/boekje/",
    "conversation sheet": "netwerken/het-kompas/draaiboek/gespreksblad/",
    "travels": "doorwerking/",
    "travels of a network": "netwerken/het-kompas/doorwerking/",
    "question": "doorwerking/vragen/de-denkbeeldige-eik/plannen-in-drie-stappen/",
    "question list": "doorwerking/vragen/",
    "problems": "meldingen/",
    "glossary": "uitleg/begrippen/",
    "lists": "bijdragen/lijsten/",
    "fields": "bijdragen/velden/",
    "editor": "bijdragen/tekstbewerker/",
    "contribute": "bijdragen/",
    "from Word": "bijdragen/van-word-tot-site/",
}


def opened(browser: Browser, url: str, width: int, scheme: str) -> tuple[Page, list[str]]:
    """Open a page and collect what it complains of and what it asks from elsewhere."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    complaints: list[str] = []
    origin = url.split("/", 3)[:3]
    page.on("console", lambda m: complaints.append(m.text))
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.on(
        "request",
        lambda r: (
            complaints.append(f"asks {r.url}")
            if r.url.startswith("http") and r.url.split("/", 3)[:3] != origin
            else None
        ),
    )
    page.goto(url, wait_until="load")
    return page, complaints


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_page_fits_its_window_and_asks_nothing_of_others(
    browser: Browser, served: str, kind: str, width: int, scheme: str
) -> None:
    page, complaints = opened(browser, served + KINDS[kind], width, scheme)
    try:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("h1").count() == 1
        assert page.context.cookies() == []
        assert complaints == []
    finally:
        page.context.close()


def test_the_print_button_opens_the_print_dialogue(browser: Browser, served: str) -> None:
    page, _ = opened(browser, served + KINDS["transfer"], 1280, "light")
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.locator(".print-button").click()
    assert page.title() == "printed"
    page.context.close()


def test_paper_shows_the_page_without_the_site_around_it(browser: Browser, served: str) -> None:
    page, _ = opened(browser, served + KINDS["transfer"], 1280, "light")
    page.emulate_media(media="print")
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".print-button").first.is_visible()
    assert page.locator("h1").is_visible()
    page.context.close()


@pytest.mark.parametrize("way", range(3))
def test_home_leads_each_reader_on_in_one_click(browser: Browser, served: str, way: int) -> None:
    page, _ = opened(browser, served, 1280, "light")
    links = page.locator(".way").nth(way).locator("a")
    assert links.count() >= 3
    for index in range(links.count()):
        href = links.nth(index).get_attribute("href")
        response = page.request.get(page.evaluate("h => new URL(h, location.href).href", href))
        assert response.ok, href
    links.first.click()
    assert page.locator("h1").count() == 1
    page.context.close()


def test_everything_works_without_javascript(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + KINDS["lesson"])
    assert page.locator("h1").inner_text() == "Breuken met bewijs"
    assert page.locator(".fixed-free").is_visible()
    page.locator(".attachments a").first.wait_for(state="visible")
    context.close()


def test_dark_and_light_differ_in_colours_and_not_in_content(browser: Browser, served: str) -> None:
    shown = {}
    for scheme in ("light", "dark"):
        page, _ = opened(browser, served + KINDS["lesson"], 1280, scheme)
        shown[scheme] = (
            page.locator("article").inner_text(),
            page.evaluate("getComputedStyle(document.body).backgroundColor"),
        )
        page.context.close()
    assert shown["light"][0] == shown["dark"][0]
    assert shown["light"][1] != shown["dark"][1]
