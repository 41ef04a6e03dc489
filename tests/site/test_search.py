"""Search in a real browser: with a mouse, with keys only, without JavaScript, without an index."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.conftest import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("site")]
FULL = '#search-results[data-ready="full"]'
RESULTS = "#search-results li.result"
LESSON = "producten/breuken-met-bewijs/"
BAD = [
    "x" * 10_000,
    "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "+ - ~ ^ * : +breuken~2 title:x",
    "🤔🧮 breuken",
    "مرحبا \u202e breuken",
    "__proto__ constructor",
]


@contextmanager
def visited(
    browser: Browser, url: str, width: int = 1280, **options: Any
) -> Iterator[tuple[Page, list[str]]]:
    """Open a page and collect what it complains of."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, reduced_motion="reduce", **options
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.goto(url, wait_until="load")
    yield page, complaints
    context.close()


def settled(page: Page) -> None:
    page.wait_for_selector(FULL, state="attached")


def typed(page: Page, text: str) -> None:
    """Type in the field of the search page and wait for the whole answer."""
    before = page.evaluate("performance.getEntriesByName('brugwerk-results').length")
    page.locator("#search-field").fill(text)
    until(page, f"performance.getEntriesByName('brugwerk-results').length > {before}")
    settled(page)


def addresses(page: Page) -> list[str]:
    return page.locator(RESULTS).evaluate_all("all => all.map(e => e.dataset.address)")


