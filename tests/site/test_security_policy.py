"""The policy in every page: its own files run, and what a page itself holds does not."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.render.policy import POLICY
from tests.site.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

    from tests.site.conftest import Built

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]
# Data is no script: what the theme tells its own scripts, and what machines read of a product.
DATA = re.compile(
    r'<script (?:id="__config" type="application/json"|type="application/ld\+json")>[^<]*</script>'
)
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=")
LESSON = "producten/breuken-met-bewijs/"
HARM = """<script>document.title = "harm"</script>
<img src="x" onerror="document.title = 'harm'"><a href="javascript:document.title='harm'">x</a>
<script src="data:text/javascript,document.title='harm'"></script>"""


def test_every_page_sets_the_policy_before_anything_else(dutch: Built) -> None:
    for page in dutch.folder.rglob("*.html"):
        head = page.read_text("utf-8").partition("<head>")[2]
        first = re.search(r"<(\w[^>]*)>", head)
        assert first, page
        assert html.unescape(first.group(1)).endswith(f'content="{POLICY}"'), page


def test_no_page_holds_a_script_or_a_style(dutch: Built) -> None:
    found = {
        str(page.relative_to(dutch.folder)): match.group()
        for page in dutch.folder.rglob("*.html")
        if (match := INLINE.search(without_data(page.read_text("utf-8"))))
    }
    assert found == {}


def without_data(page: str) -> str:
    """A page without the blocks of data that it may hold, and without code that it shows."""
    return re.sub(r"(?s)<pre.*?</pre>", "", DATA.sub("", page))


def test_a_product_page_holds_one_block_of_data_and_other_pages_hold_none(dutch: Built) -> None:
    described = {
        address: json.loads(block)["name"]
        for address in dutch.addresses()
        for block in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', dutch.html(address)
        )
    }
    products = check_site(ROOT).entries.products
    assert described == {f"producten/{p}/": e.record.title for p, e in products.items()}


@pytest.mark.browser
def test_the_policy_has_nothing_to_say_of_a_block_of_data(browser: Browser, served: str) -> None:
    page = browser.new_context().new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(served + LESSON)
    block = page.locator('script[type="application/ld+json"]').text_content()
    assert json.loads(block or "")["name"] == page.locator("h1").text_content()
    assert said == []
    page.context.close()


@pytest.mark.browser
def test_a_script_that_got_into_a_page_does_not_run(browser: Browser, served: str) -> None:
    page = browser.new_context().new_page()

    def with_harm(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace("</article>", f"{HARM}</article>")
        route.fulfill(response=answer, body=body)

    page.route(f"**/{LESSON}", with_harm)
    refused: list[str] = []
    page.on("console", lambda m: refused.append(m.text) if m.type == "error" else None)
    page.goto(served + LESSON)
    page.locator("a", has_text=re.compile("^x$")).click()
    assert page.title() != "harm"
    assert any("Content Security Policy" in text for text in refused)
    page.context.close()


@pytest.mark.browser
def test_colours_that_a_reader_chose_stay_on_the_next_page(browser: Browser, served: str) -> None:
    page = browser.new_context(color_scheme="light").new_page()
    page.goto(served)
    page.get_by_role("button", name="Naar donkere kleuren").click()
    page.goto(served + LESSON)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.context.close()
