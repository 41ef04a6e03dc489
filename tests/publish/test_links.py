"""Links within a site: what a page leads to is there, or somebody hears where it is not."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.exceptions import PluginError

from brugwerk import bridge
from brugwerk.bridge import records
from brugwerk.macros import PUBLICATION_KEY
from brugwerk.problems import Place, explain
from brugwerk.publish.compose import composed_site, contents
from brugwerk.publish.links import Held, Origin, PublishedSite, built_site, held
from brugwerk.publish.origins import Origins
from tests import builders
from tests.html import parse
from tests.in_memory import publish, small_site

if TYPE_CHECKING:
    from brugwerk.problems import Problem
    from brugwerk.publish.publication import Publication

FILE = PurePosixPath("docs/index.md")
PAGES = {
    "": '<a href="les/">',
    "les/": '<h2 id="doelen">Doelen</h2><a href="./files/blad.pdf">',
    "net/draaiboek/": '<a name="oud">',
    "404.html": '<a href="/">',
}
FILES = {"les/files/blad.pdf", "les/files/kring.png", "assets/pagina.css"}


def holding(pages: dict[str, str]) -> dict[str, Held]:
    return {address: held(html) for address, html in pages.items()}


def broken(
    link: str, page: str = "les/", *, attribute: str = "href", text: str = "", address: str = ""
) -> tuple[Problem, ...]:
    html = f'{PAGES[page]}<x {attribute}="{link}">'
    site = PublishedSite(holding({**PAGES, page: html}), FILES, address)
    return site.problems(lambda _: Origin(FILE, text))


@pytest.mark.parametrize(
    "link",
    [
        *("./", "#", "#doelen", "../", "../#top", "../les/#doelen", "files/blad.pdf#page=2"),
        *("../net/draaiboek/#oud", "../net/draaiboek", "index.html#doelen", "/les/#doelen"),
        *("?q=a#doelen", "../les/?q=a", "../404.html", "/", "files/../files/blad.pdf"),
        *("#doelen:~:text=Doelen", "#:~:text=Doelen", "files/%62lad.pdf", "../les/#do%65len"),
        *("https://example.org/weg/", "//example.org/weg", "mailto:a@example.org", "data:,x"),
        "../les/&#35;doelen",
    ],
)
def test_a_link_to_what_is_there_is_no_problem(link: str) -> None:
    assert broken(link) == ()


@pytest.mark.parametrize(
    ("link", "code"),
    [
        *((link, "BW981") for link in ("weg/", "../weg/", "/weg/", "files/weg.pdf", "../../x/")),
        *((link, "BW981") for link in ("files/", "../net/", "index.htm", "http://[", "%00")),
        *((link, "BW982") for link in ("#weg", "../les/#weg", "../net/draaiboek/#doelen", "?a#b")),
    ],
)
def test_a_link_to_what_is_not_there_is_a_problem(link: str, code: str) -> None:
    assert [problem.code for problem in broken(link)] == [code]


@pytest.mark.parametrize("attribute", ["href", "src", "poster", "SRC"])
def test_pictures_and_scripts_are_looked_at_like_links(attribute: str) -> None:
    assert broken("files/kring.png", attribute=attribute) == ()
    assert len(broken("files/kringen.png", attribute=attribute)) == 1


def test_a_problem_names_the_page_the_link_and_what_may_be_meant() -> None:
    (problem,) = broken("files/kringen.png")
    said = explain(problem, "nl")
    assert "`/les/`" in said.what
    assert "`files/kringen.png`" in said.what
    assert said.mend.endswith("Bedoelde je `les/files/kring.png`?")


def test_an_anchor_that_is_nearly_right_is_offered() -> None:
    (problem,) = broken("#doel")
    assert explain(problem, "en").mend.endswith("Did you mean `doelen`?")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Een\n\nZie [dit](weg/#x).\n", Place(FILE, 3, 11)),
        ("Een\n\n  Zie [dit](elders.md#x)\n", Place(FILE, 3, 22)),
        ("Niets daarvan.", Place(FILE)),
        ("", Place(FILE)),
    ],
)
def test_a_problem_points_at_the_line_where_the_link_was_written(text: str, place: Place) -> None:
    (problem,) = broken("weg/#x", text=text)
    assert problem.place == place


ADDRESS = "https://example.org/brug/"


@pytest.mark.parametrize(
    ("link", "count"),
    [
        *((f"{ADDRESS}les/#doelen", 0), (f"{ADDRESS}weg/", 1), (f"{ADDRESS}les/#weg", 1)),
        *(("https://example.org/elders/", 0), ("/brug/les/", 0), ("/les/", 1), ("/brug/", 0)),
    ],
)
def test_a_site_below_a_path_knows_its_own_full_addresses(link: str, count: int) -> None:
    pages = {**PAGES, "404.html": '<a href="/brug/les/">', "les/": PAGES["les/"]}
    pages["les/"] += f'<a href="{link}">'
    site = PublishedSite(holding(pages), FILES, ADDRESS)
    assert len(site.problems(lambda _: Origin(FILE))) == count


# Reading a page.


@pytest.mark.parametrize(
    ("html", "links", "anchors"),
    [
        ("<a title='a>b' href='x/' id=y>", ("x/",), {"y"}),
        ("<a\n  href=x/ >", ("x/",), set()),
        ('<a href="a?b&amp;c">', ("a?b&c",), set()),
        ('<!-- <a href="x"> --><p>&lt;a href="x"> a href="x"</p>', (), set()),
        ('<script src="a.js">let x = \'<a href="b">\'</script>', ("a.js",), set()),
        ('<style>a:after{content:"<a href=b>"}</style>', (), set()),
        ('<input name="x"><a name="y"><meta name="z">', (), {"y"}),
        ('<a data-href="x" xid="y">', (), set()),
        ('<svg><a href="x/"><path d="M0"/></a></svg>', ("x/",), set()),
    ],
)
def test_links_and_anchors_are_read_as_a_browser_reads_them(
    html: str, links: tuple[str, ...], anchors: set[str]
) -> None:
    assert (held(html).links, held(html).anchors) == (links, frozenset(anchors))


WORD = st.text(st.sampled_from("ab<>='\"& #/"), max_size=8)


@given(WORD, WORD, WORD)
def test_any_text_and_any_link_are_read_as_the_parser_of_python_reads_them(
    text: str, title: str, link: str
) -> None:
    safe = [part.replace("&", "&amp;").replace('"', "&quot;") for part in (title, link)]
    shown = text.replace("&", "&amp;").replace("<", "&lt;")
    html = f'<p>{shown}</p><a title="{safe[0]}" href="{safe[1]}">{shown}</a>'
    assert [found for found in held(html).links if found] == [
        stripped for found in parse(html).links() if (stripped := found.strip())
    ]


# Whole sites.


def test_the_built_site_is_read_from_its_folder(tmp_path: Path) -> None:
    for name in ("index.html", "les/index.html", "404.html", "les/blad.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"\xff")
    site = built_site(tmp_path)
    assert set(site.pages) == {"", "les/", "404.html"}
    assert set(site.files) == {"les/blad.pdf"}


def test_every_link_between_composed_pages_leads_somewhere(site: Publication, root: Path) -> None:
    assert composed_site(site, contents(site)).problems(Origins(site, root).of) == ()


def test_composing_leaves_links_to_pages_written_by_hand_to_others() -> None:
    found = publish(small_site())
    made = contents(found)
    made["producten/index.md"] += '<a href="../uitleg/weg/"><a href="../bijdragen/weg/">'
    made["producten/index.md"] += '<a href="../scholen/weg/"><a href="proefles/#weg">'
    problems = composed_site(found, made).problems(Origins(found, Path()).of)
    assert [problem.code for problem in problems] == ["BW981", "BW982"]


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("producten/proefles/", builders.PRODUCT),
        ("scholen/de-proefschool/proefles/", builders.ADOPTION),
        ("uitleg/over/", "docs/uitleg/over.md"),
        ("op-weg/", "docs/op-weg/index.md"),
        ("", "docs/index.md"),
        ("producten/", "site/producten/index.html"),
        ("404.html", "site/404.html"),
    ],
)
def test_a_page_leads_back_to_the_file_behind_it(
    address: str, file: str, site: Publication, root: Path
) -> None:
    for written in ("docs/uitleg/over.md", "docs/op-weg/index.md", "docs/index.md"):
        (root / written).parent.mkdir(parents=True, exist_ok=True)
        (root / written).touch()
    assert Origins(site, root).of(address).file == PurePosixPath(file)


def test_an_english_page_leads_back_to_its_english_file(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name in ("over.md", "over.en.md"):
        (tmp_path / "docs" / name).touch()
    english = publish(small_site(language="en"))
    assert Origins(english, tmp_path).of("over/").file == PurePosixPath("docs/over.en.md")


# At the end of a build.


def built(folder: Path, link: str, *, strict: bool) -> SimpleNamespace:
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text(f'<a href="{link}">', "utf-8")
    return SimpleNamespace(
        extra={PUBLICATION_KEY: publish(small_site())},
        site_dir=str(folder / "site"),
        site_url="",
        config_file_path=str(folder / "mkdocs.yml"),
        strict=strict,
    )


def test_a_broken_link_stops_a_strict_build_with_its_place(tmp_path: Path) -> None:
    config = built(tmp_path, "weg/", strict=True)
    with pytest.raises(PluginError, match=r"site/index\.html:1:1: fout BW981: .*`weg/`"):
        bridge.check_links(config)  # type: ignore[arg-type]


def test_a_sound_site_passes(tmp_path: Path) -> None:
    bridge.check_links(built(tmp_path, "./", strict=True))  # type: ignore[arg-type]


@pytest.mark.parametrize("serving", [True, False])
def test_while_someone_writes_a_broken_link_is_shown_and_stops_nothing(
    serving: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(records.serving, "now", serving)
    bridge.check_links(built(tmp_path, "weg/", strict=serving))  # type: ignore[arg-type]
    assert "BW981" in caplog.text
