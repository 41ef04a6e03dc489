"""What a site publishes: every page at one address, every attachment beside its product."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from brugwerk.publish.compose import contents
from brugwerk.publish.exported import addresses
from brugwerk.publish.publication import publication
from brugwerk.render.headings import Heading, headings
from tests.builders import REPOSITORY, WORKSHEET
from tests.html import parse
from tests.in_memory import publish, small_site

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.check import Checked
    from brugwerk.publish.publication import Publication


DOCS = REPOSITORY / "docs"


def test_pages_are_found_by_their_document(site: Publication) -> None:
    assert site.pages["producten/proefles/index.md"].address == "producten/proefles/"
    assert all(document == page.document for document, page in site.pages.items())


def test_attachments_are_published_beside_their_product(site: Publication, root: Path) -> None:
    assert list(site.attachments()) == [("producten/proefles/files/werkblad.pdf", root / WORKSHEET)]


def written() -> set[str]:
    """The addresses of what a site has in docs/: pages written by hand, and files as they are."""
    files = {file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*") if file.is_file()}
    pages = {f"{file.removesuffix('.md')}/" for file in files if file.endswith(".md")}
    return files | pages | {page.removesuffix("index/") for page in pages}


def test_every_link_on_every_page_leads_to_a_page_or_a_file(site: Publication) -> None:
    published = site.published | addresses(site, contents(site)) | written()
    lost = set()
    for page in site.pages.values():
        for link in parse(site.render(page)).links():
            path = link.partition("#")[0].partition("?")[0]
            if not path or "//" in path or path.startswith("mailto:"):
                continue
            reached = posixpath.normpath(posixpath.join(f"/{page.address}", path)).lstrip("/")
            address = f"{reached}/" if reached and path.endswith("/") else reached
            if address and address not in published:
                lost.add((page.address, link))
    assert lost == set()


def test_every_anchor_in_a_link_is_on_the_page_that_it_leads_to(site: Publication) -> None:
    ids = {p.address: set(parse(site.render(p)).ids()) for p in site.pages.values()}
    lost = set()
    for page in site.pages.values():
        for link in parse(site.render(page)).links():
            path, mark, anchor = link.partition("#")
            if not mark or "//" in path:
                continue
            joined = posixpath.normpath(posixpath.join(f"/{page.address}", path)).lstrip("/")
            if anchor not in ids.get(f"{joined}/", {anchor}):
                lost.add((page.address, link))
    assert lost == set()


def test_a_site_can_be_published_in_another_language_than_its_own(checked: Checked) -> None:
    dutch, english = publication(checked), publication(checked, "en")
    assert dutch.catalogue.settings.language == "nl"
    assert english.catalogue.settings.language == "en"
    assert list(dutch.pages) == list(english.pages)
    assert dutch.catalogue.settings.title == english.catalogue.settings.title


def test_a_language_that_brugwerk_does_not_speak_is_an_error(checked: Checked) -> None:
    with pytest.raises(ValidationError):
        publication(checked, "fr")


def test_rendering_twice_gives_the_same(checked: Checked) -> None:
    first, second = publication(checked), publication(checked)
    for document, page in first.pages.items():
        assert first.render(page) == second.render(second.pages[document])


def test_two_pages_at_one_address_are_an_error_and_not_a_lost_page() -> None:
    clash = publish(small_site(path_words={"schools": "producten"}))
    with pytest.raises(ValueError, match="producten/"):
        _ = clash.pages


# The table of contents.


def test_headings_are_the_second_and_third_level_in_order() -> None:
    html = '<h1>T</h1><h2 id="a">A</h2><p>x</p><h3 id="b">B</h3><h4 id="c">C</h4><h2 id="d">D</h2>'
    assert headings(html) == (Heading(2, "a", "A"), Heading(3, "b", "B"), Heading(2, "d", "D"))


def test_a_heading_without_an_anchor_is_not_in_the_table_of_contents() -> None:
    assert headings('<h2>A</h2><h2 class="card-title">B</h2>') == ()


def test_the_text_of_a_heading_has_no_tags_and_stays_escaped() -> None:
    html = '<h2 id="a"> 1. <em>Een</em> &lt;b&gt; <span lang="nl">twee</span>\n</h2>'
    assert headings(html) == (Heading(2, "a", "1. Een &lt;b&gt; twee"),)


def test_the_table_of_contents_of_a_page_leads_to_its_anchors(site: Publication) -> None:
    for page in site.pages.values():
        html = site.render(page)
        found = headings(html)
        assert len({heading.anchor for heading in found}) == len(found)
        assert {heading.anchor for heading in found} <= set(parse(html).ids())
        assert all(heading.text for heading in found)
