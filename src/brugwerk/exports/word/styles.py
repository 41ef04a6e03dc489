"""The styles of a Word file: the type of the site, by what a paragraph is for.

Colours are those of ``theme/assets/colours.css``; fonts are those that Word brings along.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from brugwerk.language import translator

if TYPE_CHECKING:
    from collections.abc import Mapping

READING, WORKING, CODE = "Georgia", "Calibri", "Consolas"
INK, SOFT, RULE = "1F2A30", "4D5A61", "D9D6CC"
WATER, WATER_TINT = "0E4F5C", "E3EFF1"
BRICK, BRICK_TINT = "A63D1F", "FBECE6"
SAND, SAND_STRONG = "F4EFE3", "8A6D2F"


class Own(Enum):
    """The styles that are our own."""

    KICKER = auto()
    LEAD = auto()
    FIXED_NAME = auto()
    FIXED = auto()
    FREE_NAME = auto()
    FREE = auto()
    NOTICE = auto()
    DEVIATION = auto()
    SMALL = auto()
    SMALL_WORDS = auto()
    TIME = auto()
    LINE = auto()
    FACTS = auto()


@cache
def names(language: str) -> Mapping[Own, str]:
    """Return what Word calls our own styles, in a language."""
    say = translator(language).text
    return {
        Own.KICKER: say("Kind of page"),
        Own.LEAD: say("Lead"),
        Own.FIXED_NAME: say("Fixed part, its name"),
        Own.FIXED: say("Fixed part"),
        Own.FREE_NAME: say("Free part, its name"),
        Own.FREE: say("Free part"),
        Own.NOTICE: say("Notice"),
        Own.DEVIATION: say("Departure from the core"),
        Own.SMALL: say("Small text"),
        Own.SMALL_WORDS: say("Small words"),
        Own.TIME: say("Time and place"),
        Own.LINE: say("Line to write on"),
        Own.FACTS: say("At a glance"),
    }


@dataclass(frozen=True)
class Look:
    """How a style looks; lengths are in twentieths of a point, sizes in half points."""

    font: str | None = None
    size: int | None = None
    colour: str | None = None
    bold: bool = False
    italic: bool = False
    before: int | None = None
    after: int | None = None
    line: int | None = None
    indent: int | None = None
    shade: str | None = None
    # A bar at the left: its kind, its width in eighths of a point, its colour.
    bar: tuple[str, int, str] | None = None
    rule_below: str | None = None
    keep_next: bool = False
    level: int | None = None

    def paragraph(self) -> str:
        """Return the properties of a paragraph, in the order that the standard asks for."""
        parts = []
        if self.keep_next:
            parts.append("<w:keepNext/><w:keepLines/>")
        borders = ""
        if self.bar:
            kind, width, colour = self.bar
            borders += f'<w:left w:val="{kind}" w:sz="{width}" w:space="8" w:color="{colour}"/>'
        if self.rule_below:
            borders += (
                f'<w:bottom w:val="single" w:sz="6" w:space="1" w:color="{self.rule_below}"/>'
                f'<w:between w:val="single" w:sz="6" w:space="1" w:color="{self.rule_below}"/>'
            )
        if borders:
            parts.append(f"<w:pBdr>{borders}</w:pBdr>")
        if self.shade:
            parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{self.shade}"/>')
        spacing = [
            f'w:{name}="{value}"'
            for name, value in (("before", self.before), ("after", self.after), ("line", self.line))
            if value is not None
        ]
        if spacing:
            parts.append(f"<w:spacing {' '.join(spacing)}/>")
        if self.indent:
            parts.append(f'<w:ind w:left="{self.indent}"/>')
        if self.level is not None:
            parts.append(f'<w:outlineLvl w:val="{self.level}"/>')
        return f"<w:pPr>{''.join(parts)}</w:pPr>" if parts else ""

    def words(self) -> str:
        """Return the properties of words, in the order that the standard asks for."""
        parts = []
        if self.font:
            names = " ".join(f'w:{kind}="{self.font}"' for kind in ("ascii", "hAnsi", "cs"))
            parts.append(f"<w:rFonts {names}/>")
        parts += ["<w:b/><w:bCs/>"] if self.bold else []
        parts += ["<w:i/><w:iCs/>"] if self.italic else []
        if self.colour:
            parts.append(f'<w:color w:val="{self.colour}"/>')
        if self.size:
            parts.append(f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>')
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def _heading(size: int, level: int, before: int) -> Look:
    return Look(
        font=READING,
        size=size,
        colour=INK,
        bold=True,
        before=before,
        after=80,
        keep_next=True,
        level=level,
    )


# Styles that Word and pandoc know by these names: (name, based on, how it looks).
KNOWN: tuple[tuple[str, str, Look], ...] = (
    ("Body Text", "Normal", Look(before=60, after=100)),
    ("First Paragraph", "Body Text", Look()),
    ("Compact", "Body Text", Look(before=20, after=20)),
    ("Title", "Normal", Look(font=READING, size=44, colour=INK, bold=True, after=80)),
    ("heading 1", "Normal", _heading(30, 0, 320)),
    ("heading 2", "Normal", _heading(25, 1, 220)),
    ("heading 3", "Normal", _heading(22, 2, 180)),
    ("heading 4", "Normal", _heading(21, 3, 140)),
    ("heading 5", "Normal", _heading(21, 4, 140)),
    ("Block Text", "Body Text", Look(font=READING, indent=200, bar=("single", 24, BRICK))),
    ("Definition Term", "Normal", Look(bold=True, before=100, keep_next=True)),
    ("Definition", "Body Text", Look(indent=360)),
    ("Caption", "Normal", Look(size=18, colour=SOFT, after=120)),
    ("Table Caption", "Caption", Look(keep_next=True)),
    ("Image Caption", "Caption", Look()),
    ("Figure", "Normal", Look()),
    ("Captioned Figure", "Figure", Look(keep_next=True)),
    ("Source Code", "Normal", Look(font=CODE, size=19, shade=SAND, before=60, after=60)),
    ("Footnote Text", "Normal", Look(size=18)),
    ("header", "Normal", Look(size=17, colour=SOFT)),
    ("footer", "Normal", Look(size=17, colour=SOFT)),
)
KNOWN_WORDS: tuple[tuple[str, Look], ...] = (
    ("Verbatim Char", Look(font=CODE, size=20)),
    ("Hyperlink", Look(colour="0B5A6B")),
)
_FIXED = Look(indent=200, bar=("single", 36, WATER), shade=WATER_TINT, before=0, after=60)
_FREE = Look(indent=200, bar=("dashed", 24, SAND_STRONG), before=0, after=60)
PARAGRAPHS: dict[Own, Look] = {
    Own.KICKER: Look(size=19, bold=True, colour=BRICK, after=60),
    Own.LEAD: Look(font=READING, size=25, line=300, after=160),
    Own.FIXED_NAME: replace(_FIXED, bold=True, before=140, keep_next=True),
    Own.FIXED: _FIXED,
    Own.FREE_NAME: replace(_FREE, bold=True, before=140, keep_next=True),
    Own.FREE: _FREE,
    Own.NOTICE: Look(indent=200, bar=("single", 24, SAND_STRONG), shade=SAND, after=60),
    Own.DEVIATION: Look(indent=200, bar=("single", 24, BRICK), shade=BRICK_TINT, after=60),
    Own.SMALL: Look(size=18, colour=SOFT),
    Own.TIME: Look(size=19, bold=True, colour=SOFT, keep_next=True),
    Own.LINE: Look(before=120, after=120, rule_below=SOFT),
}
WORDS: dict[Own, Look] = {Own.SMALL_WORDS: Look(size=18, colour=SOFT)}
# A table finds its style by an id, and not by the name that people read.
FACTS_ID = "BrugwerkFacts"
