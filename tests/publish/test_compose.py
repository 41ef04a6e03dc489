"""The same pages as plain Markdown files, for whichever generator comes next."""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.publish.attachments import Store
from brugwerk.publish.compose import as_markdown, compose, contents
from brugwerk.publish.exported import addresses
from brugwerk.render.page import Page
from brugwerk.shelf import Shelf
from tests.builders import WORKSHEET, product
from tests.html import Parsed, parse
from tests.in_memory import catalogue, publish

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.publish.publication import Publication


def files_below(folder: Path) -> dict[str, Path]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in found}


def compose_beside(site: Publication, out: Path) -> tuple[int, int]:
    store, shelf = Store(out.parent / "schoon"), Shelf(out.parent / "bewaard")
    return compose(site, out, contents(site), store, shelf)


def made(title: str = "Een titel", description: str = "Een zin.") -> Page:
    return Page(address="a/", kind="product", title=title, description=description, view=None)


def front_matter(text: str) -> dict[str, str]:
    front: dict[str, str] = yaml.safe_load(text.split("---\n")[1])
    return front


def as_html(text: str) -> Parsed:
    """What a Markdown generator with the usual extensions makes of a composed file."""
    body = text.split("---\n", 2)[2]
    return parse(markdown.markdown(body, extensions=["attr_list", "md_in_html", "toc", "tables"]))


# The folder.


def test_the_same_pages_and_attachments_are_written_as_are_published(
    site: Publication, tmp_path: Path
) -> None:
    count, written = compose_beside(site, tmp_path)
    expected = {*site.pages, *(a for a, _ in site.attachments()), *addresses(site, contents(site))}
    assert set(files_below(tmp_path)) == expected
    assert count == written == len(expected)


def test_an_attachment_is_copied_byte_for_byte(
    site: Publication, root: Path, tmp_path: Path
) -> None:
    compose_beside(site, tmp_path)
    copy = tmp_path / "producten/proefles/files/werkblad.pdf"
    assert copy.read_bytes() == (root / WORKSHEET).read_bytes()


def test_files_that_did_not_change_are_left_alone(site: Publication, tmp_path: Path) -> None:
    compose_beside(site, tmp_path)
    for path in files_below(tmp_path).values():
        os.utime(path, (0, 0))
    count, written = compose_beside(site, tmp_path)
    assert count == len(files_below(tmp_path))
    assert written == 0
    assert {path.stat().st_mtime for path in files_below(tmp_path).values()} == {0}


def test_only_what_changed_is_written_again(site: Publication, tmp_path: Path) -> None:
    compose_beside(site, tmp_path)
    page = tmp_path / "producten/proefles/index.md"
    before = page.read_bytes()
    page.write_text("anders")
    (tmp_path / "producten/proefles/files/werkblad.pdf").unlink()
    assert compose_beside(site, tmp_path)[1] == 2
    assert page.read_bytes() == before


def test_other_files_in_the_folder_are_left_alone(site: Publication, tmp_path: Path) -> None:
    other = tmp_path / "producten/eigen.md"
    other.parent.mkdir(parents=True)
    other.write_text("van iemand anders")
    compose_beside(site, tmp_path)
    assert other.read_text() == "van iemand anders"


def test_the_folder_is_made_where_it_does_not_exist(site: Publication, tmp_path: Path) -> None:
    compose_beside(site, tmp_path / "diep" / "weg")
    assert (tmp_path / "diep/weg/producten/index.md").is_file()


def test_redirects_come_along_with_all_that_they_need(tmp_path: Path) -> None:
    found = publish(catalogue(products={"les": product(aliases=["oude-les"])}))
    compose_beside(found, tmp_path / "uit")
    names = set(files_below(tmp_path / "uit"))
    assert {"producten/oude-les/index.html", "_redirects", ".htaccess"} <= names
    assert {"assets/former/former.js", "assets/former/former.css"} <= names


