"""Whole pages with little around them, whichever generator makes the rest of the site."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from brugwerk.addresses import absolute, relative
from brugwerk.exports.export import Export
from brugwerk.render.policy import POLICY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.exports.export import Ground

FOLDER = "assets/frame/"
STYLE, SCRIPT = f"{FOLDER}plain.css", f"{FOLDER}plain.js"
_SHEETS = ("colours.css", "page.css", "print.css")
_DARK = '[data-md-color-scheme="slate"]'


def frame_files(_ground: Ground) -> Iterator[Export]:
    """Yield the style sheet and the script of pages in a plain frame."""
    yield Export(STYLE, lambda: _style().encode("utf-8"))
    yield Export(SCRIPT, _asset("brugwerk.js").encode)


def framed(ground: Ground, frame: str, address: str, of: str, **shown: object) -> bytes:
    """Return a page in a plain frame.

    Args:
        ground: For the templates, and for where the site is published.
        frame: The name of the frame's template.
        address: Where the page stands.
        of: The address of the page that it is another form of.
        **shown: What the template shows; its ``title`` at least.
    """
    root = ground.templates.settings.address
    page = ground.templates.render_part(
        frame,
        address,
        policy=POLICY,
        style=STYLE,
        script=SCRIPT,
        whole=of,
        canonical=absolute(of, root) if root else relative(of, address),
        **shown,
    )
    return f"{page.strip()}\n".encode()


def _style() -> str:
    """Return one sheet; its colours follow the reader's device, where no button can ask."""
    colours, *others = map(_asset, _SHEETS)
    light, chooser, dark = colours.partition(_DARK)
    if not chooser:
        raise ValueError("the dark colours are not where they were")
    follows = f"@media (prefers-color-scheme: dark) {{\n:root{dark}}}\n"
    own = resources.files("brugwerk.exports").joinpath("frame.css").read_text("utf-8")
    return "\n".join((light, follows, own, *others))


def _asset(name: str) -> str:
    return resources.files("brugwerk").joinpath("theme", "assets", name).read_text("utf-8")
