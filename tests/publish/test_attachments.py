"""Attachments as readers get them: the same to see, and nothing of the camera or the maker."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import docx
import pytest
from PIL import Image, ImageChops, ImageCms, PngImagePlugin

from brugwerk.addresses import Addresses
from brugwerk.publish.attachments import Store, cleaned
from brugwerk.settings import Settings
from tests import attached
from tests.builders import pdf

SOMEBODY = "Jans Naam"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{SOMEBODY}</a></x:xmpmeta>'.encode()
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
DESCRIBED = attached.exif(place=True, maker=SOMEBODY)
ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}


def clean(data: bytes, ending: str) -> bytes:
    return cleaned(Path(f"plaat{ending}"), data)


def shown(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def remarks() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SOMEBODY)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    return info


def described(kind: str) -> bytes:
    """A picture with everything in it that can give somebody away."""
    of_kind: dict[str, dict[str, Any]] = {
        "JPEG": {"comment": SOMEBODY, "xmp": XMP},
        "PNG": {"pnginfo": remarks()},
        "WEBP": {"xmp": XMP},
    }
    made = attached.picture(kind, (64, 48), exif=DESCRIBED, **of_kind[kind])
    assert SOMEBODY.encode() in made or kind == "PNG"
    return made + SOMEBODY.encode()


@pytest.mark.parametrize("kind", ENDINGS)
def test_nothing_is_left_of_what_a_camera_wrote(kind: str) -> None:
    result = clean(described(kind), ENDINGS[kind])
    image = shown(result)
    assert SOMEBODY.encode() not in result
    assert dict(image.getexif()) == {}
    assert {"exif", "xmp", "comment", "Author", "XML:com.adobe.xmp"} & set(image.info) == set()
    for mark in (b"Exif", b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"XMP ", b"EXIF", b"Photoshop"):
        assert mark not in result


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_points_stay_what_they_were(kind: str) -> None:
    before = described(kind)
    after = shown(clean(before, ENDINGS[kind]))
    difference = ImageChops.difference(after, shown(before)).getextrema()
    assert max(high for _, high in difference) <= (0 if kind == "PNG" else 2)


def test_a_lossless_webp_stays_lossless() -> None:
    before = attached.picture("WEBP", (40, 30), lossless=True)
    difference = ImageChops.difference(shown(clean(before, ".webp")), shown(before))
    assert difference.getbbox() is None


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_a_photograph_taken_sideways_stands_upright(kind: str) -> None:
    sideways = attached.picture(kind, (60, 40), exif=attached.exif(orientation=6))
    upright = shown(clean(sideways, ENDINGS[kind]))
    assert upright.size == (40, 60)
    # Its dark corner was top left; a quarter turn brings it to the top right.
    assert upright.convert("L").getpixel((35, 5)) < 60
    assert upright.convert("L").getpixel((5, 5)) > 150


@pytest.mark.parametrize("kind", ENDINGS)
def test_colours_keep_their_profile(kind: str) -> None:
    coloured = attached.picture(kind, icc_profile=PROFILE)
    assert shown(clean(coloured, ENDINGS[kind])).info["icc_profile"] == PROFILE


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_keeps_its_mode(mode: str) -> None:
    before = attached.picture("PNG", mode=mode)
    after = shown(clean(before, ".png"))
    assert after.mode == mode
    assert after.tobytes() == shown(before).tobytes()


def test_a_png_keeps_what_shines_through() -> None:
    before = attached.picture("PNG", transparency=(200, 200, 200))
    after = shown(clean(before, ".png")).convert("RGBA")
    assert after.getpixel((11, 7))[3] == 0
    assert after.tobytes() == shown(before).convert("RGBA").tobytes()


@pytest.mark.parametrize("mode", ["L", "CMYK", "YCbCr"])
def test_any_photograph_can_be_cleaned(mode: str) -> None:
    assert shown(clean(attached.picture("JPEG", mode=mode), ".jpg")).size == (12, 8)


def test_a_damaged_picture_is_no_surprise() -> None:
    with pytest.raises(ValueError, match=r"cannot|truncated"):
        clean(attached.picture("PNG")[:50], ".png")


def test_an_office_file_forgets_who_made_it_and_keeps_its_words() -> None:
    result = clean(attached.word("Werkblad", maker=SOMEBODY), ".docx")
    document = docx.Document(io.BytesIO(result))
    assert [paragraph.text for paragraph in document.paragraphs] == ["Werkblad"]
    assert (document.core_properties.author, document.core_properties.last_modified_by) == ("", "")


@pytest.mark.parametrize(
    ("ending", "part", "content"),
    [
        (".docx", "word/comments.xml", '<w:comment w:id="0" w:author="{}" w:initials="{}"/>'),
        (".docx", "word/document.xml", "<w:ins w:author='{}'><w:t>Erbij</w:t></w:ins>"),
        (".docx", "word/people.xml", '<w15:person w15:author="{}"><w15:x w15:userId="{}"/>'),
        (".docx", "docProps/app.xml", "<Company>{}</Company><Manager>{}</Manager>"),
        (".xlsx", "xl/comments1.xml", "<authors><author>{}</author></authors>"),
        (".xlsx", "xl/persons/person.xml", '<person displayName="{}" userId="{}"/>'),
        (".xlsx", "xl/workbook.xml", '<fileSharing userName="{}"/>'),
        (".pptx", "ppt/commentAuthors.xml", '<p:cmAuthor name="{}" initials="{}"/>'),
        (".odt", "meta.xml", "<meta:initial-creator>{}</meta:initial-creator>"),
        (".ods", "content.xml", '<office:annotation><dc:creator a="1">{}</dc:creator>'),
    ],
)
def test_no_part_of_an_office_file_names_anybody(ending: str, part: str, content: str) -> None:
    written = content.replace("{}", SOMEBODY)
    result = clean(attached.zipped({"mimetype": "x", part: written}), ending)
    left = attached.unzipped(result)[part].decode()
    assert SOMEBODY not in left
    assert SOMEBODY.split(maxsplit=1)[0] not in left
    assert left.count("<") == written.count("<")


def test_a_signed_office_file_stays_as_it_is() -> None:
    signed = attached.with_parts(attached.word(maker=SOMEBODY), {"_xmlsignatures/sig1.xml": "<x/>"})
    assert clean(signed, ".docx") == signed


def test_the_first_part_of_an_opendocument_file_stays_unpacked() -> None:
    target = io.BytesIO()
    with attached.zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>", attached.zipfile.ZIP_DEFLATED)
    assert b"mimetypeapplication/vnd" in clean(target.getvalue(), ".odt")[:100]


@pytest.mark.parametrize("name", ["blad.pdf", "blad.txt", "geluid.mp3"])
def test_other_attachments_go_out_as_they_are(name: str) -> None:
    assert cleaned(Path(name), pdf()) == pdf()


@pytest.mark.parametrize("kind", ENDINGS)
def test_the_same_file_always_gives_the_same_bytes(kind: str) -> None:
    once = clean(described(kind), ENDINGS[kind])
    assert clean(described(kind), ENDINGS[kind]) == once
    assert clean(attached.word(), ".docx") == clean(attached.word(), ".docx")


# The store.


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    path = tmp_path / "a.jpg"
    path.write_bytes(described("JPEG"))
    return path


def test_what_was_cleaned_once_is_not_cleaned_again(
    photograph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Store(tmp_path / "schoon").cleaned(photograph)
    monkeypatch.setattr(
        "brugwerk.publish.attachments.store.cleaned", lambda *_: pytest.fail("cleaned again")
    )
    assert Store(tmp_path / "schoon").cleaned(photograph) == first


def test_a_changed_attachment_is_cleaned_again(photograph: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "schoon")
    first = store.cleaned(photograph)
    photograph.write_bytes(attached.picture("JPEG", (20, 20)))
    assert store.cleaned(photograph) != first


@pytest.mark.parametrize("left", [0, 10, 40, -1])
def test_a_store_that_was_cut_off_is_not_believed(
    photograph: Path, tmp_path: Path, left: int
) -> None:
    first = Store(tmp_path / "schoon").cleaned(photograph)
    (kept,) = (tmp_path / "schoon").iterdir()
    kept.write_bytes(kept.read_bytes()[:left])
    assert Store(tmp_path / "schoon").cleaned(photograph) == first


def test_a_store_forgets_what_nobody_asks_for(photograph: Path, tmp_path: Path) -> None:
    Store(tmp_path / "schoon").cleaned(photograph)
    (tmp_path / "schoon" / ".new-half").write_bytes(b"half")
    for left in (tmp_path / "schoon").iterdir():
        os.utime(left, (0, 0))
    photograph.write_bytes(attached.picture("JPEG", (20, 20)))
    store = Store(tmp_path / "schoon")
    store.cleaned(photograph)
    store.forget_others()
    assert len(list((tmp_path / "schoon").iterdir())) == 1


def test_markdown_of_a_contributor_never_becomes_a_page() -> None:
    address = Addresses(Settings().path_words).attachment("les", "files/blad.md")
    assert address == "producten/les/files/blad.md.txt"
