"""The elements of one XML part of an office file, without anything that XML can expand."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from brugwerk.check.attachments.flaw import FlawedAttachmentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_DEPTH = 500


def each_element(part: bytes, suffix: str, look: Callable[[str, Mapping[str, str]], None]) -> None:
    """Call ``look`` with the name and the attributes of every element.

    Raises:
        FlawedAttachmentError: The part is no XML, nests without end, or declares entities of its
            own, which no office program does (``BW308``).
    """
    parser = expat.ParserCreate()
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise FlawedAttachmentError("BW308", suffix=suffix)
        look(name, attributes)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        raise FlawedAttachmentError("BW308", suffix=suffix)

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise FlawedAttachmentError("BW308", suffix=suffix) from error
