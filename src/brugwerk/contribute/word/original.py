"""The author's own file as an attachment, without the names that a word processor adds to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brugwerk.contribute.word.pictures import UnreadablePictureError, clean_picture

if TYPE_CHECKING:
    from brugwerk.contribute.word.package import WordFile

# Who wrote a change or comment stands in attributes; who made the file, in elements.
_WHO = re.compile(rb'\b(\w+:(?:author|initials|userId|providerId))="[^"]*"')
_MADE_BY = re.compile(
    rb"(<(dc:creator|cp:lastModifiedBy|meta:initial-creator|meta:printed-by|Manager|Company|"
    rb"meta:creator-initials)\b[^>/]*>)[^<]*(</\2>)"
)
_THUMBNAIL = re.compile(rb'<Relationship\b[^>]*metadata/thumbnail"[^>]*/>')
_CUSTOM = "docProps/custom.xml"
_NO_CUSTOM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
_PICTURES = {".jpg": (".jpg", ".jpeg"), ".png": (".png",)}


def nameless(word: WordFile) -> bytes:
    """Return the file without the names in its properties, comments and tracked changes.

    Its photos lose where and with what they were taken. Names in the text itself stay.
    """
    return word.packed({name: _nameless(name, part) for name, part in word.parts.items()})


def _nameless(name: str, part: bytes) -> bytes | None:
    if name.startswith(("docProps/thumbnail", "Thumbnails/")):
        return None
    if name == _CUSTOM:
        return _NO_CUSTOM
    if name == "META-INF/manifest.xml":
        return re.sub(rb'<manifest:file-entry\b[^>]*"Thumbnails/[^>]*/>', b"", part)
    if name.endswith((".xml", ".rels")):
        return _THUMBNAIL.sub(b"", _MADE_BY.sub(rb"\1\3", _WHO.sub(rb'\1=""', part)))
    if name.lower().endswith((".jpg", ".jpeg", ".png")):
        try:
            suffix, drawn = clean_picture(part)
        except UnreadablePictureError:
            return part
        # A picture of another kind than its name says stays what Word takes it for.
        return drawn if name.lower().endswith(_PICTURES[suffix]) else part
    return part
