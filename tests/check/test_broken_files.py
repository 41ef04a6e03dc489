"""Files that cannot be read, that stand in the wrong place, or that nobody can open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import (
    IDEA,
    PRODUCT,
    WORKSHEET,
    as_file,
    pdf,
    product,
    reflection,
)
from tests.check.broken import Broken, assert_found, problems_of

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = as_file(product())


def idea(code: str, about: str, text: str | bytes, at: str = "", *also: str) -> Broken:
    """The draft of the sound site, with another text in its file."""
    return Broken(code, about, IDEA, at, {IDEA: text}, also)


def with_first_line(line: str) -> str:
    """The draft with one more line at the top of its front matter."""
    return DRAFT.replace("---\n", f"---\n{line}\n", 1)


def with_body(body: str) -> str:
    return as_file(product(), body)


def link_elsewhere(name: str) -> object:
    def prepare(root: Path) -> None:
        (root / name).symlink_to(root / PRODUCT)

    return prepare


def enlarge_worksheet(root: Path) -> None:
    with (root / WORKSHEET).open("r+b") as stream:
        stream.truncate(20_000_001)


DEEP = "a: " + "[" * 30 + "]" * 30
RUNAWAY = "a: " + "[" * 5_000 + "]" * 5_000

UNREADABLE = (
    Broken("BW001", "folder in the place of the file", IDEA, "", {IDEA: None, f"{IDEA}/a": ""}),
    idea("BW002", "latin-1", "---\ntitle: Een idee\nsummary: café\n".encode("latin-1"), "\ufffd"),
    idea("BW003", "no content", ""),
    idea("BW003", "only blank lines", "\n \n"),
    idea("BW003", "front matter with nothing in braces", "---\n{}\n---\n"),
    idea("BW004", "only text", "# Een idee\n\nZomaar.\n"),
    idea("BW004", "text above the front matter", f"Hallo\n{DRAFT}"),
    idea("BW005", "no closing line", DRAFT.removesuffix("---\n"), "---"),
    idea("BW005", "no closing line, below blank lines", "\n\n---\ntitle: x\n", "---"),
    idea("BW006", "tab as indent", with_first_line("core:\n\t- id: x"), "\t"),
    idea("BW007", "colon in a text", with_first_line("aliases: een: twee"), "aliases: een^: twee"),
    idea("BW007", "bracket left open", "---\nmade_by: [teacher\ntitle: x\n---\n", "^: x"),
    idea(
        "BW007",
        "group of keys as a key",
        with_first_line("audience: {{naam}}"),
        "{^{naam}}",
        "BW103",
    ),
    idea("BW007", "sign that begins no text", with_first_line("audience: @allen"), "@allen"),
    idea("BW008", "title twice", with_first_line("title: Nog een"), "^title: Een los"),
    idea("BW009", "reference to nothing", with_first_line("audience: *allen"), "*allen"),
    idea("BW009", "tag", with_first_line("audience: !belangrijk dit"), "!belangrijk"),
    idea("BW010", "list of texts", "---\n- een\n- twee\n---\n", "- een"),
    idea("BW010", "plain text", "---\nZomaar.\n---\n", "Zomaar"),
    idea("BW010", "nothing between the lines", "---\n---\n", "---\n^---"),
    idea("BW011", "more than a megabyte", with_body("a" * 1_000_000)),
    idea("BW012", "lists in lists", with_first_line(DEEP), "[" * 20 + "^[" + "[" * 9, "BW102"),
    idea("BW012", "runaway brackets", with_first_line(RUNAWAY), "a: " + "[" * 99 + "^["),
    idea("BW016", "bell", with_first_line("audience: a\x07b"), "audience: a^\x07b"),
)

MISPLACED = (
    Broken("BW013", "text beside the folders", "products/los.md", files={"products/los.md": DRAFT}),
    Broken(
        "BW013",
        "attachment beside the record",
        "products/los-idee/blad.pdf",
        files={"products/los-idee/blad.pdf": pdf()},
    ),
    Broken(
        "BW013",
        "folder in a network",
        "networks/het-proefnet/foto",
        files={"networks/het-proefnet/foto/a.png": b""},
    ),
    Broken(
        "BW013",
        "picture beside reflections",
        "networks/het-proefnet/reflections/a.png",
        files={"networks/het-proefnet/reflections/a.png": b""},
    ),
    Broken(
        "BW013",
        "picture in a school",
        "schools/de-proefschool/a.png",
        files={"schools/de-proefschool/a.png": b""},
    ),
    Broken(
        "BW013",
        "list with another ending",
        "vocabulary/talen.yaml",
        files={"vocabulary/talen.yaml": "terms: []"},
    ),
    Broken("BW014", "folder without record", "products/leeg", files={"products/leeg/x.md": DRAFT}),
    Broken(
        "BW015",
        "folder with capitals",
        "products/Een Les",
        files={"products/Een Les/index.md": DRAFT},
    ),
    Broken(
        "BW015",
        "adoption with capitals",
        "schools/de-proefschool/Proefles.md",
        files={"schools/de-proefschool/Proefles.md": DRAFT},
        also=("BW883",),
    ),
    Broken("BW017", "link to a record", "products/kopie", prepare=link_elsewhere("products/kopie")),
    Broken(
        "BW018",
        "reflection without a date",
        "networks/het-proefnet/reflections/februari.md",
        files={"networks/het-proefnet/reflections/februari.md": as_file(reflection())},
    ),
    Broken(
        "BW018",
        "day that does not exist",
        "networks/het-proefnet/reflections/2026-02-30.md",
        files={"networks/het-proefnet/reflections/2026-02-30.md": as_file(reflection())},
    ),
)

ATTACHED = "products/proefles/files"
ATTACHMENTS = (
    Broken("BW305", "named but not there", PRODUCT, "^files/werkblad.pdf", {WORKSHEET: None}),
    Broken("BW306", "there but not named", PRODUCT, "^files:\n", {f"{ATTACHED}/b.pdf": pdf()}),
    Broken(
        "BW306",
        "there, and no list of files",
        IDEA,
        "^title:",
        {"products/los-idee/files/b.pdf": pdf()},
    ),
    Broken("BW307", "nothing in it", WORKSHEET, "", {WORKSHEET: b""}),
    Broken("BW308", "text called PDF", WORKSHEET, "", {WORKSHEET: b"Hallo"}),
    Broken(
        "BW308",
        "ZIP that stops halfway",
        f"{ATTACHED}/b.docx",
        "",
        {f"{ATTACHED}/b.docx": b"PK\x03\x04 half"},
        also=("BW306",),
    ),
    Broken(
        "BW309", "program", f"{ATTACHED}/b.exe", "", {f"{ATTACHED}/b.exe": b"MZ"}, also=("BW306",)
    ),
    Broken(
        "BW309",
        "no ending",
        f"{ATTACHED}/LEESMIJ",
        "",
        {f"{ATTACHED}/LEESMIJ": b"x"},
        also=("BW306",),
    ),
    Broken("BW310", "more than twenty megabytes", WORKSHEET, prepare=enlarge_worksheet),
)

TEXTS = (
    idea(
        "BW801",
        "file that is not there",
        with_body("Zie [blad](files/blad.pdf).\n"),
        "files/blad.pdf",
    ),
    idea(
        "BW801",
        "page by its address",
        with_body("Zie [les](/producten/proefles/).\n"),
        "/producten",
    ),
    idea(
        "BW801",
        "outside the site",
        with_body("Zie [les](../../../geheim.md).\n"),
        "../../../geheim",
    ),
    idea(
        "BW801",
        "definition below the text",
        with_body("Zie [les].\n\n[les]: weg.md\n"),
        "[les]: ^weg",
    ),
    idea("BW801", "address that is none", with_body("Zie [les](http://[).\n"), "http://["),
    idea("BW801", "folder of a product", with_body("Zie [les](../proefles/).\n"), "../proefles/"),
    idea("BW801", "lower down in the text", with_body("Eerst.\n\nDan [x](y.md).\n"), "y.md"),
    idea("BW802", "tag", with_body("Hallo <b>daar.\n"), "<b>"),
    idea("BW802", "remark", with_body("Hallo\n<!-- later -->\n"), "<!--"),
    idea("BW802", "script", with_body("<script src=x>\n"), "<script"),
    idea(
        "BW802",
        "tag in the front matter",
        with_first_line("audience: Groep <br> 5."),
        "Groep <br>",
    ),
    idea(
        "BW803",
        "script in the front matter",
        with_first_line("audience: '[x](javascript:a)'"),
        "'[x]",
    ),
    idea(
        "BW801", "dead link in the front matter", with_first_line("audience: '[x](y.md)'"), "'[x]"
    ),
    idea("BW805", "unknown command", with_body("Reken $\\onbekend$ uit.\n"), "\\onbekend"),
    idea("BW805", "formula in the front matter", with_first_line("audience: $\\zo$"), "$\\zo$"),
    idea("BW806", "words turned around", with_body("Een \u202elaahrev\n"), "\u202e"),
    idea("BW806", "word cut in two", with_first_line("audience: les\u200bsen"), "les\u200b"),
    idea("BW808", "picture", with_body("![x](https://example.org/a.png)\n"), "https://e"),
    idea("BW808", "by a name", with_body("![x][a]\n\n[a]: https://example.org/a.png\n"), "![x]"),
    idea("BW810", "no words", with_body("![](../los-idee/index.md)\n"), "![]"),
    idea("BW810", "a file's name", with_body("![kring.PNG](../los-idee/index.md)\n"), "![k"),
    idea("BW810", "by a name", with_body("![ ][a]\n\n[a]: ../los-idee/index.md\n"), "![ ]"),
    idea("BW810", "front matter", with_first_line("audience: '![](index.md)'"), "'!["),
    idea("BW807", "address without https", with_body("[x](//example.org)\n"), "//example"),
    idea("BW807", "name before the site", with_body("[x](https://a@example.org/)\n"), "https://a"),
    idea("BW807", "backslash", with_body("[x](https:\\\\example.org)\n"), "https:"),
    idea("BW804", "lists in lists", with_body("Eerst.\n\n" + "- " * 12 + "diep\n"), "- " * 12),
    idea("BW804", "far indent", with_body("Eerst.\n\n" + " " * 61 + "diep\n"), "^" + " " * 61),
    idea("BW803", "script behind a link", with_body("[x](javascript:alert)\n"), "javascript:"),
    idea("BW803", "file on a computer", with_body("[x](file:///C:/les.pdf)\n"), "file:///"),
)

MISSPELT = DRAFT.replace("lesson", "lessson")
PLACES = (
    idea("BW105", "byte order mark", f"\ufeff{MISSPELT}", "lessson"),
    idea("BW105", "Windows line ends", MISSPELT.replace("\n", "\r\n"), "lessson"),
    idea("BW105", "blank lines at the top", f"\n\n{MISSPELT}", "lessson"),
    idea("BW105", "spaces behind ---", MISSPELT.replace("---\n", "---  \n"), "lessson"),
    idea("BW105", "remark above", MISSPELT.replace("---\n", "---\n# Wat?\n", 1), "lessson"),
    idea(
        "BW105",
        "keys in braces",
        "---\n{title: x, summary: y, type: les, status: draft}\n---\n",
        "les,",
    ),
    idea(
        "BW105",
        "accents before it",
        "---\n{title: één, summary: y, type: les, status: draft}\n---\n",
        "les,",
    ),
    idea("BW104", "key without a value", DRAFT.replace("Een los idee", ""), "title:^ "),
    idea(
        "BW101", "lowest part of a record", with_first_line("core:\n- id: a\n  what: b"), "- ^id: a"
    ),
    idea("BW801", "text straight below ---", f"{DRAFT}[x](y.md)\n", "y.md"),
    idea("BW801", "blank lines above the text", f"{DRAFT}\n\n\n[x](y.md)\n", "y.md"),
    idea("BW801", "accents before the link", with_body("Één [x](y.md)\n"), "y.md"),
    idea("BW801", "code before the link", with_body("```\n[x](z.md)\n```\n[x](y.md)\n"), "y.md"),
)

CASES = (*PLACES, *UNREADABLE, *MISPLACED, *ATTACHMENTS, *TEXTS)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_the_broken_file(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))
