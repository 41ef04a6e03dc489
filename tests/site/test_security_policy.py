"""The policy in every page: its own files run, and what a page itself holds does not."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from brugwerk.render.policy import POLICY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

    from tests.site.conftest import Built

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]
INLINE = re.compile(
    r"<script(?![^>]*(?:\bsrc=|application/(?:ld\+)?json))|<style|\sstyle=|\son\w+="
)
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
        if (match := INLINE.search(re.sub(r"(?s)<pre.*?</pre>", "", page.read_text("utf-8"))))
    }
    assert found == {}


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
    page.locator("label[for=__palette_1]").click()
    page.goto(served + LESSON)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.context.close()
