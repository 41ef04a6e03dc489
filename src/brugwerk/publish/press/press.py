"""One page after the other: rendered, framed, written, and remembered by what others need of it."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from brugwerk.exports import files_of_page, head_of_page
from brugwerk.publish.links import Held, held
from brugwerk.publish.press.frame import FrameShape
from brugwerk.publish.publication import headings
from brugwerk.search.documents import document_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brugwerk.exports import Ground
    from brugwerk.publish.press.frame import Frame
    from brugwerk.publish.publication import Heading, Publication
    from brugwerk.render.page import Page
    from brugwerk.search.documents import Document
    from brugwerk.shelf import Shelf


class Frames(Protocol):
    """The frames of a site, whichever generator renders them."""

    def frame(self, shape: FrameShape) -> Frame:
        """Return the frame of a shape."""

    def contents(self, found: Sequence[Heading]) -> str:
        """Return the table of contents of a page as the frame shows it."""


@dataclass(frozen=True)
class Pressed:
    """What is still asked of a page once it has been written.

    Attributes:
        page: The page's document.
        document: What search finds it by; none where search leaves it out.
        held: Its links and anchors.
    """

    page: str
    document: Document | None
    held: Held


@dataclass(frozen=True)
class Press:
    """Writes pages of a site.

    Attributes:
        site: The site.
        ground: What files beside the pages are made from.
        frames: The frames around its pages.
        folder: Where the site is written.
        shelf: Keeps the files that are dear to make.
    """

    site: Publication
    ground: Ground
    frames: Frames
    folder: Path
    shelf: Shelf

    def press(self, page: Page) -> Pressed:
        """Write a page and the files that belong to it."""
        content = self.site.render(page)
        ground = replace(self.ground, content=lambda wanted: self._content(wanted, page, content))
        framed = self._framed(page, content, ground)
        self._write(f"{page.address}index.html", framed.encode("utf-8", "xmlcharrefreplace"))
        for export in files_of_page(page, ground):
            made_from = export.made_from
            made = export.make() if made_from is None else self.shelf.get(made_from, export.make)
            self._write(export.address, made)
        found = document_of(page, content, self.site.catalogue) if page.in_search else None
        return Pressed(page.document, found, held(framed))

    def _content(self, wanted: Page, page: Page, content: str) -> str:
        return content if wanted is page else self.site.render(wanted)

    def _framed(self, page: Page, content: str, ground: Ground) -> str:
        found = headings(content)
        shape = FrameShape(
            depth=page.address.count("/"),
            wide=page.wide,
            described=bool(page.description),
            with_contents=bool(found),
        )
        # The theme's frame does not escape; everything of a record that reaches it is escaped here.
        return self.frames.frame(shape).around(
            {
                "title": html.escape(page.title),
                "description": html.escape(page.description),
                "address": page.address,
                "head": head_of_page(page, ground),
                "anchor": found[0].anchor if found else "",
                "contents": self.frames.contents(found),
                "content": content,
            }
        )

    def _write(self, address: str, content: bytes) -> None:
        target = self.folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
