"""School and transfer pages without the site around them, to stand in a page of another site."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from brugwerk.exports.export import Export
from brugwerk.exports.frame import framed
from brugwerk.render.kinds.school import SchoolView
from brugwerk.render.kinds.transfer import TransferView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.exports.export import Ground
    from brugwerk.render.page import Page
    from brugwerk.render.sharing import Sharing


def sharing_of(page: Page) -> Sharing | None:
    """Return how a page travels to another site; none for pages that stay here."""
    view = page.view
    return view.sharing if isinstance(view, SchoolView | TransferView) else None


def embedded(page: Page, ground: Ground) -> Iterator[Export]:
    """Yield the page without the site around it, where it may stand in another site."""
    if share := sharing_of(page):
        yield Export(f"{share.embedded}index.html", partial(_made, page, share.embedded, ground))


def _made(page: Page, address: str, ground: Ground) -> bytes:
    alone = replace(page, address=address, view=_alone(page.view))
    # A part of the page itself does not open beside it.
    content = ground.content(alone).replace('<a href="#', '<a target="_self" href="#')
    shown = Markup(content)  # noqa: S704 - templates with autoescape made it
    return framed(ground, "embedded", address, page.address, title=page.title, content=shown)


def _alone(view: object) -> object:
    match view:
        case SchoolView():
            return replace(view, sharing=None)
        case TransferView():
            return replace(view, sharing=None, ways=())
        case _:
            return view
