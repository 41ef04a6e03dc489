"""Word files, read back with python-docx and pandoc."""

from __future__ import annotations

import base64
import io
import subprocess
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pypandoc
import pytest
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from brugwerk.check import check_site
from brugwerk.exports.word.columns import Columns
from brugwerk.exports.word.conversion import Copy, to_word
from brugwerk.exports.word.pictures import as_data
from brugwerk.publish.publication import publication
from brugwerk.render.page import Colophon
from tests.builders import IDEA, as_file, complete_product, product, write_site
from tests.exports.taken import LESSON, PICTURED, of_product, read_word, taken, words

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

WORD = f"{LESSON}word.docx"
HOSTILE = (
    "Quotes \" en ' &amp; & <b>vet</b>",
    "emoji 👩‍🏫 🧮",
    "עברית אחרי",
    "*sterren* [haken](x) `code` $geld$",
    "a" * 300,
)


@pytest.fixture(scope="module")
def lesson(pictured: dict[str, bytes]) -> Document:
    return read_word(pictured[WORD])


def text_of(data: bytes) -> str:
    return "\n".join(words(read_word(data)))


def copied(title: str, body: str = "") -> bytes:
    return to_word(Copy(title, "", body, "nl", Colophon(title), "nl"))


def test_product_transfer_page_empty_sheet_and_guide_have_one(pictured: dict[str, bytes]) -> None:
    assert {address for address in pictured if address.endswith("/word.docx")} >= {
        WORD,
        f"{LESSON}transfer/word.docx",
        "scholen/de-proefschool/proefles/word.docx",
        "netwerken/het-proefnet/draaiboek/word.docx",
    }


def test_it_opens_with_the_title_and_the_facts_at_a_glance(lesson: Document) -> None:
    assert lesson.paragraphs[0].text == "Een proefles"
    assert lesson.paragraphs[0].style.name == "Title"  # type: ignore[union-attr]
    facts = lesson.tables[0]
    assert facts.style is not None
    assert facts.style.name == "In één oogopslag"
    rows = {row.cells[0].text: row.cells[1].text for row in facts.rows}
    assert rows["Leerjaren"] == "groep 5"
    assert rows["Tijd"] == "50 minuten\nvoorbereiding: 20 minuten"


def test_sections_are_headings_and_what_stays_looks_other_than_what_is_free(
    lesson: Document,
) -> None:
    styles = {p.text: p.style.name for p in lesson.paragraphs if p.style is not None}
    assert styles["Wat blijft en wat vrij is"] == "Heading 2"
    assert styles["Iedereen denkt eerst alleen na."] == "Vast deel, de naam"
    assert styles["Grens: Drie of meer."] == "Vrij deel"


def test_pictures_come_along_with_their_words(lesson: Document) -> None:
    (shape,) = lesson.inline_shapes
    about = shape._inline.docPr
    assert about.get("descr") == "Een kring van stoelen"
    assert "De kring" in [paragraph.text for paragraph in lesson.paragraphs]


def test_a_large_photo_is_no_larger_than_paper_asks_for_and_webp_becomes_png() -> None:
    def drawn(kind: str, size: tuple[int, int]) -> tuple[str, tuple[int, int]]:
        target = io.BytesIO()
        Image.new("RGB", size, "orange").save(target, kind)
        address = as_data(target.getvalue(), f".{kind.lower()}")
        kind_of, _, content = address.partition(";base64,")
        with Image.open(io.BytesIO(base64.b64decode(content))) as read:
            return kind_of, read.size

    assert drawn("JPEG", (3200, 1600)) == ("data:image/jpeg", (1600, 800))
    assert drawn("PNG", (40, 30)) == ("data:image/png", (40, 30))
    assert drawn("WEBP", (40, 30)) == ("data:image/png", (40, 30))
    with pytest.raises(ValueError, match="identify"):
        as_data(b"geen plaatje", ".png")


def test_a_table_keeps_its_rows_and_gives_each_column_its_room(lesson: Document) -> None:
    (table,) = [t for t in lesson.tables if t.cell(0, 0).text == "Minuten"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Minuten", "Wat"],
        ["5", "kring"],
        ["45", "werk"],
    ]


def test_what_a_page_folds_away_or_puts_in_tabs_is_on_paper(lesson: Document) -> None:
    found = list(words(lesson))
    for text in ("Groep 5", "Vijf samen.", "Groep 6", "Weggevouwen", "Toch op papier."):
        assert text in found
    assert found.index("Groep 5") + 1 == found.index("Vijf samen.")


def test_a_list_of_tasks_has_boxes_to_tick(pictured: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(pictured[WORD])) as archive:
        bullets = archive.read("word/numbering.xml").decode()
    assert "☐" in bullets
    assert "☒" in bullets
    assert {"klaargelegd", "nog doen"} <= set(words(read_word(pictured[WORD])))


def test_a_formula_is_one_that_word_can_change(pictured: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(pictured[WORD])) as archive:
        assert b"<m:f>" in archive.read("word/document.xml")


def test_what_only_works_on_the_site_stays_there(pictured: dict[str, bytes]) -> None:
    text = text_of(pictured[WORD])
    for only_there in ("Printen", "Meenemen", "Kopieer", "Verbeter dit", "Vertel het netwerk"):
        assert only_there not in text


