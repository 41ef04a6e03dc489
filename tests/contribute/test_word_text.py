"""What the text of a Word file becomes, and what the author is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches

from brugwerk.contribute.word.notices import Noticed
from brugwerk.render.markdown_text import MarkdownText
from tests.contribute.word_files import (
    INTRODUCTION,
    MAIN,
    append_xml,
    converted,
    fraction,
    graphic,
    listed,
    noticed,
    parts_of,
    repacked,
    saved,
    text_box,
    word_file,
    written_by_pandoc,
)

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.table import Table

    from brugwerk.contribute.word.conversion import Converted


def body(folder: Path, write: object) -> str:
    return converted(word_file(write), folder).body.removeprefix(f"{INTRODUCTION}\n").strip()  # type: ignore[arg-type]


def made(folder: Path, write: object) -> Converted:
    return converted(word_file(write), folder)  # type: ignore[arg-type]


def table(document: Document, *rows: list[str]) -> Table:
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return made


def link(document: Document, text: str, target: str) -> None:
    paragraph = document.add_paragraph("Zie ")
    hyperlink = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    hyperlink.set(qn("r:id"), relation)
    run = paragraph.add_run(text)._r
    hyperlink.append(run)
    paragraph._p.append(hyperlink)


# Headings and title.


def test_the_title_of_the_text_is_that_of_the_product_and_not_in_the_text(tmp_path: Path) -> None:
    result = made(tmp_path, lambda document: None)
    assert result.values["title"] == "Sterren tellen"
    assert result.body == f"{INTRODUCTION}\n"


def test_headings_begin_at_the_second_level_without_gaps(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        for text, level in (("Les", 2), ("Begin", 4), ("Eind", 2)):
            document.add_heading(text, level)

    assert body(tmp_path, write) == "## Les\n\n### Begin\n\n## Eind"


def test_the_only_heading_of_the_highest_level_on_top_is_the_title(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("De maan", 1)
    document.add_heading("Begin", 2)
    result = converted(saved(document), tmp_path)
    assert result.values["title"] == "De maan"
    assert result.body == "## Begin\n"


def test_without_a_title_the_properties_of_the_file_give_it(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Uit de eigenschappen & zo"
    document.add_paragraph("Gewoon een regel tekst.")
    assert converted(saved(document), tmp_path).values["title"] == "Uit de eigenschappen & zo"


def test_a_short_line_on_top_that_is_no_sentence_is_the_title(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("De planeten")
    document.add_paragraph(INTRODUCTION)
    result = converted(saved(document), tmp_path)
    assert result.values["title"] == "De planeten"
    assert result.body == f"{INTRODUCTION}\n"


@pytest.mark.parametrize("title", ["", "Microsoft Word - les.doc", "Document1", "Naamloos 2"])
def test_a_title_that_word_made_up_gives_way_to_the_name_of_the_file(
    tmp_path: Path, title: str
) -> None:
    document = docx.Document()
    document.core_properties.title = title
    document.add_paragraph("Gewoon een regel tekst.")
    result = converted(saved(document), tmp_path, "De_zon.docx")
    assert result.values["title"] == "De zon"
    assert noticed(result, Noticed.TITLE)


def test_lines_in_bold_are_headings_where_there_are_no_others(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        document.add_paragraph().add_run("Begin").bold = True
        document.add_paragraph().add_run("Dit is een hele zin.").bold = True

    result = made(tmp_path, write)
    assert "## Begin\n\n**Dit is een hele zin.**" in result.body
    assert noticed(result, Noticed.HEADINGS_FROM_BOLD)[0].count == 1


# Lists and emphasis.


def test_lists_are_lists(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        listed(document, ["schaar", "lijm"])
        document.add_paragraph("Dan:")
        listed(document, ["knip", "plak"], "List Number")

    assert body(tmp_path, write) == "-   schaar\n-   lijm\n\nDan:\n\n1.  knip\n2.  plak"


def test_lists_in_lists_keep_their_levels(tmp_path: Path) -> None:
    content = written_by_pandoc("- a\n    - b\n        - c\n- d\n")
    result = converted(content, tmp_path)
    assert result.body == "-   a\n    -   b\n        -   c\n-   d\n"
    assert MarkdownText().block(result.body).count("<ul>") == 3


def test_lists_of_too_many_levels_end_in_one(tmp_path: Path) -> None:
    deep = "".join(f"{'    ' * level}- niveau {level}\n" for level in range(9))
    result = converted(written_by_pandoc(deep), tmp_path)
    assert result.body.count("niveau") == 9
    assert max(len(line) - len(line.lstrip()) for line in result.body.splitlines()) == 20
    assert noticed(result, Noticed.DEEP_LIST)


def test_emphasis_sub_and_superscript_stay_readable(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph("H")
        paragraph.add_run("2").font.subscript = True
        paragraph.add_run("O, m")
        paragraph.add_run("2").font.superscript = True
        paragraph.add_run(", de 1")
        paragraph.add_run("e").font.superscript = True
        paragraph.add_run(" ")
        paragraph.add_run("vet").bold = True

    assert body(tmp_path, write) == "H~2~O, m², de 1e **vet**"


# Signs that are only signs.


@pytest.mark.parametrize(
    "text",
    [
        *("<b>vet</b>", "<script>alert(1)</script>", "[weg](javascript:x)", "# kop", "!!! note"),
        *("- streep", "1. een", ": term", "---", "a | b", "*x* _y_ `z`", "&lt;", "[^1]: noot"),
        *("~~~", "```", "*[HTML]: afkorting", "{{ x }}", "> citaat", "“krul” ‘krul’ … – —"),
    ],
)
def test_what_is_typed_in_word_is_shown_as_it_was_typed(tmp_path: Path, text: str) -> None:
    result = made(tmp_path, lambda document: document.add_paragraph(text))
    html = str(MarkdownText().block(result.body))
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"<p>{shown}</p>" in html


@pytest.mark.parametrize("line", ["---", "===", "- punt", "# kop", ": term", "a | b"])
def test_a_line_after_a_line_break_begins_nothing_else(tmp_path: Path, line: str) -> None:
    def write(document: Document) -> None:
        document.add_paragraph("Eerste").add_run().add_break()
        document.paragraphs[-1].add_run(line)

    html = str(MarkdownText().block(made(tmp_path, write).body))
    assert not any(tag in html for tag in ("<h2", "<ul", "<dl", "<hr", "<table"))
    assert line in html


# Links.


@pytest.mark.parametrize("target", ["https://example.org/a", "http://example.org/?b=c%20d"])
def test_links_to_the_web_are_kept(tmp_path: Path, target: str) -> None:
    assert body(tmp_path, lambda d: link(d, "de site", target)) == f"Zie [de site]({target})"


def test_a_mail_address_as_a_link_is_no_html(tmp_path: Path) -> None:
    found = body(tmp_path, lambda d: link(d, "les@example.org", "mailto:les@example.org"))
    assert found == "Zie [les@example.org](mailto:les@example.org)"


@pytest.mark.parametrize(
    "target",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///C:/les.docx"),
        *("../les2.docx", "http://[", "vbscript:x", "//example.org/x"),
    ],
)
def test_other_links_leave_their_words_and_are_reported(tmp_path: Path, target: str) -> None:
    result = made(tmp_path, lambda document: link(document, "hier", target))
    assert result.body.endswith("Zie hier\n")
    (notice,) = noticed(result, Noticed.LINK)
    assert notice.near == "hier"


# Tables.


def test_a_table_of_lines_is_a_table(tmp_path: Path) -> None:
    result = made(tmp_path, lambda d: table(d, ["Fase", "Duur"], ["Begin", "5 | 6"], ["Eind", ""]))
    html = str(MarkdownText().block(result.body))
    assert "<th>Fase</th>" in html
    assert "<td>5 | 6</td>" in html
    assert html.count("<tr>") == 3
    assert not noticed(result, Noticed.TABLE_BY_ROW)


def test_short_paragraphs_in_a_cell_stay_apart_on_one_line(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        made = table(document, ["Wat", "Waarmee"], ["Knippen", "schaar"])
        made.cell(1, 1).add_paragraph("papier")

    assert "schaar; papier" in body(tmp_path, write)


def test_merged_cells_come_apart_and_lose_no_words(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        made = table(document, ["a", "b", "c"], ["1", "2", "3"], ["", "5", "6"])
        made.cell(1, 0).merge(made.cell(2, 0))
        made.cell(0, 1).merge(made.cell(0, 2))

    result = made(tmp_path, write)
    assert noticed(result, Noticed.MERGED_CELLS)
    assert [line.split() for line in result.body.splitlines()[2:] if "--" not in line] == [
        ["|", "a", "|", "b;", "c", "|", "|"],
        ["|", "1", "|", "2", "|", "3", "|"],
        ["|", "1", "|", "5", "|", "6", "|"],
    ]


def test_lists_in_cells_are_written_out_row_by_row(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        made = table(document, ["Fase", "Activiteit"], ["Begin", "Vraag:"])
        for item in ("Hoe groot?", "Hoe ver?"):
            made.cell(1, 1).add_paragraph(item, style="List Bullet")

    result = made(tmp_path, write)
    assert "**Fase: Begin**\n\n-   **Activiteit:** Vraag:\n    -   Hoe groot?" in result.body
    assert noticed(result, Noticed.TABLE_BY_ROW)


def test_a_table_in_a_table_keeps_its_words(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        inner = table(document, ["Buiten", "x"], ["y", ""]).cell(1, 1).add_table(2, 2)
        for number, cell in enumerate(inner._cells):
            cell.text = f"binnen {number}"

    result = made(tmp_path, write)
    assert all(f"binnen {number}" in result.body for number in range(4))
    assert not noticed(result, Noticed.LOST_TEXT)


def test_a_frame_of_one_cell_is_a_quotation(tmp_path: Path) -> None:
    result = made(tmp_path, lambda document: table(document, ["Let op de tijd."]))
    assert "> Let op de tijd." in result.body
    assert noticed(result, Noticed.FRAME)


def test_a_lesson_form_of_two_columns_is_a_list(tmp_path: Path) -> None:
    result = made(tmp_path, lambda d: table(d, ["Tijd", "50 minuten"], ["Groep:", "7"]))
    assert "-   **Tijd:** 50 minuten\n-   **Groep:** 7" in result.body


# What does not come along, or not as it was.


def test_a_text_box_becomes_text_and_its_paragraph_stays(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        append_xml(document.add_paragraph("Voor het vak."), text_box("In het vak."))

    result = made(tmp_path, write)
    assert "Voor het vak.\n\nIn het vak." in result.body
    assert result.body.count("In het vak.") == 1
    (notice,) = noticed(result, Noticed.TEXT_BOX)
    assert (notice.near, notice.value) == ("Voor het vak.", "In het vak.")


@pytest.mark.parametrize(("kind", "what"), [("chart", Noticed.CHART), ("diagram", Noticed.DIAGRAM)])
def test_a_chart_is_reported_with_the_words_before_it(
    tmp_path: Path, kind: str, what: Noticed
) -> None:
    def write(document: Document) -> None:
        append_xml(document.add_paragraph("Kijk naar de groei."), graphic(kind))

    assert [n.near for n in noticed(made(tmp_path, write), what)] == ["Kijk naar de groei."]


def test_comments_are_left_out_and_counted(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        run = document.add_paragraph().add_run("Klopt dit?")
        document.add_comment(run, text="Vraag juf Anneke", author="Jan", initials="J")

    result = made(tmp_path, write)
    assert "Anneke" not in result.body
    assert noticed(result, Noticed.COMMENTS)[0].count == 1


def test_tracked_changes_are_taken_over_and_counted(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph("Neem ")
        append_xml(paragraph, '<w:ins w:id="1" w:author="J"><w:r><w:t>drie</w:t></w:r></w:ins>')
        append_xml(
            paragraph, '<w:del w:id="2" w:author="J"><w:r><w:delText>twee</w:delText></w:r></w:del>'
        )

    result = made(tmp_path, write)
    assert "Neem drie\n" in result.body
    assert noticed(result, Noticed.CHANGES)[0].count == 2
    assert not noticed(result, Noticed.LOST_TEXT)


def test_text_at_the_top_of_each_page_is_reported(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Lessen van het netwerk"
        document.sections[0].footer.paragraphs[0].text = "Pagina 1 van 3"

    result = made(tmp_path, write)
    assert [n.value for n in noticed(result, Noticed.HEADER)] == ["Lessen van het netwerk"]


def test_a_simple_formula_becomes_text(tmp_path: Path) -> None:
    result = made(tmp_path, lambda d: append_xml(d.add_paragraph("Som: "), fraction("1", "2")))
    assert "Som: 1/2" in result.body
    assert noticed(result, Noticed.EQUATION)


def test_a_formula_that_text_cannot_hold_is_kept_as_it_is_written(tmp_path: Path) -> None:
    result = converted(written_by_pandoc("Som: $\\sum_{i=1}^{n} \\sqrt{i}$ klaar\n"), tmp_path)
    assert "`\\sum" in result.body


def test_footnotes_are_footnotes(tmp_path: Path) -> None:
    result = converted(written_by_pandoc("Tekst[^1] hier.\n\n[^1]: De noot.\n"), tmp_path)
    assert result.body == "Tekst[^1] hier.\n\n[^1]: De noot.\n"


def test_a_table_of_contents_is_left_out(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        append_xml(
            document.add_paragraph(),
            '<w:hyperlink w:anchor="_Toc12"><w:r><w:t>Begin</w:t></w:r><w:r><w:tab/></w:r>'
            "<w:r><w:t>2</w:t></w:r></w:hyperlink>",
        )
        document.add_heading("Begin", 1)

    result = made(tmp_path, write)
    assert result.body.count("Begin") == 1
    assert noticed(result, Noticed.CONTENTS)


def test_the_name_of_an_author_is_left_out(tmp_path: Path) -> None:
    result = converted(
        written_by_pandoc("---\ntitle: Les\nauthor: Juf An\n---\n\nTekst.\n"), tmp_path
    )
    assert "Juf An" not in result.all_files()["index.md"].decode()
    assert noticed(result, Noticed.AUTHOR)


def test_text_that_the_converter_drops_is_reported(tmp_path: Path) -> None:
    unknown = "<w:onbekend><w:p><w:r><w:t>Kwijt.</w:t></w:r></w:p></w:onbekend>"
    result = made(tmp_path, lambda d: append_xml(d.add_paragraph("Tekst."), unknown))
    assert [n.value for n in noticed(result, Noticed.LOST_TEXT)] == ["Kwijt."]


def test_of_one_kind_no_more_is_said_than_a_person_reads(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        for number in range(15):
            link(document, f"link {number}", "../x.docx")

    result = made(tmp_path, write)
    assert len(noticed(result, Noticed.LINK)) == 10
    assert noticed(result, Noticed.MORE)[0].count == 5


# Other programs.


def test_an_open_document_text_is_taken_in_too(tmp_path: Path) -> None:
    content = written_by_pandoc("---\ntitle: De maan\n---\n\n# Begin\n\n- a\n- b\n", "odt")
    result = converted(content, tmp_path, "les.odt")
    assert result.values["title"] == "De maan"
    assert result.body == "## Begin\n\n-   a\n-   b\n"


def test_text_in_utf_16_is_read(tmp_path: Path) -> None:
    content = word_file()
    text = parts_of(content)[MAIN].decode().split("?>", 1)[1]
    utf_16 = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    assert INTRODUCTION in converted(repacked(content, {MAIN: utf_16}), tmp_path).body


def test_the_summary_is_the_first_paragraph(tmp_path: Path) -> None:
    result = made(tmp_path, lambda document: None)
    assert result.values["summary"] == INTRODUCTION
    assert noticed(result, Noticed.SUMMARY)


def test_a_long_first_paragraph_ends_after_a_sentence(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Dit is een zin van enige lengte. " * 30)
    summary = converted(saved(document), tmp_path).values["summary"]
    assert summary.endswith("lengte.")
    assert len(summary) <= 400


def test_without_a_paragraph_the_summary_is_marked_as_still_to_come(tmp_path: Path) -> None:
    document = docx.Document()
    listed(document, ["schaar"])
    result = converted(saved(document), tmp_path)
    assert result.values["summary"].startswith("Vul nog in")
    assert noticed(result, Noticed.NO_SUMMARY)


def test_an_indented_paragraph_is_a_quotation(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph("Ingesprongen.")
        paragraph.paragraph_format.left_indent = Inches(1)

    assert body(tmp_path, write) == "> Ingesprongen."
