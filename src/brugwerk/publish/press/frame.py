"""The frame of the site around a page, cut where the page's own parts go.

A generator renders each shape of frame once, with marks in the place of those parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# No record can hold this sign: what is read as text has no place in a file of records.
_MARK = "\ufdd0{}\ufdd0"
_MARKED = re.compile("\ufdd0([a-z]+)\ufdd0")


def mark(slot: str) -> str:
    """Return what stands in a frame where ``slot`` goes."""
    return _MARK.format(slot)


@dataclass(frozen=True)
class FrameShape:
    """Everything in which the frame of one page differs from that of another.

    Attributes:
        depth: How many folders below the root of the site its page stands.
        wide: Whether the page uses the room in which a table of contents would stand.
        described: Whether the page has a description.
        with_contents: Whether the page has a table of contents.
        document: The page itself, where the menu marks it; none where no menu names it.
    """

    depth: int
    wide: bool
    described: bool
    with_contents: bool
    document: str | None = None


@dataclass(frozen=True)
class Frame:
    """A frame with open places.

    Attributes:
        pieces: The HTML before the first place, between two places, and after the last one.
        slots: What goes in each place.
    """

    pieces: tuple[str, ...]
    slots: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> Frame:
        """Cut a rendered page at its marks."""
        parts = _MARKED.split(html)
        return cls(tuple(parts[::2]), tuple(parts[1::2]))

    def around(self, values: Mapping[str, str]) -> str:
        """Return a whole page.

        Args:
            values: The HTML for every slot.
        """
        filled = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            filled += (values[slot], piece)
        return "".join(filled)
