"""Headings of a text go one level down at a time: who listens to a page finds the way by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADINGS = frozenset(f"h{level}" for level in range(2, 7))
# Above a text stands a heading of the page, on the second level.
_PAGE = 2


class HeadingLevels(Treeprocessor):
    """Takes out levels that were skipped; headings of one level in a part stay on one level."""

    def run(self, root: Element) -> None:
        """Change the levels of the headings of a text."""
        above: list[tuple[int, int]] = []
        for element in root.iter():
            if element.tag not in _HEADINGS:
                continue
            written = int(element.tag[1])
            while above and above[-1][0] >= written:
                above.pop()
            level = min(written, (above[-1][1] if above else _PAGE) + 1)
            above.append((written, level))
            element.tag = f"h{level}"
