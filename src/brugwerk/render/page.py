"""A page before it is rendered: one explicit value from which its HTML follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import PurePosixPath


@dataclass(frozen=True)
class Page:
    """Everything that one generated page is made from, the site's settings and terms aside.

    Attributes:
        address: Where it stands, such as ``producten/<id>/``.
        kind: Which kind of page it is; also the name of its template.
        title: Its title, as plain text.
        description: One or two sentences for search engines and lists, as plain text.
        view: The view model that the template shows.
        source: The file that a reader may want to improve; none for lists.
        language: The language of the record's own texts.
        in_search: Whether search should find it.
        wide: Whether it uses the room in which a table of contents would stand.
        as_of: The day that it looks from, where time matters to it and a day is known.
    """

    address: str
    kind: str
    title: str
    description: str
    view: object
    source: PurePosixPath | None = None
    language: str = "nl"
    in_search: bool = True
    wide: bool = False
    as_of: date | None = None

    @property
    def document(self) -> str:
        """The Markdown file that stands for the page: ``producten/<id>/index.md``."""
        return f"{self.address}index.md"
