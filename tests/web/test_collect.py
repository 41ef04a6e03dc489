"""Which links to the web a site holds, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brugwerk.read.site import read_site
from brugwerk.web.collect import links_in, web_links
from tests.builders import IDEA, PRODUCT, as_file, complete_product, edited, product, write_site

if TYPE_CHECKING:
    from pathlib import Path


def found(text: str) -> list[str]:
    return [link for _, link in links_in(text)]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Zie https://a.nl/b.", ["https://a.nl/b"]),
        ("[a](https://a.nl/b_(c)) en (https://a.nl/d).", ["https://a.nl/b_(c)", "https://a.nl/d"]),
        ('[a](https://a.nl "Titel")[b](http://b.nl)', ["https://a.nl", "http://b.nl"]),
        ("<https://a.nl/?x=1&y=2#z>", ["https://a.nl/?x=1&y=2#z"]),
        ('<a href="https://a.nl/?x&amp;y">', ["https://a.nl/?x&y"]),
        ("[a]: https://a.nl/b\n", ["https://a.nl/b"]),
        ('url: "https://a.nl/b", x: 1', ["https://a.nl/b"]),
        ("[x, https://a.nl/b]", ["https://a.nl/b"]),
        ("| https://a.nl/b | c |", ["https://a.nl/b"]),
        ("**https://a.nl/b**", ["https://a.nl/b"]),
        ("HTTPS://A.nl/b", ["HTTPS://A.nl/b"]),
        ("https://a.nl/ë", ["https://a.nl/ë"]),
        ("`https://a.nl` en\n\n```\nhttps://b.nl\n```\n", []),
        ("https:// en http:/a en git+https://a.nl", []),
    ],
)
def test_links_are_found_where_a_reader_sees_them(text: str, links: list[str]) -> None:
    assert found(text) == links


def test_links_of_records_and_pages_by_hand_have_their_places(tmp_path: Path) -> None:
    record = edited(complete_product(), "evidence.0.url", "https://a.nl/bron")
    text = as_file(record, "Lees [dit](https://a.nl/bron#deel) eerst.\n")
    line = text[: text.index("https://a.nl/bron\n")].count("\n") + 1
    body = text.count("\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/x.en.md").write_text("# X\n\nZie https://a.nl/bron\n", "utf-8")
    site = write_site(tmp_path, {PRODUCT: text})
    links = web_links(read_site(site))
    assert [str(p) for p in links["https://a.nl/bron"]] == [
        "docs/x.en.md:3:5",
        f"{PRODUCT}:{line}:8",
    ]
    assert [str(p) for p in links["https://a.nl/bron#deel"]] == [f"{PRODUCT}:{body}:12"]


def test_lists_and_settings_are_looked_at_too(tmp_path: Path) -> None:
    files = {"brugwerk.yml": "repository: https://forge.nl/a/b\n"}
    links = web_links(read_site(write_site(tmp_path, files)))
    assert str(links["https://forge.nl/a/b"][0]) == "brugwerk.yml:1:13"
    assert any(str(p.file) == "vocabulary/licences.yml" for ps in links.values() for p in ps)


@pytest.mark.parametrize(
    "text",
    [
        *("https://example.org/a", "https://www.example.com", "http://a.test/", "http://b.invalid"),
        "https://school.example/",
    ],
)
def test_names_that_are_kept_for_examples_are_passed_by(text: str, tmp_path: Path) -> None:
    files = {IDEA: as_file(product(), text)}
    links = web_links(read_site(write_site(tmp_path, files)))
    assert not any("creativecommons" not in link for link in links)


def test_comments_of_yaml_are_passed_by_and_headings_of_markdown_are_not(tmp_path: Path) -> None:
    text = as_file(product(), "# https://a.nl/kop\n").replace("---\n", "---\n# https://b.nl\n", 1)
    links = web_links(read_site(write_site(tmp_path, {IDEA: text})))
    assert [link for link in links if "creativecommons" not in link] == ["https://a.nl/kop"]


@pytest.mark.parametrize("own", ["https://site.nl/brug/", "https://site.nl/brug"])
def test_the_site_itself_is_not_asked(own: str, tmp_path: Path) -> None:
    text = "https://site.nl/brug https://site.nl/brug/a/ https://site.nl/brugwerk"
    links = web_links(read_site(write_site(tmp_path, {IDEA: as_file(product(), text)})), own)
    assert [link for link in links if "site.nl" in link] == ["https://site.nl/brugwerk"]
