"""A drawing as SVG: boxes, lines, words and links, in classes that the style sheet colours.

Sizes are in pixels at the reader's own text size. Words are broken by an estimate of their width
that is rather too wide than too narrow, because the reader's font is not known when a page is made.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

# Widths of Helvetica's letters in parts of the text size; other letters are taken as middling.
_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.22),
    **dict.fromkeys(" .,:;!/\\ft[]I", 0.28),
    **dict.fromkeys('()-r"`', 0.35),
    **dict.fromkeys("ckszvxyJ", 0.5),
    **dict.fromkeys("FTZL", 0.61),
    **dict.fromkeys("ABEKPSVXY&", 0.67),
    **dict.fromkeys("CDHNRUw", 0.72),
    **dict.fromkeys("GOQ", 0.78),
    **dict.fromkeys("mM", 0.83),
    **dict.fromkeys("W%@—…", 1.0),
}
_MIDDLING = 0.56
# Common fonts of systems are up to a sixth wider than Helvetica.
_WIDER = 1.16
# Multiply the size of bold letters by this to measure them.
BOLD = 1.14


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is, at a text size."""
    return size * _WIDER * sum(map(_letter, text))


def _letter(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 1.0
    plain = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS.get(plain, _MIDDLING)


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """Break a text into lines that fit; a word that is longer than a line is broken too.

    Args:
        text: One paragraph.
        size: The text size.
        room: The width of a line.
    """
    lines: list[str] = []
    line = ""
    for whole in text.split():
        word = whole
        if line and width_of(f"{line} {word}", size) <= room:
            line = f"{line} {word}"
            continue
        if line:
            lines.append(line)
        while width_of(word, size) > room and len(word) > 1:
            fits = _fitting(word, size, room)
            lines.append(word[:fits])
            word = word[fits:]
        line = word
    return (*lines, line) if line else tuple(lines)


def _fitting(word: str, size: float, room: float) -> int:
    fits = 1
    while fits < len(word) and width_of(word[: fits + 1], size) <= room:
        fits += 1
    return fits


class Area(NamedTuple):
    """A rectangle, from its left upper corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass
class Drawing:
    """Collects marks from top to bottom; what is drawn later lies on top.

    Attributes:
        width, height: The size so far; a drawing grows downwards by whoever draws.
    """

    width: float
    height: float = 0
    marks: list[Markup] = field(default_factory=list)

    def line(self, kind: str, *points: tuple[float, float]) -> None:
        """Draw a line through points."""
        path = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
        self.marks.append(Markup('<path class="{}" d="{}"/>').format(kind, path))

    def box(self, kind: str, area: Area, corner: float = 4) -> None:
        """Draw a box."""
        self.marks.append(
            Markup(
                '<rect class="{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}" rx="{:g}"/>'
            ).format(kind, *area, corner)
        )

    def words(self, kind: str, x: float, y: float, lines: Iterable[str], leading: float) -> None:
        """Write lines of text below each other, the first with its foot at a point."""
        for number, line in enumerate(lines):
            self.marks.append(
                Markup('<text class="{}" x="{:g}" y="{:g}">{}</text>').format(
                    kind, x, y + number * leading, line
                )
            )

    def link(self, target: str, label: str, inside: Drawing) -> None:
        """Make another drawing of the same place a link.

        Args:
            target: Where the link leads.
            label: What it says to those who do not see the drawing; empty where its words do.
            inside: What can be clicked.
        """
        named = Markup("<title>{}</title>").format(label) if label else Markup()
        self.marks.append(
            Markup('<a href="{}">{}{}</a>').format(target, named, Markup().join(inside.marks))
        )

    def svg(self, kind: str, name: str, title: str, description: str) -> Markup:
        """Return the drawing.

        Args:
            kind: Its class.
            name: What its ids begin with; once on a page.
            title: What it shows.
            description: How it shows that, in words.
        """
        return Markup(
            '<svg class="{kind}" viewBox="0 0 {width:g} {height:g}" role="group" '
            'aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
            '<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>'
            "{marks}</svg>"
        ).format(
            kind=kind,
            width=self.width,
            height=self.height,
            name=name,
            title=title,
            description=description,
            marks=Markup().join(self.marks),
        )
