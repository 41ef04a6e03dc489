"""From simple HTML to a Word file that says what it is, and that is the same on every machine."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape as in_xml

from brugwerk.contribute.word.pandoc import run_pandoc
from brugwerk.exports.packing import packed
from brugwerk.exports.word.reference import FOOT, reference_document

if TYPE_CHECKING:
    from brugwerk.render.page import Colophon


@dataclass(frozen=True)
class Copy:
    """What a Word file is made of.

    Attributes:
        title: Its title, as plain text.
        description: What it is about, as plain text.
        body: Its content as simple HTML.
        language: The language of the text.
        colophon: What it says of itself.
        interface: The language in which Word shows the names of styles.
    """

    title: str
    description: str
    body: str
    language: str
    colophon: Colophon
    interface: str


def to_word(copy: Copy) -> bytes:
    """Make a Word file.

    Args:
        copy: What it is made of; pictures stand in it as ``data:`` addresses.

    Raises:
        PandocFailedError: The text is too large to be converted within bounds.
    """
    text = (
        f'<!doctype html><html lang="{escape(copy.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(copy.title)}</title></head><body>{copy.body}</body></html>"
    )
    with TemporaryDirectory(prefix="brugwerk-word-") as folder:
        reference = Path(folder, "reference.docx")
        reference.write_bytes(reference_document(copy.interface))
        arguments = ("--from", "html", "--to", "docx", "--reference-doc", str(reference))
        return _finished(run_pandoc(text.encode("utf-8"), *arguments), copy)


def _finished(made: bytes, copy: Copy) -> bytes:
    """Fill in what pandoc does not know, and take out the time at which it ran."""
    with zipfile.ZipFile(io.BytesIO(made)) as source:
        names = (name for name in source.namelist() if not name.endswith("/"))
        parts = [(name, _part(name, source.read(name), copy)) for name in names]
    return packed(parts, None)


def _part(name: str, content: bytes, copy: Copy) -> bytes:
    match name:
        case "docProps/core.xml":
            return _core(copy)
        case "word/footer1.xml":
            return content.replace(FOOT.encode(), in_xml(copy.colophon.foot).encode("utf-8"))
        case _:
            return content


def _core(copy: Copy) -> bytes:
    """Return the properties of the file (ECMA-376 part 2, 11)."""
    colophon = copy.colophon
    issued = ""
    if colophon.issued:
        day = f"{colophon.issued.isoformat()}T00:00:00Z"
        issued = "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
            for name in ("created", "modified")
        )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{in_xml(copy.title)}</dc:title>"
        f"<dc:creator>{in_xml('; '.join(colophon.authors))}</dc:creator>"
        f"<dc:description>{in_xml(copy.description)}</dc:description>"
        f"<dc:language>{in_xml(copy.language)}</dc:language>{issued}</cp:coreProperties>"
    ).encode()
