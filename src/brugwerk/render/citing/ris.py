"""A source entry in RIS, as reference managers read it: a tag, two spaces, a hyphen and a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.derive.citation import Citation


def ris(citation: Citation) -> str:
    """Write a source entry in RIS, with the ends of lines that its programs expect."""
    lines = (f"{tag}  - {' '.join(value.split())}".rstrip(" ") for tag, value in _tags(citation))
    return "".join(f"{line}\r\n" for line in lines) + "ER  - \r\n"


def _tags(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", citation.id
    yield "TI", citation.title
    for author in citation.authors:
        yield "AU", author
    if citation.issued:
        yield "PY", str(citation.issued.year)
        yield "DA", citation.issued.strftime("%Y/%m/%d")
    if citation.version:
        yield "ET", citation.version
    yield "M3", citation.kind
    yield "PB", citation.publisher
    yield "LA", citation.language
    if citation.licence:
        yield "N1", citation.licence
    if citation.address:
        yield "UR", citation.address
