"""Office files: whole, of the kind their name says, without programs, and at rest when opened.

A ``.docx``, ``.xlsx`` or ``.pptx`` is a package of parts and their relationships (ECMA-376 part 2);
an ``.odt``, ``.ods`` or ``.odp`` is one of OASIS OpenDocument 1.3 part 2.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from brugwerk.check.attachments.flaw import Flaw
from brugwerk.check.attachments.package import DAMAGED, content, files, opened
from brugwerk.check.attachments.xml_part import each_element

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Mapping

_TYPES = "[Content_Types].xml"
_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
# What each kind says of itself: in its list of types, or in its part called mimetype.
MAIN_PARTS = {
    ".docx": f"{_OOXML}wordprocessingml.document.main+xml",
    ".xlsx": f"{_OOXML}spreadsheetml.sheet.main+xml",
    ".pptx": f"{_OOXML}presentationml.presentation.main+xml",
    ".odt": f"{_ODF}text",
    ".ods": f"{_ODF}spreadsheet",
    ".odp": f"{_ODF}presentation",
}
_PROGRAM = re.compile(
    r"(?:^|/)(?:vba\w*\.(?:bin|xml)|activeX/.*|macrosheets/.*|basic/.*|scripts/.*|"
    r"embeddings/.*\.bin|.*\.(?:exe|dll|com|scr|pif|cpl|msi|jar|class|lnk|url|hta|reg|bat|cmd|ps1|"
    r"vbs|vbe|jse?|wsf|sh|py|html?|xhtml|docm|dotm|xlsm|xlsb|xltm|xla|xlam|pptm|potm|ppsm|ppam|"
    r"doc|xls|ppt|zip|7z|rar|iso|img))$",
    re.IGNORECASE,
)
_HEADS_OF_PROGRAMS = (b"MZ", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"#!", b"\xca\xfe\xba\xbe")
_NEEDS_NOTHING = frozenset({"hyperlink"})
_LINKS_OF_ODF = frozenset({"text:a", "draw:a"})
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|/|\\|\.\./)", re.IGNORECASE)


def flaws(stream: IO[bytes], suffix: str) -> Iterator[Flaw]:
    """Yield what is wrong with an office file."""
    with opened(stream, suffix) as archive:
        parts = {part.filename: part for part in files(archive)}
        types = _types_of(archive, parts, suffix)
        if MAIN_PARTS[suffix] not in types:
            macros = any("macroEnabled" in kind for kind in types)
            yield Flaw("BW873") if macros else Flaw("BW308", facts={"suffix": suffix})
            return
        if any("vbaProject" in kind or "activeX" in kind for kind in types) or any(
            _is_program(archive, part) for part in parts.values()
        ):
            yield Flaw("BW873")
        elif suffix.startswith(".od"):
            yield from _in_odf(archive, parts, suffix)
        elif any(_loads(archive, parts[name], suffix) for name in parts if _is_list(name)):
            yield Flaw("BW874")


def _types_of(
    archive: zipfile.ZipFile, parts: Mapping[str, zipfile.ZipInfo], suffix: str
) -> set[str]:
    if suffix.startswith(".od"):
        kind = content(archive, parts["mimetype"], suffix) if "mimetype" in parts else b""
        return {kind.decode("ascii", "replace").strip()}
    found: set[str] = set()
    if _TYPES in parts:
        read = content(archive, parts[_TYPES], suffix)
        each_element(read, suffix, lambda _, its: found.add(its.get("ContentType", "")))
    return found


def _is_program(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if _PROGRAM.search(part.filename):
        return True
    if part.filename.endswith((".xml", ".rels")):
        return False
    try:
        with archive.open(part) as read:
            return read.read(4).startswith(_HEADS_OF_PROGRAMS)
    except DAMAGED:
        # Nothing that can be started either.
        return False


def _is_list(name: str) -> bool:
    return name.lower().endswith(".rels")


def _loads(archive: zipfile.ZipFile, part: zipfile.ZipInfo, suffix: str) -> bool:
    """Return whether a list of relationships fetches something when the file is opened."""
    found: list[str] = []

    def look(name: str, its: Mapping[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship" and its.get("TargetMode") == "External":
            found.append(its.get("Type", "").rpartition("/")[2])

    each_element(content(archive, part, suffix), suffix, look)
    return bool(set(found) - _NEEDS_NOTHING)


def _in_odf(
    archive: zipfile.ZipFile, parts: Mapping[str, zipfile.ZipInfo], suffix: str
) -> Iterator[Flaw]:
    acts: set[str] = set()

    def look(name: str, its: Mapping[str, str]) -> None:
        if name.startswith("script:") or its.get("script:language"):
            acts.add("BW873")
        elif name not in _LINKS_OF_ODF and _ELSEWHERE.match(its.get("xlink:href", "")):
            acts.add("BW874")

    for name in ("content.xml", "styles.xml"):
        if name in parts:
            each_element(content(archive, parts[name], suffix), suffix, look)
    for code in sorted(acts):
        yield Flaw(code)
