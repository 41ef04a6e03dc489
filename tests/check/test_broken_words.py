"""Word files that cannot be taken in: one clear message, and nothing half-written."""

from __future__ import annotations

import io
import shutil
import zipfile
from typing import TYPE_CHECKING
from unittest import mock

import docx
import pytest

from brugwerk.check import check_site
from brugwerk.contribute.word import pandoc
from brugwerk.contribute.word.draft import Wanted
from brugwerk.contribute.word.refusal import RefusedError
from brugwerk.contribute.word.taking_in import Request, take_in
from brugwerk.language import translator
from tests.builders import pdf
from tests.check.broken import Broken, assert_found, problems_of
from tests.contribute.word_files import MAIN, repacked, saved, word_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brugwerk.problems import Problem

FILE = "les.docx"
LESSON = Wanted("lesson")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
CONTENT_TYPES = "[Content_Types].xml"


LESSON_FILE = word_file()


def taken(
    content: bytes | Callable[[], bytes], request: Request
) -> Callable[[Path], tuple[Problem, ...]]:
    """Take a file in; what is large is made only then."""

    def take(root: Path) -> tuple[Problem, ...]:
        (root / FILE).write_bytes(content if isinstance(content, bytes) else content())
        before = sorted(root.rglob("*"))
        with pytest.raises(RefusedError) as refused:
            take_in(root / FILE, request, check_site(root).entries, translator("nl"))
        assert sorted(root.rglob("*")) == before
        return (refused.value.problem,)

    return take


def word(
    code: str,
    about: str,
    content: bytes | Callable[[], bytes] = LESSON_FILE,
    request: Request | None = None,
) -> Broken:
    """A Word file, or what is asked of it, that cannot be taken in."""
    return Broken(code, about, FILE, found_by=taken(content, request or Request(LESSON)))


def zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def locked_in_zip() -> bytes:
    """A zip of which the list says that its parts have a password."""
    content = bytearray(zipped({MAIN: b"x"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def part(xml: str) -> bytes:
    return repacked(LESSON_FILE, {MAIN: xml.encode()})


def with_content_type(new: str) -> bytes:
    types = zipfile.ZipFile(io.BytesIO(LESSON_FILE)).read(CONTENT_TYPES).decode()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return repacked(LESSON_FILE, {CONTENT_TYPES: types.replace(main, new).encode()})


def without_time(root: Path) -> tuple[Problem, ...]:
    with mock.patch.object(pandoc, "SECONDS", 0.001):
        return taken(LESSON_FILE, Request(LESSON))(root)


def put_a_file_in_the_place_of_products(root: Path) -> None:
    shutil.rmtree(root / "products")
    (root / "products").write_text("")


DEEP = "<w:tbl><w:tr><w:tc>" * 60 + "</w:tc></w:tr></w:tbl>" * 60
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOMB = '<!DOCTYPE a [<!ENTITY b "x">]>'

CASES = (
    word("BW901", "a PDF with another name", pdf()),
    word("BW901", "plain text", b"Gewoon een tekst."),
    word("BW901", "a spreadsheet", with_content_type("application/x.spreadsheetml.main+xml")),
    word("BW901", "a zip of something else", zipped({"foto.txt": b"x"})),
    word("BW901", "an old file of another program", OLE),
    word("BW902", "the old form of Word", OLE + "WordDocument".encode("utf-16-le")),
    word("BW903", "a password of Word", OLE + "EncryptedPackage".encode("utf-16-le")),
    word("BW903", "a zip with a password", locked_in_zip()),
    word(
        "BW903",
        "an OpenDocument text with a password",
        zipped(
            {
                "mimetype": b"application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": b"<manifest:encryption-data/>",
                "content.xml": b"x",
            }
        ),
    ),
    word("BW904", "macros by the list", with_content_type("x.document.macroEnabled.main+xml")),
    word("BW904", "macros by the part", repacked(LESSON_FILE, {"word/vbaProject.bin": b"x"})),
    word("BW905", "cut off", LESSON_FILE[:5_000]),
    word("BW905", "without its list of parts", repacked(LESSON_FILE, {CONTENT_TYPES: None})),
    word("BW905", "without its text", repacked(LESSON_FILE, {MAIN: None})),
    word("BW905", "text that is no XML", part("<w:document")),
    word("BW905", "XML that repeats itself", part(f"{BOMB}<w:document {W}>&b;</w:document>")),
    word("BW906", "too large", lambda: b"PK\x03\x04" + bytes(20_000_001)),
    word("BW907", "a zip bomb", lambda: repacked(LESSON_FILE, {"word/x.bin": bytes(100_000_001)})),
    word("BW907", "endless text", lambda: repacked(LESSON_FILE, {"word/x.xml": bytes(20_000_001)})),
    word("BW907", "too many parts", zipped({f"word/{n}.xml": b"" for n in range(1_001)})),
    word("BW907", "tables without end", part(f"<w:document {W}>{DEEP}</w:document>")),
    word("BW908", "no byte", b""),
    word("BW908", "no word", saved(docx.Document())),
    Broken("BW909", "no time", FILE, found_by=without_time),
    word("BW910", "an id in use", request=Request(LESSON, "proefles")),
    word("BW911", "an id with a space", request=Request(LESSON, "proef les")),
    word("BW911", "a title without letters", request=Request(Wanted("lesson", "???"))),
    word("BW912", "a kind that does not exist", request=Request(Wanted("les"))),
    word("BW913", "a network that does not exist", request=Request(Wanted("lesson", "", ("net",)))),
    Broken(
        "BW914",
        "no folder to write in",
        FILE,
        prepare=put_a_file_in_the_place_of_products,
        found_by=taken(LESSON_FILE, Request(LESSON)),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_file_or_request_that_cannot_be_taken_in(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))
