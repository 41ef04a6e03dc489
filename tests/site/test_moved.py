"""A site in which a product got another name: old links work over HTTP and in a browser."""

from __future__ import annotations

import re
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from brugwerk.publish.permanence.published import published
from brugwerk.publish.publishable import publishable
from brugwerk.read.ledger import LEDGER_FILE, ledger_text
from brugwerk.records.moves import REDIRECTS_FILE
from tests.builders import (
    ADOPTION,
    KEPT,
    PRODUCT,
    WORKSHEET,
    adoption,
    as_file,
    complete_product,
    pdf,
    sound_site,
    write_site,
)
from tests.site import crawling
from tests.site.conftest import ROOT, served_folder
from tests.unchecked_site import build_small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.site.conftest import Built

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("moved")]

REDIRECTS = """
moved:
  - old: /producten/proefles/#kern-van-vroeger
    new: [/producten/los-idee/]
  - old: /producten/meetles/#kern-nog-ouder
    new: ["/producten/meetles/#kern-eerst-zelf"]
  - old: /#welkom
    new: [/producten/]
gone:
  - old: /scholen/een-andere/
    date: 2026-11-02
    reason: De school vroeg ons om haar pagina weg te halen.
"""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The ledger of the site before anything moved."""
    root = write_site(tmp_path_factory.mktemp("before"), {"docs/index.md": "# Thuis\n"})
    site = publishable(root)[1]
    assert site is not None
    return ledger_text([*site.published, "scholen/een-andere/", "producten/proefles/#kern-oud"])


@pytest.fixture(scope="module")
def folder(before: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        PRODUCT: None,
        KEPT: None,
        KEPT.replace("proefles", "meetles"): sound_site()[KEPT],
        WORKSHEET: None,
        ADOPTION: None,
        "products/meetles/index.md": as_file(complete_product(aliases=["proefles"])),
        "products/meetles/files/werkblad.pdf": pdf(),
        "schools/de-proefschool/meetles.md": as_file(adoption()),
        LEDGER_FILE: before,
        REDIRECTS_FILE: REDIRECTS.replace("van-vroeger", "oud"),
    }
    root = write_site(tmp_path_factory.mktemp("after"), files)
    done = build_small(root, "# Thuis\n", strict=False)
    assert done.returncode == 0, done.stderr
    return root / "uit"


@pytest.fixture(scope="module")
def moved(folder: Path) -> Iterator[str]:
    with served_folder(folder) as address:
        yield address


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
        assert answer.status == 200
        text: str = answer.read().decode("utf-8", "replace")
        return text


def test_every_address_of_before_answers_over_http(moved: str, before: str) -> None:
    for line in before.split():
        address = line.removeprefix("/").partition("#")[0]
        text = fetched(moved + address)
        if onward := re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', text):
            folder = address if address.endswith("/") else f"{address}/"
            assert "refresh" not in fetched(urljoin(moved + folder, onward[1]))


def test_a_crawler_of_others_gets_an_answer_at_every_address_of_before(
    folder: Path, moved: str, before: str
) -> None:
    links = "".join(f'<a href="{line}">{line}</a>\n' for line in before.split())
    (folder / "before.html").write_text(f"<!doctype html><title>x</title>{links}", "utf-8")
    assert crawling.broken_links(f"{moved}before.html") == []


def test_a_former_address_is_in_no_list_of_pages_and_asks_not_to_be_kept(
    folder: Path, moved: str
) -> None:
    page = fetched(f"{moved}producten/proefles/")
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="../meetles/">' in page
    assert "producten/proefles/" not in (folder / "sitemap.xml").read_text()
    assert not any("proefles/" in f.read_text() for f in (folder / "zoeken").rglob("*.json"))


def test_hosts_that_read_a_list_of_redirects_find_one(folder: Path) -> None:
    line = "/producten/proefles/ /producten/meetles/ 301!"
    assert line in (folder / "_redirects").read_text().splitlines()
    assert (folder / ".htaccess").is_file()
    assert (folder / "redirects.nginx").is_file()


def test_what_is_gone_says_so_without_a_name(moved: str) -> None:
    page = fetched(f"{moved}scholen/een-andere/")
    assert "Deze pagina is er niet meer" in page
    assert "refresh" not in page


def test_the_ledger_of_the_real_site_is_what_its_build_publishes(dutch: Built) -> None:
    site = publishable(ROOT)[1]
    assert site is not None
    addresses = {address for address in published(site) if "#" not in address}
    pages = {address for address in addresses if not address or address.endswith("/")}
    former = {a for a in dutch.addresses() if (dutch.folder / a / "index.html").is_file()} - pages
    assert former <= {old if old.endswith("/") else f"{old}/" for old in site.moves.answers}
    for address in addresses:
        file = dutch.folder / address
        assert (file / "index.html" if address in pages else file).is_file(), address


# In a browser.


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 740})
    yield opened
    opened.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("producten/proefles/", "producten/meetles/"),
        ("producten/proefles/#kern-eerst-zelf", "producten/meetles/#kern-eerst-zelf"),
        ("producten/proefles/#kern-oud", "producten/los-idee/"),
        ("producten/proefles/?a=b#doelen", "producten/meetles/?a=b#doelen"),
        ("scholen/de-proefschool/proefles", "scholen/de-proefschool/meetles/"),
    ],
)
def test_an_old_link_ends_where_it_meant_to(page: Page, moved: str, old: str, new: str) -> None:
    refused: list[str] = []
    page.on("console", lambda m: refused.append(m.text) if m.type == "error" else None)
    page.goto(moved + old)
    page.wait_for_url(moved + new)
    assert page.locator("h1").count() == 1
    assert refused == []


@pytest.mark.browser
def test_an_old_link_works_without_scripts(browser: Browser, moved: str) -> None:
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{moved}producten/proefles/")
    plain.wait_for_url(f"{moved}producten/meetles/")
    plain.context.close()


@pytest.mark.browser
def test_an_old_part_of_a_page_that_stands_is_found_there(page: Page, moved: str) -> None:
    page.goto(f"{moved}producten/meetles/#kern-nog-ouder")
    here = "document.querySelector('#kern-nog-ouder').closest('li').id"
    assert page.evaluate(here) == "kern-eerst-zelf"
    page.goto(f"{moved}#welkom")
    assert page.locator("#welkom a").get_attribute("href") == "producten/"