def test_the_page_restores_a_search_from_its_address(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/?q=breuken&type=lesson&soort=product") as (page, said):
        settled(page)
        assert page.locator("#search-field").input_value() == "breuken"
        assert addresses(page)[0] == LESSON
        assert page.locator(".chip").all_inner_texts() == ["Producten", "les", "Wis alle keuzes"]
        assert page.locator(f"{RESULTS} mark").first.is_visible()
        assert said == []


def test_results_follow_the_letters(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/") as (page, said):
        settled(page)
        page.locator("#search-field").click()
        page.keyboard.type("breuk", delay=40)
        until(page, f"document.querySelector('{RESULTS}')?.dataset.address === '{LESSON}'")
        until(page, "location.search === '?q=breuk'")
        assert "breuk" in page.locator("#search-status").inner_text()
        assert page.evaluate("document.activeElement.id") == "search-field"
        assert said == []


def test_a_letter_leaves_what_stays_and_ends_with_the_whole_list(
    browser: Browser, served: str
) -> None:
    with visited(browser, f"{served}zoeken/?q=breuken+met+bewijs") as (page, _):
        settled(page)
        whole = addresses(page)
    with visited(browser, f"{served}zoeken/?q=breuken+met+bewij") as (page, said):
        settled(page)
        page.evaluate(f"document.querySelector('{RESULTS}').stayed = true")
        page.locator("#search-field").focus()
        page.keyboard.press("End")
        page.keyboard.type("s")
        until(page, "location.search === '?q=breuken+met+bewijs'")
        settled(page)
        assert addresses(page) == whole
        assert len(whole) > 3
        assert page.evaluate(f"document.querySelector('{RESULTS}').stayed") is True
        assert said == []


def test_a_letter_that_is_refused_changes_nothing(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/?q=breuken") as (page, said):
        settled(page)
        before = addresses(page)
        page.evaluate(
            """() => document.addEventListener("beforeinput", (e) => e.preventDefault())"""
        )
        page.locator("#search-field").focus()
        page.keyboard.type("xyz")
        page.wait_for_timeout(300)
        settled(page)
        assert page.locator("#search-field").input_value() == "breuken"
        assert addresses(page) == before
        assert said == []


def test_facets_count_narrow_down_and_go_back(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/") as (page, said):
        settled(page)
        everything = page.locator("#search-status").inner_text()
        box = page.locator('input[name=type][value="lesson"]')
        count = page.locator(".facet-value", has=box).locator(".facet-count").inner_text()
        box.check()
        status = "document.querySelector('#search-status').textContent"
        until(page, f"{status}.startsWith('{count} ')")
        assert "type=lesson" in page.url
        assert page.evaluate("document.activeElement.value") == "lesson"
        level = page.locator('input[name=leerjaar][value="groep-6"]')
        level.check()
        page.wait_for_url(re.compile("leerjaar=groep-6"))
        page.go_back()
        page.wait_for_url(lambda url: "groep-6" not in url)
        until(page, "!document.querySelector('[value=groep-6]').checked")
        assert box.is_checked()
        page.go_back()
        until(page, f"{status} === {json.dumps(everything)}")
        page.go_forward()
        until(page, "document.querySelector('[value=lesson]').checked")
        assert said == []


def test_a_chip_drops_its_choice_and_the_focus_stays_near(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/?type=lesson&type=design") as (page, _):
        settled(page)
        page.locator(".chip").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url.count("type=") == 1)
        until(page, "document.activeElement.classList.contains('chip')")
        page.keyboard.press("Enter")
        until(page, "document.activeElement.id === 'search-field'")


def test_values_without_results_are_hidden(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/?q=kleuters&soort=product&type=lesson") as (page, _):
        settled(page)
        counts = page.locator(".facet-value:not([hidden]) .facet-count").all_text_contents()
        assert counts
        assert "0" not in counts


def test_results_can_be_sorted(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/?soort=product") as (page, _):
        settled(page)
        page.locator("#search-sort").select_option("datum")
        page.wait_for_url(re.compile("volgorde=datum"))
        first = page.locator(".result-kind").first
        assert re.search(r"20\d\d", first.inner_text())


def test_no_results_says_what_to_let_go_of(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/?q=filosoferen&leerjaar=groep-1") as (page, _):
        settled(page)
        assert page.locator("#search-status").inner_text() == "Geen resultaten voor “filosoferen”"
        page.locator(".ways-out button").first.click()
        page.wait_for_selector(RESULTS)
        assert "groep-1" not in page.url


def test_a_typing_mistake_is_read_as_the_nearest_word(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/?q=filosofreen") as (page, _):
        settled(page)
        assert "producten/filosoferen-over-eerlijk/" in addresses(page)[:2]
        assert "filosofreen" in page.locator("#search-note").inner_text()


@pytest.mark.parametrize("text", BAD)
def test_bad_input_breaks_nothing(browser: Browser, served: str, text: str) -> None:
    with visited(browser, f"{served}zoeken/") as (page, said):
        settled(page)
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        typed(page, text)
        page.wait_for_timeout(400)
        status = page.locator("#search-status").inner_text()
        assert re.search(r"resulta", status, re.IGNORECASE)
        assert page.locator("#search-app :is(script, img, iframe)").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        assert dialogs == said == []


def test_the_field_in_the_header_finds_while_typing(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}producten/") as (page, said):
        field = page.locator(".site-input")
        field.click()
        page.keyboard.type("breuken", delay=30)
        page.wait_for_selector(".site-result mark")
        until(page, "document.querySelector('.site-said').textContent !== ''")
        assert field.get_attribute("aria-expanded") == "true"
        page.keyboard.press("ArrowDown")
        active = field.get_attribute("aria-activedescendant")
        assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(LESSON))
        assert said == []


def test_escape_closes_the_list_and_enter_goes_to_the_search_page(
    browser: Browser, served: str
) -> None:
    with visited(browser, f"{served}producten/") as (page, _):
        page.locator(".site-input").click()
        page.keyboard.type("kleuters", delay=20)
        page.wait_for_selector(".site-results:not([hidden])")
        page.keyboard.press("Escape")
        page.wait_for_selector(".site-results", state="hidden")
        assert page.locator(".site-input").input_value() == "kleuters"
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"zoeken/\?q=kleuters"))
        settled(page)
        assert addresses(page)


def test_a_list_that_was_closed_stays_closed_when_the_texts_come(
    browser: Browser, served: str
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with visited(browser, f"{served}producten/") as (page, _):
        page.route("**/index/text-*.json", hold)
        page.locator(".site-input").click()
        page.keyboard.type("kleuters")
        page.wait_for_selector(".site-results:not([hidden])")
        page.keyboard.press("Escape")
        page.wait_for_selector(".site-results", state="hidden")
        page.wait_for_timeout(300)
        for route in held:
            route.continue_()
        until(page, "document.querySelector('.site-said').textContent !== ''")
        assert page.locator(".site-results").is_hidden()
        page.keyboard.type("s")
        page.wait_for_selector(".site-results:not([hidden])")


def test_everything_can_be_reached_with_keys_only(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/?q=brug") as (page, _):
        settled(page)
        page.locator("#search-field").focus()
        reached = set()
        for _ in range(120):
            page.keyboard.press("Tab")
            reached.add(
                page.evaluate(
                    "(e => e.id || e.className || e.tagName)(document.activeElement)"
                    + ".toString().split(' ')[0]"
                )
            )
            if "mark-button" in reached:
                break
        assert {"search-sort", "mark-button"} <= reached
        assert page.evaluate("document.activeElement.matches(':focus-visible')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_a_phone(browser: Browser, served: str, scheme: str) -> None:
    url = f"{served}zoeken/?q=hoogbegaafdheid+in+de+bovenbouw&soort=product"
    with visited(browser, url, 360, color_scheme=scheme) as (page, said):
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.locator(RESULTS).first.is_visible()
        assert not page.locator("#search-facets").is_visible()
        page.locator("#facets-drawer > summary").click()
        assert page.locator("#search-facets").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert said == []


def test_without_javascript_there_is_the_whole_list(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/?q=breuken", java_script_enabled=False) as (page, _):
        links = page.locator("#search-list a")
        assert links.count() > 60
        assert links.first.is_visible()
        hrefs = links.evaluate_all("all => all.map(e => e.getAttribute('href'))")
        assert f"../{LESSON}" in hrefs
        assert "../op-weg/leraar/" in hrefs
        assert not page.locator("#search-app").is_visible()
        assert page.locator(".mark-button").count() == 0


def test_without_javascript_the_header_leads_to_the_search_page(
    browser: Browser, served: str
) -> None:
    with visited(browser, f"{served}producten/", java_script_enabled=False) as (page, _):
        page.locator(".site-input").fill("breuken")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"zoeken/\?q=breuken"))


@pytest.mark.parametrize("missing", ["manifest.json", "start-", "worker.js"])
def test_an_index_that_fails_to_load_leaves_the_whole_list(
    browser: Browser, served: str, missing: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route(f"**/*{missing}*", lambda route: route.abort())
    page.goto(f"{served}zoeken/?q=breuken")
    page.wait_for_selector("#search-failed:not([hidden])")
    assert "Hieronder staat de hele lijst" in page.locator("#search-failed").inner_text()
    assert page.locator("#search-list a").first.is_visible()
    context.close()


def test_titles_are_searched_while_the_texts_do_not_come(browser: Browser, served: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/text-*.json", lambda route: route.abort())
    page.goto(f"{served}zoeken/?q=breuken")
    settled(page)
    assert addresses(page)[0] == LESSON
    assert page.locator("#search-note").is_visible()
    context.close()


def test_the_header_says_so_when_search_does_not_load(browser: Browser, served: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/manifest.json", lambda route: route.abort())
    page.goto(f"{served}producten/")
    page.locator(".site-input").click()
    page.keyboard.type("breuken")
    page.wait_for_selector(".site-result")
    assert "Zoeken kon niet laden" in page.locator(".site-result").inner_text()
    context.close()


def test_a_selection_is_kept_shown_shared_and_emptied(browser: Browser, served: str) -> None:
    with visited(browser, served + LESSON) as (page, said):
        assert not page.locator(".selection-link").is_visible()
        page.locator(".actions .mark-button").click()
        assert page.locator(".actions .mark-button").get_attribute("aria-pressed") == "true"
        page.goto(f"{served}producten/")
        page.locator(".selection-link").click()
        page.wait_for_selector("#selection-list .result")
        titles = page.locator("#selection-list .result-title").all_inner_texts()
        assert titles == ["Breuken met bewijs"]
        page.locator("#selection-empty").click()
        page.locator("#selection-empty").click()
        until(page, "!document.querySelector('#selection-list .result')")
        assert said == []


def test_a_shared_selection_shows_what_it_names_and_nothing_else(
    browser: Browser, served: str
) -> None:
    link = f"{served}zoeken/#selectie=breuken-met-bewijs,bestaat-niet"
    with visited(browser, link) as (page, said):
        page.wait_for_selector("#selection-list .result")
        assert page.locator("#selection-list .result").count() == 1
        page.wait_for_selector(FULL, state="attached")
        assert not page.locator("#search-app").is_visible()
        page.locator("#selection-adopt").click()
        until(page, "location.hash === '#selectie'")
        assert page.evaluate("localStorage.getItem('brugwerk-selection')") == (
            '["breuken-met-bewijs"]'
        )
        page.locator("#selection-close").click()
        assert page.locator("#search-form").is_visible()
        assert page.locator("#search-app").is_visible()
        assert said == []


def test_a_passage_says_where_in_the_text(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}zoeken/?q=mandaat") as (page, said):
        settled(page)
        page.wait_for_selector(".result-passage mark")
        assert page.locator(".result-passage mark").first.inner_text().lower() == "mandaat"
        under = page.locator(".result-under").first
        assert "#" in str(under.get_attribute("href"))
        assert said == []


def test_search_asks_for_nothing_that_a_strict_policy_forbids(
    browser: Browser, served: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda m: refused.append(m.text) if "Content Security" in m.text else None)

    def strictly(route: Route) -> None:
        answer = route.fetch()
        policy = "script-src 'self' 'unsafe-inline'; worker-src 'self'; connect-src 'self'"
        route.fulfill(
            response=answer, headers={**answer.headers, "content-security-policy": policy}
        )

    page.route("**/zoeken/*", strictly)
    page.goto(f"{served}zoeken/?q=breuken")
    settled(page)
    assert addresses(page)[0] == LESSON
    assert refused == []
    context.close()


def test_a_page_embeds_a_list_that_goes_on_in_search(browser: Browser, served: str) -> None:
    with visited(browser, f"{served}op-weg/plusgroep-bovenbouw/") as (page, _):
        assert page.locator(".card").count() >= 4
        page.get_by_role("link", name="Zoek verder met deze keuzes").first.click()
        settled(page)
        assert page.locator(".chip").count() > 3
        assert addresses(page)
