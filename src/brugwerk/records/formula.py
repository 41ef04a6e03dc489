"""Formulas in texts, ``$…$`` and ``$$…$$``: found as source, and read into MathML at build.

The library that reads TeX does not escape what stands in ``text`` and lets ``href`` and
``style`` through, so of what it makes only known elements and attributes are taken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

# Money is no formula: "$5 en $10" has a space before its second sign, "$5-$10" a digit after it.
INLINE = r"(?<![\\$\w])\$(?![\s$])((?:[^$\n\\]|\\[^\n])+)(?<!\s)\$(?![\w$])"
BLOCK = r"\$\$((?:[^$\\]|\\.)+)\$\$"
LONGEST = 500
_DEEPEST = 40
_FOUND = re.compile(rf"(?:(?<=\n\n)|\A){BLOCK}(?=\n\n|\s*\Z)|{INLINE}", re.DOTALL)
_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
ELEMENTS = frozenset(
    {
        *("math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot"),
        *("msup", "msub", "msubsup", "mover", "munder", "munderover", "mtable", "mtr", "mtd"),
        *("mpadded", "mphantom", "mstyle", "menclose", "mfenced"),
    }
)
ATTRIBUTES = frozenset(
    {
        *("display", "mathvariant", "stretchy", "fence", "form", "separator", "lspace", "rspace"),
        *("width", "height", "depth", "linethickness", "notation", "accent", "accentunder"),
        *("columnalign", "rowspacing", "columnspacing", "columnlines", "rowlines", "frame"),
        *("displaystyle", "scriptlevel", "minsize", "maxsize", "movablelimits", "open", "close"),
    }
)
_PLAIN_VALUE = re.compile(r"[\w.+#%() ,|/\[\]{}‖⌊⌋⌈⌉⟨⟩-]{0,60}")


class FormulaError(Exception):
    """A formula that cannot be read."""


def formulas(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position and the TeX of every formula in a text without code."""
    for found in _FOUND.finditer(text):
        group = found.lastindex or 0
        yield found.start(group), found.group(group)


def mathml(tex: str, *, display: bool = False) -> ET.Element:
    """Read a formula.

    Args:
        tex: The formula in TeX, without dollar signs.
        display: Whether it stands on a line of its own.

    Returns:
        A ``math`` element that holds known elements and attributes only.

    Raises:
        FormulaError: The formula is too long, or cannot be read.
    """
    # The library is slow to import, and few sites have formulas.
    from latex2mathml.converter import convert  # noqa: PLC0415

    if len(tex) > LONGEST or _depth(tex) > _DEEPEST:
        raise FormulaError
    try:
        written = convert(tex.strip(), display="block" if display else "inline")
        root = ET.fromstring(written)  # noqa: S314 - made by the library; it holds no declarations
    except Exception as error:
        # The library has an exception of its own for each mistake, and leaves others to Python.
        raise FormulaError from error
    for element in root.iter():
        _take(element)
    return root


def _take(element: ET.Element) -> None:
    element.tag = element.tag.removeprefix(_NAMESPACE)
    known = element.tag in ELEMENTS and ATTRIBUTES.issuperset(element.attrib)
    plain = all(_PLAIN_VALUE.fullmatch(value) for value in element.attrib.values())
    # An unknown command comes back as its own name.
    if not known or not plain or (element.text or "").startswith("\\"):
        raise FormulaError


def _depth(tex: str) -> int:
    depth = deepest = 0
    for sign in tex:
        depth += (sign == "{") - (sign == "}")
        deepest = max(deepest, depth)
    return deepest
