"""A table stands in a place that scrolls by itself, so that on a phone the page does not.

Whoever uses a keyboard can get to that place; its name is the header of the table, because that is
there in whatever language the text is written (WCAG 1.4.10, 2.1.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    import markdown

PLACE, TABLE = "table-scroll", "text-table"


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table" and parent.get("class") != PLACE:
                    parent[index] = self._placed(child)

    def _placed(self, table: Element) -> Element:
        place = Element("div", {"class": PLACE, "role": "group", "tabindex": "0"})
        names = ["".join(cell.itertext()).strip() for cell in table.iter("th")]
        if name := ", ".join(filter(None, names)):
            place.set("aria-label", name)
        place.tail, table.tail = table.tail, None
        # The theme wraps tables without a class once more.
        table.set("class", TABLE)
        place.append(table)
        return place


class TableExtension(Extension):
    """Puts every table in a ``div`` that scrolls."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Register the step that follows the inline patterns, by which a header is plain text."""
        md.treeprocessors.register(_Tables(md), "brugwerk_tables", 2)


def makeExtension(**_: Any) -> TableExtension:  # noqa: N802 - the library's name
    """Return the extension, for a configuration that names this module."""
    return TableExtension()
