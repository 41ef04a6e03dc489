"""How knowledge travels, in a real browser: one picture at a time, whole, and the way it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.html import parse
from tests.site.test_browser import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.site.conftest import Built

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("site")]

ADDRESSES = ["doorwerking/", "netwerken/de-wissel/doorwerking/"]
WIDTHS = {360: "travels-narrow", 1280: "travels-wide"}
# What sticks out of the picture, of the box it is written in, or over another text.
STICKS_OUT = """(kind) => {
  const svg = document.querySelector(`.${kind}`);
  const whole = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].map((t) => [t, t.getBoundingClientRect()]);
  const inside = (a, b) =>
    a.left >= b.left - 1 && a.right <= b.right + 1 &&
    a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
  const apart = (a, b) =>
    a.right <= b.left + 1 || b.right <= a.left + 1 ||
    a.bottom <= b.top + 4 || b.bottom <= a.top + 4;
  const found = [];
  texts.forEach(([text, area], i) => {
    const box = text.parentNode.querySelector("rect");
    const framed = box && !text.classList.contains("travels-stage");
    if (!inside(area, framed ? box.getBoundingClientRect() : whole)) found.push(text.textContent);
    texts.slice(i + 1).forEach(([other, there]) => {
      if (!apart(area, there)) found.push(`${text.textContent} / ${other.textContent}`);
    });
  });
  return found;
}"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_one_picture_shows_and_all_its_words_have_room(
    browser: Browser, served: str, address: str, width: int
) -> None:
    page, complaints = opened(browser, served + address, width, "light")
    shown = page.evaluate(
        """[...document.querySelectorAll("svg.travels-picture")]
        .filter((s) => s.getBoundingClientRect().width > 0).map((s) => s.classList[1])"""
    )
    assert shown == [WIDTHS[width]]
    assert page.evaluate(STICKS_OUT, WIDTHS[width]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_letters_in_the_picture_are_not_smaller_than_those_of_the_page(
    browser: Browser, served: str, width: int
) -> None:
    page, _ = opened(browser, served + ADDRESSES[0], width, "dark")
    size = page.evaluate(
        """(kind) => { const svg = document.querySelector(`.${kind}`);
        return parseFloat(getComputedStyle(svg).fontSize) * svg.getBoundingClientRect().width
        / svg.viewBox.baseVal.width; }""",
        WIDTHS[width],
    )
    assert size >= 13
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_line_leads_to_the_product_at_that_school(
    browser: Browser, served: str, width: int
) -> None:
    page, _ = opened(browser, served + ADDRESSES[1], width, "light")
    page.locator(f".{WIDTHS[width]} a:has(.travels-role)").first.click()
    assert page.url.startswith(f"{served}scholen/")
    assert page.locator("#wie-draagt").count() == 1
    page.context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_table_has_the_words_and_ways_of_the_picture(dutch: Built, address: str) -> None:
    html = dutch.html(address)
    table = parse(html[html.index('<table class="travels"') : html.index("</table>")])
    for kind in WIDTHS.values():
        start = html.index(f'<svg class="travels-picture {kind}"')
        picture = parse(html[start : html.index("</svg>", start)])
        assert sorted(picture.links()) == sorted(table.links())
        words = {t.text for t in picture.all("text") if "travels-stage" in (t.get("class") or "")}
        assert words <= {a.text for a in table.all("a")}
