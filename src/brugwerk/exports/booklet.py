"""The facilitation guide of a network as one booklet: a cover, a contents list, then everything."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from brugwerk.addresses import absolute
from brugwerk.exports.export import Export
from brugwerk.exports.frame import framed
from brugwerk.render.headings import Heading, headings
from brugwerk.render.kinds.guide import MEETING_ANCHOR, GuideView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brugwerk.exports.export import Ground
    from brugwerk.render.page import Page

Chapter = tuple[Heading, tuple[Heading, ...]]


def booklet(page: Page, ground: Ground) -> Iterator[Export]:
    """Yield the booklet of a guide, below its page."""
    if isinstance(page.view, GuideView):
        address = ground.templates.addresses.booklet(page.view.id)
        yield Export(f"{address}index.html", partial(_made, page, address, ground))


def _made(page: Page, address: str, ground: Ground) -> bytes:
    content = ground.content(replace(page, address=address))
    # What stands before the first chapter is the cover.
    cover, mark, chapters = content.partition("<h2 ")
    root = ground.templates.settings.address
    return framed(
        ground,
        "booklet",
        address,
        page.address,
        title=page.title,
        page=page,
        cover=Markup(cover),  # noqa: S704 - templates with autoescape made it
        contents=contents(headings(content)),
        content=Markup(mark + chapters),  # noqa: S704 - as above
        permanent=absolute(page.address, root) if root else "",
    )


def contents(found: Sequence[Heading]) -> tuple[Chapter, ...]:
    """Return the chapters of a guide, each with its meetings; other parts stand in the text alone.

    Args:
        found: The headings of the guide, in order.
    """
    chapters: list[tuple[Heading, list[Heading]]] = []
    for heading in found:
        if heading.level == 2:
            chapters.append((heading, []))
        elif chapters and heading.anchor.startswith(MEETING_ANCHOR):
            chapters[-1][1].append(heading)
    return tuple((chapter, tuple(meetings)) for chapter, meetings in chapters)
