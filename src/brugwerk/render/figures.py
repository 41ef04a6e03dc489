"""A picture on a line of its own with a title is a figure, and the title is its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    import markdown


class _Figures(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in list(root.iter("p")):
            alone = len(paragraph) == 1 and not (paragraph.text or "").strip()
            if not alone or paragraph[0].tag != "img" or (paragraph[0].tail or "").strip():
                continue
            caption = paragraph[0].attrib.pop("title", None)
            if caption:
                paragraph.tag = "figure"
                paragraph.text = None
                SubElement(paragraph, "figcaption").text = caption


class FigureExtension(Extension):
    """Reads ``![What it shows](picture.png "Caption")``."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Register the step that follows the inline patterns."""
        md.treeprocessors.register(_Figures(md), "brugwerk_figures", 2)


def makeExtension(**_: Any) -> FigureExtension:  # noqa: N802 - the library's name
    """Return the extension, for a configuration that names this module."""
    return FigureExtension()