def test_a_link_within_the_site_needs_the_address_of_the_site() -> None:
    body = "Zie [de lijst](https://example.org/x) en [dit product](#tekst-kop) of [het](index.md)."
    without = of_product(complete_product(files=[], relations=[]), body)[WORD]
    with_address = of_product(
        complete_product(files=[], relations=[]), body, address="https://voorbeeld.nl/kennis/"
    )[WORD]

    def targets(data: bytes) -> set[str]:
        return {rel.target_ref for rel in read_word(data).part.rels.values() if rel.is_external}

    assert "https://example.org/x" in targets(without)
    assert not any("producten" in target for target in targets(without))
    assert "https://voorbeeld.nl/kennis/netwerken/het-proefnet/" in targets(with_address)


def test_it_is_a4_and_its_foot_says_what_it_is_and_where_it_comes_from() -> None:
    made = of_product(complete_product(files=[], relations=[]), address="https://voorbeeld.nl/")
    (section,) = read_word(made[WORD]).sections
    assert (round(section.page_width or 0, -4), section.page_height) == (
        round(Mm(210), -4),
        pytest.approx(Mm(297), abs=1000),
    )
    foot = section.footer.paragraphs[0].text
    assert "Een proefles, versie 1.1 · CC-BY-SA-4.0 · https://voorbeeld.nl/" in foot


def test_its_properties_are_true() -> None:
    credit = {
        "name": "Noor (verzonnen)",
        "role": "teacher",
        "consent": {"given_on": date(2026, 1, 2), "scope": "naam bij dit product"},
    }
    about = read_word(
        of_product(complete_product(files=[], relations=[], credits=[credit]))[WORD]
    ).core_properties
    assert (about.title, about.author, about.language) == ("Een proefles", "Noor (verzonnen)", "nl")
    assert about.modified is not None
    assert about.modified.date() == date(2026, 1, 14)


def test_without_a_person_the_networks_made_it_and_without_a_date_none_is_made_up() -> None:
    made = of_product(product(networks=["het-proefnet"]))
    about = read_word(made[WORD]).core_properties
    assert about.author == "Het proefnet (verzonnen)"
    with zipfile.ZipFile(io.BytesIO(made[WORD])) as archive:
        assert b"dcterms:created" not in archive.read("docProps/core.xml")


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_arrives_as_it_is(text: str) -> None:
    made = of_product(product(title=text, materials=[text]))
    assert text_of(made[WORD]).count(text) >= 2


@settings(max_examples=15)
@given(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")),
        min_size=1,
        max_size=40,
    ).map(lambda text: " ".join(text.split()))
)
def test_a_title_of_any_signs_arrives_as_it_is(title: str) -> None:
    document = read_word(copied(title, "<p>x</p>"))
    assert document.core_properties.title == title
    if title:
        assert next(words(document)) == title


def test_nothing_is_fetched_and_no_html_goes_through() -> None:
    body = "![weg](https://example.org/spion.png)\n\n<script>alert(1)</script>\n"
    made = of_product(product(), body)[WORD]
    document = read_word(made)
    assert len(document.inline_shapes) == 0
    assert not any("spion" in rel.target_ref for rel in document.part.rels.values())
    assert "<script>alert(1)</script>" in text_of(made)


def test_pandoc_reads_it_back(pictured: dict[str, bytes]) -> None:
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "docx", "-t", "plain", "--wrap", "none"],
        input=pictured[WORD],
        capture_output=True,
        check=True,
    )
    read = done.stdout.decode()
    assert "Iedereen denkt eerst alleen na." in read
    assert "De noot zelf." in read


def test_it_is_the_same_byte_for_byte_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = copied("Een titel", "<h2>Kop</h2><p>tekst</p>")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert copied("Een titel", "<h2>Kop</h2><p>tekst</p>") == first


# A second time.


def kept(root: Path) -> dict[str, int]:
    """The files that were kept: one that is made again is another file of the same name."""
    return {file.name: file.stat().st_ino for file in (root / ".brugwerk/exports").iterdir()}


def test_a_second_build_converts_only_what_changed(tmp_path: Path) -> None:
    root = write_site(tmp_path, PICTURED)
    first = taken(publication(check_site(root, date(2026, 1, 20))), root)
    before = kept(root)
    assert taken(publication(check_site(root, date(2026, 1, 21))), root) == first
    assert kept(root) == before
    (root / IDEA).write_text(as_file(product(summary="Nu een andere samenvatting.")), "utf-8")
    again = taken(publication(check_site(root, date(2026, 1, 21))), root)
    changed = {a for a in again if a.endswith(".docx") and again[a] != first[a]}
    assert changed == {"producten/los-idee/word.docx"}
    assert len(kept(root).keys() - before.keys()) == 1


def test_another_picture_under_the_same_name_is_seen(tmp_path: Path) -> None:
    root = write_site(tmp_path, PICTURED)
    first = taken(publication(check_site(root)), root)
    file = root / "products/proefles/files/kring.png"
    file.write_bytes(
        file.read_bytes()[:-12] + b"\0\0\0\4tEXta\0bc\xd3\x6e\x02\x26" + file.read_bytes()[-12:]
    )
    before = kept(root)
    again = taken(publication(check_site(root)), root)
    assert again.keys() == first.keys()
    assert kept(root).keys() != before.keys()


# Columns.


def columns(*cells: str) -> list[float]:
    found = Columns(0)
    found.row()
    for cell in cells:
        found.cell(spans=False)
        found.hold(cell)
    return [float(share.split("%")[0]) for share in found.written().split("width:")[1:]]


def test_more_text_gets_more_room_and_no_word_is_broken() -> None:
    narrow, wide = columns("Antwoord", "een lange zin " * 20)
    assert wide > narrow
    assert narrow >= 1.2 * len("Antwoord")
    assert sum(columns("a", "bb", "", "dddd")) == pytest.approx(100, abs=0.3)
