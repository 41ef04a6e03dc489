"""What leaves the site beside its pages: one explicit value for each file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from brugwerk.catalogue import Catalogue
    from brugwerk.problems import Problem
    from brugwerk.render.page import Page
    from brugwerk.render.templates import Templates
    from brugwerk.shelf import Shelf


class NotExportedError(Exception):
    """A file cannot be made of what somebody wrote."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class Export:
    """A file of the site that is no page.

    Attributes:
        address: Where it stands, such as ``producten/<id>/<id>.docx``.
        make: Makes its content.
        made_from: Everything that the content follows from, where making it costs more than
            keeping it; none where it is made anew in every build.
    """

    address: str
    make: Callable[[], bytes]
    made_from: bytes | None = None

    def content(self, shelf: Shelf) -> bytes:
        """Return its content, from the shelf where it is dear to make.

        Args:
            shelf: Keeps what is dear to make.
        """
        return self.make() if self.made_from is None else shelf.get(self.made_from, self.make)


@dataclass(frozen=True)
class Ground:
    """What files and heads of pages are made from.

    Attributes:
        catalogue: The sound records.
        templates: Templates, addresses and terms in the language of the site.
        pages: Every generated page by its document.
        content: Gives the HTML of a page.
        attachment: Gives an attachment as readers get it.
        licence: Gives the text of a licence by its SPDX id, where the site has it.
    """

    catalogue: Catalogue
    templates: Templates
    pages: Mapping[str, Page]
    content: Callable[[Page], str]
    attachment: Callable[[Path], bytes]
    licence: Callable[[str], str | None]
