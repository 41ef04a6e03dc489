"""The alignment of table columns as a class: a page may not style its own elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import markdown

ALIGNMENTS = {f"text-align: {side};": f"align-{side}" for side in ("left", "center", "right")}


class _Aligned(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in {"td", "th"} and (side := ALIGNMENTS.get(cell.get("style", ""))):
                del cell.attrib["style"]
                cell.set("class", side)


class AlignmentExtension(Extension):
    """Writes ``class="align-right"`` where Python-Markdown writes a style."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Register the step that follows the tables."""
        md.treeprocessors.register(_Aligned(md), "brugwerk_alignment", 1)


def makeExtension(**_: Any) -> AlignmentExtension:  # noqa: N802 - the library's name
    """Return the extension, for a configuration that names this module."""
    return AlignmentExtension()
