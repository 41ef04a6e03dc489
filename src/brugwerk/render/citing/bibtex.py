"""A source entry in BibTeX, with the fields of biblatex for what BibTeX has no word for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.derive.citation import Citation

# Signs that mean something to TeX.
_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
# BibTeX counts a brace even behind a backslash: only pairs can be written so, and are widely read.
_PAIRED = str.maketrans({**_SIGNS, "{": r"\{", "}": r"\}"})
_UNPAIRED = str.maketrans({**_SIGNS, "{": r"\textbraceleft{}", "}": r"\textbraceright{}"})
# The languages of vocabulary/ that TeX knows by name.
_LANGUAGES = {"nl": "dutch", "en": "english"}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def bibtex(citation: Citation) -> str:
    """Write a source entry in BibTeX; its key is the id of the product."""
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(citation))
    return f"@misc{{{citation.id},\n{lines}}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    # A second pair of braces keeps a name whole and a title in its own capitals.
    yield "title", f"{{{{{_text(citation.title)}}}}}"
    if citation.authors:
        yield "author", "{" + " and ".join(f"{{{_text(name)}}}" for name in citation.authors) + "}"
    if citation.issued:
        yield "year", f"{{{citation.issued.year}}}"
        yield "month", _MONTHS[citation.issued.month - 1]
        yield "date", f"{{{citation.issued.isoformat()}}}"
    if citation.version:
        yield "version", f"{{{citation.version}}}"
    yield "type", f"{{{_text(citation.kind)}}}"
    yield "publisher", f"{{{{{_text(citation.publisher)}}}}}"
    if citation.language in _LANGUAGES:
        yield "langid", f"{{{_LANGUAGES[citation.language]}}}"
    if citation.licence:
        yield "note", f"{{{_text(citation.licence)}}}"
    if citation.address:
        yield "url", f"{{{citation.address}}}"


def _text(text: str) -> str:
    return " ".join(text.split()).translate(_PAIRED if _is_paired(text) else _UNPAIRED)


def _is_paired(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0
