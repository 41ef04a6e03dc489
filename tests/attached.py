"""Small attachments of every kind, made in memory, for tests to spoil in one place at a time."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import docx
from PIL import ExifTags, Image

if TYPE_CHECKING:
    from collections.abc import Mapping

OOXML = "application/vnd.openxmlformats-officedocument"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# A place in the sea, where nobody lives.
PLACE = (53.0, 30.0, 0.0)


def word(text: str = "Werkblad", *, maker: str = "") -> bytes:
    """A Word file, as Word would write it."""
    document = docx.Document()
    document.add_paragraph(text)
    document.core_properties.author = maker
    document.core_properties.last_modified_by = maker
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(data: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """The same zip with more parts, or others."""
    return zipped({**unzipped(data), **parts})


def package(kind: str) -> bytes:
    """The least that an ``.xlsx`` or ``.pptx`` is."""
    part = {"xlsx": "spreadsheetml.sheet", "pptx": "presentationml.presentation"}[kind]
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/main.xml" ContentType="{OOXML}.{part}.main+xml"/></Types>'
    )
    return zipped({"[Content_Types].xml": types, "main.xml": "<main/>"})


def odf(kind: str, content: str = "") -> bytes:
    """The least that an ``.odt``, ``.ods`` or ``.odp`` is."""
    names = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
    body = f'<office:body xmlns:office="o" xmlns:draw="d" xmlns:xlink="x">{content}</office:body>'
    mimetype = f"application/vnd.oasis.opendocument.{names[kind]}"
    return zipped({"mimetype": mimetype, "content.xml": body})


def relationship(kind: str, target: str) -> str:
    """A list of one relationship that leads outside the package."""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONSHIPS}/{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )


def pdf_with(objects: bytes) -> bytes:
    """A PDF with these objects in it."""
    return b"%PDF-1.7\n" + objects + b"\n%%EOF\n"


def object_stream(objects: bytes, dictionary: bytes = b"/Filter /FlateDecode") -> bytes:
    """Objects packed into one stream."""
    packed = zlib.compress(objects) if b"Filter" in dictionary else objects
    return b"1 0 obj <</Type /ObjStm %s>> stream\n%s\nendstream endobj" % (dictionary, packed)


def picture(
    kind: str = "PNG", size: tuple[int, int] = (12, 8), mode: str = "RGB", **options: Any
) -> bytes:
    """A picture of one colour but for its top left corner."""
    bands = len(Image.new(mode, (1, 1)).getbands())
    light, dark = (200, 20) if bands == 1 else ((200,) * bands, (20,) * bands)
    image = Image.new(mode, size, light)
    image.paste(dark, (0, 0, size[0] // 2, size[1] // 2))
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def exif(*, place: bool = False, orientation: int = 1, maker: str = "") -> bytes:
    """What a camera writes into a photograph."""
    found = Image.Exif()
    found[ExifTags.Base.Orientation] = orientation
    if maker:
        found[ExifTags.Base.Artist] = maker
    if place:
        found.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: PLACE, 3: "E", 4: (4.0, 30.0, 0.0)})
    return found.tobytes()


def moving(kind: str) -> bytes:
    """A picture of two frames."""
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    target = io.BytesIO()
    frames[0].save(target, kind, save_all=True, append_images=frames[1:], duration=100)
    return target.getvalue()
