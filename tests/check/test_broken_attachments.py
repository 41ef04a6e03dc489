"""Attachments that are not what they say, that act by themselves, or that harm a computer."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from tests import attached
from tests.builders import PRODUCT, as_file, complete_product, pdf, write_site
from tests.check.broken import Broken, assert_found, problems_of

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "products/proefles/files"


def attachment(
    code: str, about: str, name: str, content: str | bytes, at: str = "", *also: str
) -> Broken:
    """The sound site with one more attachment, which the product does not name."""
    path = f"{FOLDER}/{name}"
    unnamed = () if name.endswith((".png", ".jpg", ".jpeg", ".webp")) else ("BW306",)
    return Broken(code, about, path, at, {path: content}, (*also, *unnamed))


def linked_file() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("blad.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return target.getvalue()


def huge_zip(*, of_zeros: int) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("leeg.txt", "w") as part,
    ):
        for _ in range(of_zeros // 1_000_000):
            part.write(b"0" * 1_000_000)
    return target.getvalue()


def lying_zip() -> bytes:
    """A zip whose list says that its part is small, while it unpacks to thirty megabytes."""
    data = bytearray(huge_zip(of_zeros=30_000_000))
    size = (30_000_000).to_bytes(4, "little")
    return bytes(data).replace(size, (1_000).to_bytes(4, "little"))


def locked_zip() -> bytes:
    data = bytearray(attached.zipped({"blad.txt": "x"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def png_that_says_it_is_large() -> bytes:
    data = attached.picture("PNG")
    head = b"IHDR" + (30_000).to_bytes(4, "big") * 2 + data[24:29]
    return data[:12] + head + zlib.crc32(head).to_bytes(4, "big") + data[33:]


def many_parts(number: int) -> bytes:
    return attached.zipped({f"{n}.txt": "x" for n in range(number)})


WORD = attached.word()
MACRO_TYPES = attached.unzipped(WORD)["[Content_Types].xml"].replace(
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
)


def word_with(name: str, content: str | bytes) -> bytes:
    return attached.with_parts(WORD, {name: content})


def word_that_loads(kind: str) -> bytes:
    return word_with("word/_rels/x.xml.rels", attached.relationship(kind, "https://example.org/x"))


LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Types>&b;</Types>'
DEEP_XML = "<a>" * 5_000 + "</a>" * 5_000
PLACED = attached.exif(place=True)

CASES = (
    attachment("BW871", "drawing", "plaat.svg", "<svg/>"),
    attachment("BW871", "packed drawing", "plaat.svgz", b"\x1f\x8b"),
    attachment("BW872", "web page", "pagina.html", "<p>x"),
    attachment("BW872", "web page in one file", "pagina.MHT", "<p>x"),
    attachment("BW873", "kind for macros", "blad.docm", WORD),
    attachment("BW873", "macros under another name", "b.docx",
               word_with("[Content_Types].xml", MACRO_TYPES)),
    attachment("BW873", "project of macros", "b.docx", word_with("word/vbaProject.bin", b"x")),
    attachment("BW873", "inserted object", "b.docx", word_with("word/embeddings/o1.bin", b"x")),
    attachment("BW873", "program called picture", "b.docx", word_with("word/media/a.png", b"MZ")),
    attachment("BW873", "script", "b.xlsx",
               attached.with_parts(attached.package("xlsx"), {"x.vbs": "x"})),
    attachment("BW873", "macros of LibreOffice", "b.odt",
               attached.with_parts(attached.odf("odt"), {"Basic/Standard/M.xml": "<x/>"})),
    attachment("BW874", "template elsewhere", "b.docx", word_that_loads("attachedTemplate")),
    attachment("BW874", "picture elsewhere", "b.docx", word_that_loads("image")),
    attachment("BW874", "object elsewhere", "b.docx", word_that_loads("oleObject")),
    attachment("BW874", "part elsewhere, written with an entity", "b.docx", word_with(
        "word/_rels/x.xml.rels",
        attached.relationship("image", "x").replace("External", "&#69;xternal"))),
    attachment("BW874", "picture elsewhere, in OpenDocument", "b.odt",
               attached.odf("odt", '<draw:image xlink:href="https://example.org/x.png"/>')),
    attachment("BW875", "script", "b.pdf", attached.pdf_with(b"<</S /JavaScript /JS (x)>>")),
    attachment("BW875", "start of a program", "b.pdf", attached.pdf_with(b"<</S/Launch/F(x)>>")),
    attachment("BW875", "file inside", "b.pdf", attached.pdf_with(b"<</Type /EmbeddedFile>>")),
    attachment("BW875", "script in disguise", "b.pdf",
               attached.pdf_with(b"<</S /J#61vaScr#69pt /JS (x)>>")),
    attachment("BW875", "script in an object stream", "b.pdf",
               attached.pdf_with(attached.object_stream(b"<</S /JavaScript>>"))),
    attachment("BW875", "stream that hides its objects", "b.pdf", attached.pdf_with(
        attached.object_stream(b"", b"/Filter [/ASCII85Decode /FlateDecode]"))),
    attachment("BW875", "password", "b.pdf", attached.pdf_with(b"trailer <</Encrypt 5 0 R>>")),
    attachment("BW876", "bomb", "b.zip", huge_zip(of_zeros=60_000_000)),
    attachment("BW308", "bomb that calls itself small", "b.zip", lying_zip()),
    attachment("BW876", "endless list", "b.zip", many_parts(2_001)),
    attachment("BW876", "bomb in a PDF", "b.pdf",
               attached.pdf_with(attached.object_stream(b" " * 21_000_000))),
    attachment("BW877", "program", "b.zip", attached.zipped({"map/start.exe": b"MZ"})),
    attachment("BW877", "zip in a zip", "b.zip", attached.zipped({"b.zip": many_parts(1)})),
    attachment("BW877", "way out", "b.zip", attached.zipped({"../../weg.txt": "x"})),
    attachment("BW877", "absolute place", "b.zip", attached.zipped({"/etc/weg.txt": "x"})),
    attachment("BW877", "link", "b.zip", linked_file()),
    attachment("BW877", "password", "b.zip", locked_zip()),
    attachment("BW877", "Word file that loads", "b.zip",
               attached.zipped({"b.docx": word_that_loads("attachedTemplate")})),
    attachment("BW878", "too many pixels", "a.png", attached.picture("PNG", (8_000, 7_600), "1")),
    attachment("BW878", "far too many pixels", "a.png", png_that_says_it_is_large()),
    attachment("BW875", "stream that mixes its objects", "b.pdf", attached.pdf_with(
        attached.object_stream(b"", b"/Filter /FlateDecode /DecodeParms <</Predictor 12>>"))),
    attachment("BW879", "place in a photograph", "a.jpg", attached.picture("JPEG", exif=PLACED)),
    attachment("BW879", "place in a PNG", "a.png", attached.picture("PNG", exif=PLACED)),
    attachment("BW879", "place in a WebP", "a.webp", attached.picture("WEBP", exif=PLACED)),
    attachment("BW879", "place in XMP", "a.webp", attached.picture(
        "WEBP", xmp=b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a exif:GPSLatitude="53,30N"/>')),
    attachment("BW879", "photograph in a zip", "b.zip",
               attached.zipped({"a.jpg": attached.picture("JPEG", exif=PLACED)})),
    attachment("BW880", "formula", "b.csv", "naam;som\nx;=1+1\n", "x;=1+1"),
    attachment("BW880", "formula between quotation marks", "b.csv", 'a,b\n"@x",1\n', '"@x",1'),
    attachment("BW881", "latin-1", "b.txt", "een\ncafé\n".encode("latin-1"), "caf"),
    attachment("BW881", "bell", "b.md", "een\n\x07\n", "\x07"),
    attachment("BW881", "turned around", "b.csv", "a;\u202eb\n"),
    attachment("BW887", "moving PNG", "a.png", attached.moving("PNG")),
    attachment("BW887", "moving WebP", "a.webp", attached.moving("WEBP")),
    attachment("BW308", "JPEG called PNG", "a.png", attached.picture("JPEG")),
    attachment("BW308", "PNG that stops halfway", "a.png", attached.picture("PNG")[:60]),
    attachment("BW308", "JPEG that stops halfway", "a.jpg",
               attached.picture("JPEG", (300, 300))[:600]),
    attachment("BW308", "page called WebP", "a.webp", b"RIFF\x00\x00\x00\x00WAVEfmt "),
    attachment("BW308", "zip called Word", "b.docx", attached.zipped({"a.txt": "x"})),
    attachment("BW308", "Excel called Word", "b.docx", attached.package("xlsx")),
    attachment("BW308", "drawing called text", "b.odt", attached.odf("odp")),
    attachment("BW308", "entities of its own", "b.docx", word_with("[Content_Types].xml", LAUGHS)),
    attachment("BW308", "XML without end", "b.docx", word_with("word/_rels/x.xml.rels", DEEP_XML)),
    attachment("BW308", "text called sound", "b.mp3", "Hallo"),
    attachment("BW308", "text called film", "b.mp4", "Hallo, dit is een film."),
    attachment("BW308", "program called zip", "b.zip", b"MZ" + attached.zipped({"a.txt": "x"})),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_the_broken_attachment(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


SOUND = {
    "a.pdf": pdf(),
    "b.docx": attached.word(),
    "c.xlsx": attached.package("xlsx"),
    "d.pptx": attached.package("pptx"),
    "e.odt": attached.odf("odt", '<text:a xlink:href="https://example.org"/>'),
    "f.ods": attached.odf("ods"),
    "g.odp": attached.odf("odp"),
    "h.zip": attached.zipped({"map/blad.pdf": pdf(), "map/.DS_Store": b"\x00\x00"}),
    "i.png": attached.picture("PNG"),
    "j.jpg": attached.picture("JPEG", exif=attached.exif(orientation=6)),
    "k.webp": attached.picture("WEBP"),
    "l.mp3": b"ID3\x04\x00" + bytes(20),
    "m.mp4": b"\x00\x00\x00\x20ftypisom" + bytes(20),
    "n.txt": "Eén regel.\r\n\tNog een.\n",
    "o.md": "# Kop\n",
    "p.csv": "\ufeffa;b\n-3;+4,5\n€ 3;- 20%\n",
    "q.docx": word_with("word/_rels/x.xml.rels", attached.relationship("hyperlink", "https://a")),
    "r.pdf": attached.pdf_with(attached.object_stream(b"<</Type /Page>>")),
    "s.pdf": attached.pdf_with(b"<</OpenAction [3 0 R /Fit]>>"),
}  # fmt: skip


def test_sound_attachments_of_every_kind_pass(tmp_path: Path) -> None:
    files = [
        {"path": "files/werkblad.pdf", "title": "Werkblad"},
        *({"path": f"files/{name}", "title": name} for name in SOUND),
    ]
    named = {PRODUCT: as_file(complete_product(files=files))}
    placed = {f"{FOLDER}/{name}": content for name, content in SOUND.items()}
    assert check_site(write_site(tmp_path, {**named, **placed})).problems == ()


def test_a_place_is_never_repeated(tmp_path: Path) -> None:
    case = attachment("BW879", "", "a.jpg", attached.picture("JPEG", exif=PLACED))
    (problem,) = problems_of(case, tmp_path)
    assert dict(problem.facts) == {}
