"""Word files made in memory, as Word writes them, for tests to change in one place at a time."""

from __future__ import annotations

import io
import subprocess
import zipfile
from typing import TYPE_CHECKING

import docx
import pypandoc
from docx.oxml import parse_xml
from PIL import Image

from brugwerk.contribute.word.conversion import convert
from brugwerk.contribute.word.draft import Wanted
from brugwerk.language import translator
from tests.in_memory import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from brugwerk.contribute.word.conversion import Converted
    from brugwerk.contribute.word.notices import Notice, Noticed

MAIN = "word/document.xml"
INTRODUCTION = "Leerlingen zoeken samen uit hoe ver de sterren van ons af staan."
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{path}"'
    for prefix, path in {
        "w": "wordprocessingml/2006/main",
        "mc": "markup-compatibility/2006",
        "wp": "drawingml/2006/wordprocessingDrawing",
        "a": "drawingml/2006/main",
        "m": "officeDocument/2006/math",
        "r": "officeDocument/2006/relationships",
    }.items()
)
_SHAPES = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def word_file(write: Callable[[Document], object] = lambda document: None) -> bytes:
    """A lesson with a title and an introduction, and what ``write`` adds to it."""
    document = docx.Document()
    document.add_heading("Sterren tellen", 0)
    document.add_paragraph(INTRODUCTION)
    write(document)
    return saved(document)


def saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def listed(document: Document, items: list[str], style: str = "List Bullet") -> None:
    for item in items:
        document.add_paragraph(item, style=style)


def append_xml(paragraph: Paragraph, xml: str) -> None:
    """Add XML to a paragraph, with the prefixes that Word declares."""
    start, end = xml.split(">", 1)
    slash = "/" if start.endswith("/") else ""
    paragraph._p.append(
        parse_xml(f"{start.removesuffix('/')} {_NAMESPACES} {_SHAPES}{slash}>{end}")
    )


def text_box(text: str) -> str:
    """A text box as Word 2010 and later write it: twice, for old versions too."""
    content = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        '<wp:docPr id="5" name="Tekstvak 5"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"<wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def graphic(kind: str) -> str:
    """A ``chart`` or ``diagram`` (SmartArt) in its place in the text."""
    return (
        '<w:r><w:drawing><wp:inline><wp:docPr id="6" name="Grafiek"/><a:graphic><a:graphicData '
        f'uri="http://schemas.openxmlformats.org/drawingml/2006/{kind}"/></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def fraction(above: str, below: str) -> str:
    """A formula with one fraction."""
    return (
        f"<m:oMath><m:f><m:num><m:r><m:t>{above}</m:t></m:r></m:num>"
        f"<m:den><m:r><m:t>{below}</m:t></m:r></m:den></m:f></m:oMath>"
    )


def photo(kind: str = "JPEG", size: tuple[int, int] = (40, 30)) -> bytes:
    """A picture that says where, when and with what it was taken."""
    picture = Image.new("RGB", size, "orange")
    exif = Image.Exif()
    exif[0x010F] = "Cameramerk"
    exif[0x0112] = 6  # Turned: upright it is higher than wide.
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (5.0, 7.0, 0.0)})
    target = io.BytesIO()
    picture.save(target, kind, exif=exif)
    return target.getvalue()


def repacked(content: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The same zip with parts replaced, added, or left out where there is none."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = {name: old.read(name) for name in old.namelist()} | dict(changes)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return target.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written_by_pandoc(markdown: str, form: str = "docx") -> bytes:
    """A file of another program than Word."""
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", form, "-o", "-"]
    return subprocess.run(command, input=markdown.encode(), capture_output=True, check=True).stdout


def converted(
    content: bytes, folder: Path, name: str = "les.docx", language: str = "nl"
) -> Converted:
    """What a Word file becomes."""
    path = folder / name
    path.write_bytes(content)
    return convert(path, Wanted("lesson"), vocabulary(), translator("nl"))


def noticed(result: Converted, kind: Noticed) -> list[Notice]:
    return [notice for notice in result.notices if notice.kind is kind]
