"""Pictures of a Word file come along bare, and only where schools can open them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from brugwerk.contribute.word import pictures
from brugwerk.contribute.word.notices import Noticed
from brugwerk.contribute.word.pictures import UnreadablePictureError, clean_picture
from brugwerk.contribute.word.refusal import RefusedError
from tests.contribute.word_files import (
    MAIN,
    converted,
    noticed,
    parts_of,
    photo,
    repacked,
    word_file,
)

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from brugwerk.contribute.word.conversion import Converted

PICTURE = "word/media/image1.jpg"


def with_photos(*photos: bytes, words: str = "") -> bytes:
    def write(document: Document) -> None:
        for content in photos:
            shape = document.add_picture(io.BytesIO(content))
            if words:
                shape._inline.docPr.set("descr", words)

    return word_file(write)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def made(folder: Path, content: bytes) -> Converted:
    return converted(content, folder)


def test_a_photo_comes_along_without_place_and_camera_and_stands_upright(tmp_path: Path) -> None:
    assert dict(opened(photo()).getexif().get_ifd(0x8825))
    result = made(tmp_path, with_photos(photo(size=(40, 30))))
    content = result.files["files/afbeelding-1.jpg"]
    assert not opened(content).getexif()
    assert b"Exif" not in content
    assert b"Cameramerk" not in content
    assert opened(content).size == (30, 40)


def test_pictures_stand_in_the_text_in_their_order(tmp_path: Path) -> None:
    other = io.BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(other, "PNG")
    result = made(tmp_path, with_photos(photo(), other.getvalue(), words="Een ster"))
    assert list(result.files) == ["files/afbeelding-1.jpg", "files/afbeelding-2.png"]
    first, second = (f"![Een ster]({path})" for path in result.files)
    assert result.body.index(first) < result.body.index(second)
    assert opened(result.files["files/afbeelding-2.png"]).mode == "RGBA"


def test_a_picture_that_stands_twice_comes_along_once(tmp_path: Path) -> None:
    result = made(tmp_path, with_photos(photo(), photo()))
    assert len(result.files) == 1
    assert result.body.count("afbeelding-1.jpg") == 2


def test_a_picture_without_a_description_asks_for_one(tmp_path: Path) -> None:
    result = made(tmp_path, with_photos(photo()))
    assert [n.value for n in noticed(result, Noticed.PICTURE_WITHOUT_WORDS)] == list(result.files)


def test_what_word_adds_to_a_description_of_its_own_is_left_out(tmp_path: Path) -> None:
    words = "Een ster  Automatisch gegenereerde beschrijving"
    assert "![Een ster](" in made(tmp_path, with_photos(photo(), words=words)).body


def test_a_large_photo_becomes_smaller() -> None:
    _, content = clean_picture(photo(size=(4_000, 100)))
    assert max(opened(content).size) == pictures.MAX_SIDE


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_kinds_of_picture_become_png(kind: str) -> None:
    target = io.BytesIO()
    Image.new("RGB", (5, 5), "red").save(target, kind)
    suffix, content = clean_picture(target.getvalue())
    assert suffix == ".png"
    assert opened(content).format == "PNG"


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_photos_for_print_and_in_grey_stay_photos(mode: str) -> None:
    target = io.BytesIO()
    Image.new(mode, (5, 5)).save(target, "JPEG")
    suffix, content = clean_picture(target.getvalue())
    assert (suffix, opened(content).mode) == (".jpg", "L" if mode == "L" else "RGB")


@pytest.mark.parametrize("content", [b"", b"\x01\0\0\0emf", photo()[:200], b"<svg/>"])
def test_a_picture_that_cannot_be_drawn_is_left_out_and_reported(
    tmp_path: Path, content: bytes
) -> None:
    result = made(tmp_path, repacked(with_photos(photo()), {PICTURE: content}))
    assert result.files == {}
    assert "![" not in result.body
    (notice,) = noticed(result, Noticed.PICTURE_KIND)
    assert notice.value == "JPG"
    assert notice.near


def test_a_picture_that_unpacks_without_end_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_PIXELS", 100)
    with pytest.raises(UnreadablePictureError):
        clean_picture(photo())


def test_a_picture_on_another_site_becomes_a_link(tmp_path: Path) -> None:
    content = with_photos(photo(), words="De maan")
    relations = "word/_rels/document.xml.rels"
    parts = parts_of(content)
    linked = parts[relations].replace(
        b'Target="media/image1.jpg"', b'Target="https://example.org/maan.jpg" TargetMode="External"'
    )
    text = parts[MAIN].replace(b"r:embed=", b"r:link=")
    result = made(tmp_path, repacked(content, {relations: linked, MAIN: text, PICTURE: None}))
    assert result.files == {}
    assert noticed(result, Noticed.PICTURE_ELSEWHERE) or noticed(result, Noticed.LOST_PICTURE)
    assert "![" not in result.body


def test_more_pictures_than_a_lesson_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MAX_PICTURES", 1)
    content = with_photos(photo(), photo(size=(8, 8)))
    with pytest.raises(RefusedError) as refused:
        made(tmp_path, content)
    assert refused.value.problem.code == "BW907"
