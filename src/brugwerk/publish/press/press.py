"""One page after the other: rendered, framed, written, and remembered by what others need of it."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from brugwerk.exports import FRAMES, files_of_page, head_of_page
from brugwerk.publish.links import Held, held
from brugwerk.publish.press.fingerprint import Fingerprints
from brugwerk.publish.press.frame import FrameShape
from brugwerk.render.headings import headings
from brugwerk.search.documents import document_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brugwerk.exports import Ground
    from brugwerk.publish.press.frame import Frame
    from brugwerk.publish.press.kept import KeptPages
    from brugwerk.publish.publication import Publication
    from brugwerk.render.headings import Heading
    from brugwerk.render.page import Page
    from brugwerk.search.documents import Document
    from brugwerk.shelf import Shelf


class Frames(Protocol):
    """The frames of a site, whichever generator renders them."""

    def frame(self, shape: FrameShape) -> Frame:
        """Return the frame of a shape."""

    def name(self, shape: FrameShape) -> str:
        """Return a name that differs where the frame of a shape differs."""

    def anew(self) -> Frames:
        """Return frames that are rendered again; what they show may have changed."""

    def contents(self, found: Sequence[Heading], shape: FrameShape) -> str:
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
        kept: The pages of earlier builds.
        made_by: Names the code and everything else that all pages follow from.
        in_menu: The documents that the menu names; their frames mark them there.
    """

    site: Publication
    ground: Ground
    frames: Frames
    folder: Path
    shelf: Shelf
    kept: KeptPages
    made_by: str
    in_menu: frozenset[str] = frozenset()

    def press(self, page: Page) -> Pressed:
        """Write a page and the files that belong to it, unless an earlier build made the same."""
        name = self._fingerprints.of(*self._made_from(page))
        if (earlier := self.kept.take(name, self.folder)) is not None:
            return earlier
        content = self.site.render(page)
        ground = replace(self.ground, content=lambda wanted: self._content(wanted, page, content))
        framed = self._framed(page, content, ground)
        files = {f"{page.address}index.html": framed.encode("utf-8", "xmlcharrefreplace")}
        for export in files_of_page(page, ground):
            files[export.address] = export.content(self.shelf)
        found = document_of(page, content, self.site.catalogue) if page.in_search else None
        pressed = Pressed(page.document, found, held(framed))
        self.kept.keep(name, pressed, files, self.folder)
        return pressed

    def _made_from(self, page: Page) -> tuple[object, ...]:
        """Name everything that makes a page what it is."""
        templates = self.site.templates
        return (
            page,
            self.made_by,
            templates.made_of(f"{page.kind}.html"),
            templates.made_of("parts/former-parts.html"),
            [templates.made_of(frame) for frame in FRAMES],
            templates.settings,
            self._vocabulary,
            [self.frames.name(shape) for shape in self._shapes(page)],
            self.site.former_parts_with_titles(page.address),
            self._attachments(page),
            self._licence(page),
        )

    @cached_property
    def _fingerprints(self) -> Fingerprints:
        return Fingerprints()

    @cached_property
    def _vocabulary(self) -> str:
        return self._fingerprints.of(self.site.templates.vocabulary)

    def _attachments(self, page: Page) -> list[tuple[str, str]]:
        """Name the attachments that the files of a page take in."""
        files = self.site.catalogue.attachments.get(page.product or "", {})
        return [
            (path, sha256(file.read_bytes()).hexdigest()) for path, file in sorted(files.items())
        ]

    def _licence(self, page: Page) -> str | None:
        """Return the text of the licence that the files of a page take in."""
        if page.product is None:
            return None
        spdx = self.site.catalogue.products[page.product].record.license
        return self.ground.licence(spdx) if spdx else None

    def _content(self, wanted: Page, page: Page, content: str) -> str:
        return content if wanted is page else self.site.render(wanted)

    def _framed(self, page: Page, content: str, ground: Ground) -> str:
        found = headings(content)
        shape = self._shapes(page)[bool(found)]
        # The theme's frame does not escape; everything of a record that reaches it is escaped here.
        return self.frames.frame(shape).around(
            {
                "title": html.escape(page.title),
                "description": html.escape(page.description),
                "address": page.address,
                "head": head_of_page(page, ground),
                "anchor": found[0].anchor if found else "",
                "contents": self.frames.contents(found, shape),
                "content": content,
            }
        )

    def _shapes(self, page: Page) -> tuple[FrameShape, FrameShape]:
        """Return the shapes of frame a page may need: without headings, and with them."""
        without = FrameShape(
            depth=page.address.count("/"),
            wide=page.wide,
            described=bool(page.description),
            with_contents=False,
            document=page.document if page.document in self.in_menu else None,
        )
        return without, replace(without, with_contents=True)
