"""A source entry by the rules of the APA (Publication Manual, seventh edition, chapters 9 and 10).

In Dutch it follows the usual translation: day and month in that order, ``z.d.`` without a date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brugwerk.derive.citation import Citation
    from brugwerk.language import Translator

# Of more authors, the manual names nineteen and the last (9.8).
_MOST = 20


@dataclass(frozen=True)
class Apa:
    """A source entry in three parts, of which the title is set in italics."""

    before: str
    title: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.title}{self.after}"


def apa(citation: Citation, translator: Translator) -> Apa:
    """Write a source entry in the language of a site.

    Without authors the title stands in their place (9.12). The site is left out as publisher where
    it is the author too (9.29).
    """
    say = translator.text
    when = say("n.d.")
    if citation.issued:
        when = f"{citation.issued.year}, {translator.day_of_year(citation.issued)}"
    facts = ""
    if citation.version:
        facts = " " + say("(Version {version})").format(version=citation.version)
    facts += f" [{citation.kind[:1].upper()}{citation.kind[1:]}]."
    where = "" if citation.authors == (citation.publisher,) else f" {_ended(citation.publisher)}"
    link = f" {citation.address}" if citation.address else ""
    if not citation.authors:
        return Apa("", citation.title, f"{facts[:-1]}. ({when}).{where}{link}")
    return Apa(
        f"{_ended(_joined(citation.authors))} ({when}). ", citation.title, f"{facts}{where}{link}"
    )


def _joined(authors: Sequence[str]) -> str:
    if len(authors) > _MOST:
        return f"{', '.join(authors[: _MOST - 1])}, … {authors[-1]}"
    if len(authors) == 1:
        return authors[0]
    return f"{', '.join(authors[:-1])} & {authors[-1]}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
