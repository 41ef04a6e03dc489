"""The author's own file as an attachment: the same text, without the names that Word adds."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from PIL import Image

from brugwerk.contribute.word.conversion import convert, with_original
from brugwerk.contribute.word.draft import Wanted
from brugwerk.contribute.word.notices import Noticed
from brugwerk.language import translator
from tests.contribute.word_files import (
    INTRODUCTION,
    append_xml,
    noticed,
    parts_of,
    photo,
    repacked,
    word_file,
    written_by_pandoc,
)
from tests.in_memory import vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from brugwerk.contribute.word.conversion import Converted

NAME = b"Anneke"


def full_of_names(document: Document) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Anneke"
    run = document.add_paragraph("Klopt dit?").runs[0]
    document.add_comment(run, text="Vraag het na.", author="Anneke", initials="Anneke")
    append_xml(
        document.add_paragraph(),
        '<w:ins w:id="1" w:author="Anneke"><w:r><w:t>nieuw</w:t></w:r></w:ins>',
    )
    document.add_picture(io.BytesIO(photo()))


def kept(content: bytes, folder: Path, name: str = "les.docx") -> Converted:
    path = folder / name
    path.write_bytes(content)
    say = translator("nl")
    result = convert(path, Wanted("lesson"), vocabulary(), say)
    return with_original(result, path, "sterren", say)


def test_it_is_named_after_the_product_and_offered_to_teachers(tmp_path: Path) -> None:
    result = kept(word_file(), tmp_path)
    (file,) = result.values["files"]
    assert (file["path"], file["audience"]) == ("files/sterren.docx", "teacher")
    assert noticed(result, Noticed.ORIGINAL)


def test_no_name_of_its_writers_is_left_in_any_part(tmp_path: Path) -> None:
    content = repacked(
        word_file(full_of_names),
        {"docProps/app.xml": b"<Properties><Company>Anneke</Company></Properties>"}
        | {"docProps/custom.xml": b"<Properties><p>Anneke</p></Properties>"},
    )
    assert any(NAME in part for part in parts_of(content).values())
    parts = parts_of(kept(content, tmp_path).files["files/sterren.docx"])
    assert [name for name, part in parts.items() if NAME in part] == []


def test_its_photos_do_not_say_where_they_were_taken(tmp_path: Path) -> None:
    parts = parts_of(kept(word_file(full_of_names), tmp_path).files["files/sterren.docx"])
    assert not Image.open(io.BytesIO(parts["word/media/image1.jpg"])).getexif()


def test_word_can_still_open_it(tmp_path: Path) -> None:
    content = kept(word_file(full_of_names), tmp_path).files["files/sterren.docx"]
    document = docx.Document(io.BytesIO(content))
    assert document.paragraphs[1].text == INTRODUCTION
    assert document.core_properties.author == ""
    assert not [part for part in parts_of(content) if "thumbnail" in part]


def test_an_open_document_text_loses_its_names_too(tmp_path: Path) -> None:
    content = written_by_pandoc("---\ntitle: Les\nauthor: Anneke\n---\n\nTekst.\n", "odt")
    assert NAME in parts_of(content)["meta.xml"]
    files = kept(content, tmp_path, "les.odt").files
    assert NAME not in parts_of(files["files/sterren.odt"])["meta.xml"]
    assert files["files/sterren.odt"][30:38] == b"mimetype"


def test_the_same_file_gives_the_same_attachment(tmp_path: Path) -> None:
    assert kept(word_file(), tmp_path).files == kept(word_file(), tmp_path).files
