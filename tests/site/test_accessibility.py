"""Everyone can use every kind of page: what axe finds, and what it cannot see (WCAG 2.2 AA)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bench.open.axe import BY_LOOKS, PACKAGE, Axe
from bench.open.pages import pages

from brugwerk.render.kinds import KINDS
from tests.site.conftest import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.site.conftest import Built

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("site")]

NARROW, MIDDLE, WIDE = 320, 768, 1280
# The pages written by hand that hold more than text: code, tables, pictures, cards.
WRITTEN = ("", "bijdragen/lijsten/", "bijdragen/van-word-tot-site/", "bijdragen/tekstbewerker/")
# Where the keyboard is: what it shows there, and whether anything lies on top of it.
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const points = [[0.5, 0.5], [0.02, 0.5], [0.5, 0.1], [0.98, 0.5]].map(([x, y]) => document
    .elementFromPoint(box.x + box.width * x, box.y + Math.min(box.height, innerHeight) * y));
  return {
    name: `${at.tagName} ${at.getAttribute("aria-label") || at.innerText || at.id}`.slice(0, 60),
    place: [...document.querySelectorAll("*")].indexOf(at),
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen: points.some(top => top && (at === top || at.contains(top) || top.contains(at))),
    inside: Boolean(at.closest("article")),
    shows: at.checkVisibility({visibilityProperty: true, opacityProperty: true}),
  };
}"""


@pytest.fixture(scope="session")
def axe() -> Axe:
    if not PACKAGE.is_dir():
        pytest.skip("no axe-core: run scripts/test, which installs it from npm")
    return Axe()


@pytest.fixture(scope="session")
def kinds(dutch: Built) -> dict[str, str]:
    found = pages(dutch.folder)
    return {
        name: address
        for name, address in found.items()
        if not name.startswith("docs/") or address in WRITTEN
    }


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": NARROW, "height": 800},
        color_scheme="light",
        reduced_motion="reduce",
        locale="nl-NL",
    )
    yield context.new_page()
    context.close()


def settled(page: Page, url: str) -> None:
    """Open a page and wait until what a script adds to it is there."""
    page.goto(url, wait_until="load")
    if "zoeken" in url:
        until(
            page,
            "document.querySelector('#search-results > li, #search-nothing:not([hidden])')"
            " && document.querySelector('#search-status').textContent.trim()",
        )
        # The counts beside the results come a moment after them.
        page.wait_for_timeout(300)
    if "formulier" in url:
        until(page, "document.querySelector('.form-kind')")


def test_every_kind_of_page_is_looked_at(kinds: dict[str, str]) -> None:
    # A site that does not say where it stands has no feeds to follow.
    modules = {kind.__module__.rpartition(".")[2].removesuffix("_list") for kind in KINDS}
    assert {name.removesuffix("-list") for name in kinds} >= modules - {"follow"}
    assert {"docs/index (nl)", "nothing here", "search with results"} <= set(kinds)


def test_axe_finds_nothing_on_a_phone_in_light_nor_on_a_desk_in_dark(
    page: Page, served: str, kinds: dict[str, str], axe: Axe
) -> None:
    found = {}
    for name, address in kinds.items():
        page.set_viewport_size({"width": NARROW, "height": 800})
        page.emulate_media(color_scheme="light")
        settled(page, served + address)
        narrow = axe.look(page).violations
        page.set_viewport_size({"width": WIDE, "height": 900})
        page.emulate_media(color_scheme="dark")
        until(page, "document.body.dataset.mdColorScheme !== 'default'")
        wide = axe.look(page, BY_LOOKS).violations
        if narrow or wide:
            found[name] = [str(finding) for finding in (*narrow, *wide)]
    assert found == {}


def test_axe_would_find_what_is_wrong(page: Page, served: str, axe: Axe) -> None:
    page.goto(served)
    page.evaluate("document.querySelector('article').prepend(document.createElement('button'))")
    assert {finding.rule for finding in axe.look(page).violations} == {"button-name"}


def stops(page: Page, most: int = 400) -> list[dict[str, object]]:
    """Press Tab until the keyboard leaves the page, and return every place where it was."""
    found: list[dict[str, object]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if at is None or (found and at["place"] == found[0]["place"]):
            return found
        found.append(at)
    raise AssertionError(f"the keyboard does not get out after {most} places")


@pytest.mark.parametrize("kind", ["product", "transfer", "search with results", "docs/index (nl)"])
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    page: Page, served: str, kinds: dict[str, str], kind: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    settled(page, served + kinds[kind])
    there = page.locator("article").locator(
        "a[href]:visible, button:visible:not([disabled]), summary:visible, select:visible, "
        "input:visible:not([type=radio], [tabindex='-1']), [tabindex='0']:visible"
    )
    to_press = set(there.evaluate_all("all => all.map(e => e.outerHTML)"))
    found = stops(page)
    lost = [at for at in found if not at["shows"] or not at["seen"] or at["ring"] < 2]  # type: ignore[operator]
    assert lost == []
    # In the order of the page; what the keyboard can reach is all there is to press.
    assert [at["place"] for at in found] == sorted(at["place"] for at in found)  # type: ignore[type-var]
    assert sum(1 for at in found if at["inside"]) >= len(to_press)


def test_the_first_stop_skips_to_the_content(page: Page, served: str) -> None:
    for address in ("", "producten/", "404.html", "zoeken/"):
        page.goto(served + address)
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["name"] == "A Ga naar inhoud", address
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        # On a page that holds a sentence and no link, there is nothing further on.
        assert address == "404.html" or page.evaluate(FOCUS)["inside"], address


def test_the_menu_of_a_narrow_window_works_with_the_keyboard_alone(page: Page, served: str) -> None:
    page.goto(f"{served}uitleg/over/")
    menu = page.get_by_role("button", name="Navigatie")
    menu.focus()
    assert menu.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert page.evaluate(FOCUS)["name"] == "BUTTON Uitleg"
    page.keyboard.press("Space")
    assert page.evaluate(FOCUS)["name"] == "BUTTON Uitleg"
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUS)["name"] == "BUTTON Navigatie"
    page.keyboard.press("Enter")
    for _ in range(20):
        if page.evaluate(FOCUS)["name"] == "BUTTON Bijdragen":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}bijdragen/")


def test_a_single_key_does_nothing(page: Page, served: str) -> None:
    page.goto(f"{served}producten/")
    for key in "pnfs.,/":
        page.keyboard.press(key)
    assert page.url == f"{served}producten/"
    assert page.evaluate("document.activeElement === document.body")


def test_nothing_moves_for_who_asked_for_that(page: Page, served: str) -> None:
    page.goto(f"{served}producten/breuken-met-bewijs/")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
        "return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none'"
        "|| s.scrollBehavior === 'smooth'; }).length"
    )
    assert moving == 0


def test_twice_as_large_text_fits_the_window(
    page: Page, served: str, kinds: dict[str, str]
) -> None:
    page.set_viewport_size({"width": MIDDLE, "height": 900})
    wide = {}
    for name, address in kinds.items():
        settled(page, served + address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate("document.documentElement.scrollWidth") > MIDDLE:
            wide[name] = page.evaluate(
                "[...document.querySelectorAll('article *')].filter(e => e.getBoundingClientRect()"
                f".right > {MIDDLE} && !e.closest('.table-scroll'))"
                ".slice(0, 3).map(e => e.outerHTML.slice(0, 120))"
            )
    assert wide == {}
