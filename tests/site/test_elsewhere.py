"""Two sites on this machine: a reader of one finds a product of the other, and goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brugwerk.command import main
from tests.builders import as_yaml, write_site
from tests.sharing import as_bytes, shared, shared_product
from tests.site.conftest import served_folder, until
from tests.unchecked_site import build_small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("elsewhere")]
TITLE = "Sterren <kijken> & 🌟"
THERE = "producten/sterren-kijken/"
RESULT = f'#search-results li.result:has(a[href$="{THERE}"])'
PAGE = '<!doctype html><title>Daar</title><link rel="icon" href="data:,">'
FULL = '#search-results[data-ready="full"]'


@pytest.fixture(scope="module")
def north(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site that shares one product, with the page of it."""
    folder = tmp_path_factory.mktemp("noord")
    product = shared_product(title=TITLE, address=THERE)
    catalogue = shared(product, site={"title": "x", "language": "nl"})
    (folder / "catalogue.json").write_bytes(as_bytes(catalogue))
    (folder / THERE).mkdir(parents=True)
    (folder / THERE / "index.html").write_text(PAGE, "utf-8")
    with served_folder(folder) as address:
        yield address


@pytest.fixture(scope="module")
def south(north: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site that was built after it fetched what the other one shares."""
    sources = [{"id": "noord", "name": "Kennisbank Noord", "catalogue": f"{north}catalogue.json"}]
    settings = {"brugwerk.yml": as_yaml({"title": "Zuid", "sources": sources})}
    root: Path = write_site(tmp_path_factory.mktemp("zuid"), settings)
    fetched = CliRunner().invoke(main, ["sources", "--root", str(root), "--allow-private"])
    assert fetched.exit_code == 0, fetched.output
    done = build_small(root, "# Thuis\n", strict=False)
    assert done.returncode == 0, done.stderr
    with served_folder(root / "uit") as address:
        yield address


@pytest.fixture
def page(browser: Browser, south: str) -> Iterator[Page]:
    """A page that may ask nothing of another site until a link is followed."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    opened = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda r: None if r.is_navigation_request() else asked.append(r.url))
    opened.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    yield opened
    assert [url for url in asked if not url.startswith((south, "data:"))] == []
    assert said == []
    context.close()


def test_search_finds_it_says_where_it_stands_and_leads_there(
    page: Page, south: str, north: str
) -> None:
    page.goto(f"{south}zoeken/?q=grote+beer")
    page.wait_for_selector(FULL)
    result = page.locator(RESULT)
    assert "op Kennisbank Noord" in result.locator(".result-kind").inner_text()
    assert result.locator("h2 a").inner_text() == TITLE
    assert result.locator(".mark-button").count() == 0
    # Longer than it takes before passages of own pages are fetched.
    page.wait_for_timeout(1_200)
    result.locator("h2 a").click()
    page.wait_for_url(f"{north}{THERE}")
    assert page.title() == "Daar"


def test_a_reader_chooses_on_which_site_to_search(page: Page, south: str) -> None:
    page.goto(f"{south}zoeken/?herkomst=noord")
    page.wait_for_selector(FULL)
    assert page.locator("#search-results li.result").count() == 1
    assert page.locator(".chip").first.inner_text() == "Kennisbank Noord"
    page.goto(f"{south}zoeken/?herkomst=hier")
    page.wait_for_selector(FULL)
    assert page.locator(RESULT).count() == 0


def test_the_field_on_every_page_finds_it_too(page: Page, south: str) -> None:
    page.goto(f"{south}producten/")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator(".site-search input").fill("sterren")
    until(page, "document.querySelector('#site-results .site-result')")
    page.wait_for_selector(f'#site-results a[href$="{THERE}"]')
    assert "op Kennisbank Noord" in page.locator("#site-results").inner_text()


def test_the_list_of_products_has_a_part_for_the_other_site(
    page: Page, south: str, north: str
) -> None:
    page.goto(f"{south}producten/")
    page.locator('.jump a[href="#op-noord"]').click()
    card = page.locator(".card-elsewhere")
    assert card.locator("h3").inner_text() == TITLE
    assert card.locator("a").get_attribute("href") == f"{north}{THERE}"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Zoek op Kennisbank Noord").click()
    page.wait_for_selector(FULL)
    assert page.locator(".chip").first.inner_text() == "Kennisbank Noord"


def test_it_is_listed_without_javascript(browser: Browser, south: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{south}zoeken/")
    assert plain.locator('#search-list a[rel="external"]').all_inner_texts() == [TITLE]
    context.close()