# One file.


def test_a_file_has_title_and_description_in_its_front_matter(
    site: Publication, tmp_path: Path
) -> None:
    compose_beside(site, tmp_path)
    for document, page in site.pages.items():
        front = front_matter((tmp_path / document).read_text("utf-8"))
        assert front["title"] == page.title
        assert " ".join(front["description"].split()) == " ".join(page.description.split())


PRINTED = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40
)


@given(PRINTED, PRINTED)
def test_any_title_and_description_can_be_read_back(title: str, description: str) -> None:
    front = front_matter(as_markdown(made(title, description), "<p>x</p>"))
    assert front["title"] == title
    assert front["description"].split() == description.split()


@pytest.mark.parametrize("character", ["\x7f", "\x85"])
def test_a_title_with_a_control_character_can_be_read_back(character: str) -> None:
    title = f"a{character}b"
    assert front_matter(as_markdown(made(title), "<p>x</p>"))["title"] == title


def test_headings_become_markdown_with_their_anchors() -> None:
    html = '<h1>Titel</h1>\n<p>x</p>\n<h2 id="doelen">Doelen</h2>\n<p>y</p>'
    lines = as_markdown(made(), html).splitlines()
    assert "# Titel" in lines
    assert "## Doelen { #doelen }" in lines


def test_a_generator_finds_the_headings_and_the_rest_of_a_page(
    site: Publication, tmp_path: Path
) -> None:
    compose_beside(site, tmp_path)
    for document, page in site.pages.items():
        original = parse(site.render(page))
        composed = as_html((tmp_path / document).read_text("utf-8"))
        assert [h.text.split() for h in composed.all("h1", "h2")] == [
            h.text.split() for h in original.all("h1", "h2")
        ]
        assert {h.get("id") for h in original.all("h2")} <= {
            h.get("id") for h in composed.all("h2")
        }
        assert composed.text.split() == original.text.split()
        assert composed.links() == original.links()


HEADINGS = [
    "*ster* _streep_ **vet**",
    "[tekst](https://example.org) ![x](y)",
    "`code` $x^2$ ~weg~",
    "# hek ## {#anker .klas onclick=x}",
    "1. eerst",
    "- streep",
    "<script>alert(1)</script> & <b>",
    "{{ 7*7 }} {% raw %} {: .x }",
    "\\*al ontsnapt\\*",
    "a | b :smile: www.example.org",
    "&lt;b&gt; &amp;",
    "regel ## ",
]


@pytest.mark.parametrize("title", HEADINGS)
def test_the_text_of_a_heading_stays_text(title: str) -> None:
    found = publish(catalogue(products={"les": product(title=title)}))
    page = found.pages["producten/les/index.md"]
    text = as_markdown(page, found.render(page))
    (heading,) = as_html(text).all("h1")
    assert heading.text.split() == title.split()
    assert as_html(text).dangers() == []


@given(PRINTED)
def test_no_heading_leaves_a_sign_of_markdown_or_of_a_template(title: str) -> None:
    text = as_markdown(made(), f"<h1>x{escape(title)}x</h1>")
    (line,) = [line for line in text.splitlines() if line.startswith("# ")]
    assert not set("*_`[]{}<>|") & set(line)


def test_html_between_headings_has_no_empty_line_that_would_end_it() -> None:
    html = "<h1>T</h1>\n<p>a</p>\n\n \n<p>b</p>\n\n"
    body = as_markdown(made(), html).split("# T\n\n")[1]
    assert "\n\n" not in body.rstrip("\n")


@pytest.mark.parametrize("typed", ["een\n\ntwee\n", "een\n\n\n\ntwee\n"])
def test_code_keeps_its_empty_lines(typed: str) -> None:
    text = as_markdown(made(), f"<h1>T</h1>\n<pre><code>{typed}</code></pre>")
    (code,) = as_html(text).all("code")
    assert code.text == typed
