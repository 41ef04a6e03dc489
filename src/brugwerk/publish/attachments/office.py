"""Office files without the names that the program wrote down by itself.

Of whoever made the file, saved it, printed it, changed it or remarked on it only the name goes; the
words, the remarks and the tracked changes stay. Where a name stands is said in ECMA-376 part 1
(WordprocessingML 17.13, SpreadsheetML 18.7, PresentationML 19.4), part 2 (11, core properties),
MS-DOCX 2.5 (people), MS-XLSX 2.1.38 (persons) and OpenDocument 1.3 part 3 (4.3, metadata).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

_SOMEBODY = b"-"
_WITHIN = rb"(<(?:%s)(?:\s[^<>]*)?>)[^<]*(</)"


def _element(*names: str) -> re.Pattern[bytes]:
    return re.compile(_WITHIN % b"|".join(name.encode() for name in names))


def _attribute(*names: str) -> re.Pattern[bytes]:
    joined = b"|".join(name.encode() for name in names)
    return re.compile(rb"(\s(?:%s)\s*=\s*)(?:\"[^\"<>]*\"|'[^'<>]*')()" % joined)


# Of each part, by its name: what is emptied, and what is put in the place of a name.
_NAMES: tuple[tuple[re.Pattern[str], re.Pattern[bytes], bytes], ...] = (
    (re.compile(r"docProps/core\.xml"), _element("dc:creator", "cp:lastModifiedBy"), b""),
    (re.compile(r"docProps/app\.xml"), _element("Manager", "Company"), b""),
    (
        re.compile(r"word/.*\.xml"),
        _attribute("w:author", "w:initials", "w15:author", "w15:userId"),
        b'"-"',
    ),
    (re.compile(r"xl/comments.*\.xml"), _element("author"), _SOMEBODY),
    (
        re.compile(r"xl/persons/.*\.xml"),
        _attribute("displayName", "userId", "providerId"),
        b'"-"',
    ),
    (re.compile(r"xl/revisions/.*\.xml|xl/workbook\.xml"), _attribute("userName"), b'"-"'),
    (
        re.compile(r"ppt/(?:commentAuthors|authors)\.xml"),
        _attribute("name", "initials", "userId", "providerId"),
        b'"-"',
    ),
    (
        re.compile(r"meta\.xml"),
        _element("dc:creator", "meta:initial-creator", "meta:printed-by", "dc:contributor"),
        b"",
    ),
    (
        re.compile(r"content\.xml|styles\.xml"),
        _element("dc:creator", "meta:creator-initials"),
        _SOMEBODY,
    ),
)
# Without its signature a signed file would warn its reader; with it, nothing in it may change.
_SIGNED = ("_xmlsignatures/", "META-INF/documentsignatures.xml")
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def without_makers(data: bytes) -> bytes:
    """Return the same office file with no name of a maker, writer or company in its properties.

    A signed file, and one whose parts are written in UTF-16, come back as they are; the check
    names what stands in them.

    Args:
        data: The file.

    Raises:
        ValueError: It is damaged.
    """
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            if any(name.startswith(_SIGNED) for name in source.namelist()):
                return data
            with zipfile.ZipFile(target, "w") as archive:
                for part in source.infolist():
                    _copy(source, part, archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValueError(str(error)) from error
    return target.getvalue()


def _copy(source: zipfile.ZipFile, part: zipfile.ZipInfo, target: zipfile.ZipFile) -> None:
    content = source.read(part)
    for of_part, name, somebody in _NAMES:
        if of_part.fullmatch(part.filename):
            content = name.sub(rb"\g<1>%s\g<2>" % somebody, content)
    # The date would tell when it was made here, and differ between builds.
    fresh = zipfile.ZipInfo(part.filename, _NO_DATE)
    # OpenDocument wants its first part unpacked.
    stored = part.compress_type == zipfile.ZIP_STORED
    target.writestr(fresh, content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
