"""Formulas as MathML, made at build: browsers show it without a script, and read it aloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from brugwerk.records.formula import BLOCK, INLINE, FormulaError, mathml

if TYPE_CHECKING:
    import markdown

_WHOLE_BLOCK = re.compile(rf"\s*{BLOCK}\s*\Z", re.DOTALL)


def _read(tex: str, *, display: bool) -> Element:
    """Return a formula, or the text as it was typed; the check reports what cannot be read."""
    try:
        root = mathml(tex, display=display)
    except FormulaError:
        typed = Element("code")
        typed.text = AtomicString(tex.strip())
        return typed
    for element in root.iter():
        # Signs of Markdown mean nothing in a formula.
        element.text = AtomicString(element.text) if element.text else None
    return root


class _Inline(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        return _read(m.group(1), display=False), m.start(0), m.end(0)


class _Block(BlockProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return _WHOLE_BLOCK.match(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        found = _WHOLE_BLOCK.match(blocks.pop(0))
        if found is not None:
            SubElement(parent, "p").append(_read(found.group(1), display=True))


class FormulaExtension(Extension):
    """Reads ``$…$`` in a line and ``$$…$$`` in a paragraph of its own."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Register both; code and escapes come before formulas, emphasis after them."""
        md.inlinePatterns.register(_Inline(INLINE, md), "brugwerk_formula", 182)
        md.parser.blockprocessors.register(_Block(md.parser), "brugwerk_formula", 75)


def makeExtension(**_: Any) -> FormulaExtension:  # noqa: N802 - the library's name
    """Return the extension, for a configuration that names this module."""
    return FormulaExtension()
