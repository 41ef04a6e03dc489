"""The real site builds strictly in both languages, and every link in it leads somewhere."""

from __future__ import annotations

import html.parser
import posixpath
import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from bench.host.checks import Served, problems
from bench.host.server import program, running

from brugwerk.check import check_site
from brugwerk.publish.attachments import Store
from brugwerk.publish.publication import publication
from tests.site import crawling
from tests.site.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.conftest import Built

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]
TOGETHER = ("dutch", "english")


class _Links(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "src"} and value is not None and tag != "base":
                self.links.append(value)


@cache
def parsed(path: Path) -> _Links:
    parser = _Links()
    parser.feed(path.read_text("utf-8"))
    return parser


def broken_links(site: Path) -> list[str]:
    """Return ``page: link`` for every internal link without a page, file or anchor behind it."""
    broken = []
    for page in sorted(site.rglob("index.html")):
        address = page.relative_to(site).as_posix().removesuffix("index.html")
        for link in parsed(page).links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = posixpath.normpath(posixpath.join("/" + address, unquote(parts.path)))
            file = site / target.lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file() or (
                parts.fragment and unquote(parts.fragment) not in {*parsed(file).ids, "__top"}
            ):
                broken.append(f"{address}: {link}")
    return broken


@pytest.mark.parametrize("language", TOGETHER)
def test_the_real_site_builds_without_a_warning(
    language: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(language)
    assert built.said.returncode == 0, built.said.stderr
    assert "WARNING" not in built.said.stderr
    assert "ERROR" not in built.said.stderr


@pytest.mark.parametrize("language", TOGETHER)
def test_every_internal_link_and_anchor_leads_somewhere(
    language: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(language)
    assert broken_links(built.folder) == []


@pytest.mark.parametrize("language", TOGETHER)
def test_no_page_uses_an_id_twice(language: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(language)
    twice = {}
    for page in built.folder.rglob("index.html"):
        ids = parsed(page).ids
        if repeated := {name for name in ids if ids.count(name) > 1}:
            twice[str(page.relative_to(built.folder))] = repeated
    assert twice == {}


def test_every_generated_page_is_published(dutch: Built) -> None:
    site = publication(check_site(ROOT))
    missing = {page.address for page in site.pages.values()} - set(dutch.addresses())
    assert missing == set()


def test_every_attachment_is_published_as_readers_get_it(dutch: Built, tmp_path: Path) -> None:
    site = publication(check_site(ROOT))
    attachments = dict(site.attachments())
    assert attachments
    store = Store(tmp_path)
    for address, file in attachments.items():
        assert (dutch.folder / address).read_bytes() == store.cleaned(file)


def test_a_site_whose_settings_name_no_editor_has_none(dutch: Built) -> None:
    assert not (dutch.folder / "bijdragen/redactie").exists()
    assert 'href="redactie/' not in dutch.html("bijdragen/")
    assert "Op deze site staat de redactie uit" in dutch.html("bijdragen/werken-in-de-redactie/")


def test_no_page_shows_a_template_or_a_missing_value(dutch: Built) -> None:
    for address in dutch.addresses():
        # A page that stands outside the site's frame has only the latter.
        content = re.search(r"<(article|main)\b.*?</\1>", dutch.html(address), re.DOTALL)
        assert content, address
        # A source entry in BibTeX keeps a title between two braces.
        shown = re.sub(r"<pre.*?</pre>", "", content.group(), flags=re.DOTALL)
        for mark in ("{{", "{%", "Undefined", ">None<", "&lt;span"):
            assert mark not in shown, f"{address}: {mark}"


def test_the_english_site_speaks_english_around_dutch_content(english: Built) -> None:
    html = english.html("producten/breuken-met-bewijs/")
    assert '<html lang="en"' in html
    assert "What stays and what is free" in html
    assert 'lang="nl"' in html
    assert "Breuken met bewijs" in html


def test_the_dutch_site_has_no_english_interface_text(dutch: Built) -> None:
    html = dutch.html("producten/breuken-met-bewijs/")
    for english in ("What stays", "For whom", "Print<", "Attachments", "Skip to content"):
        assert english not in html


def test_a_crawler_of_others_finds_no_broken_link(served: str) -> None:
    assert crawling.broken_links(served) == []


def test_a_real_host_with_our_file_does_all_that_it_must_for_the_whole_site(dutch: Built) -> None:
    if program("nginx") is None:
        pytest.skip("nginx is not installed here (Debian: apt install nginx)")
    with running("nginx", dutch.folder) as address:
        assert list(problems(Served(address, dutch.folder))) == []
