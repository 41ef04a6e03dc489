"""lunr.js and its Dutch stemmer, as the installed mkdocs package brings them.

Nothing of them is copied into the repository.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_DOC_COMMENT = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_EMPTY = re.compile(r"\n{2,}")


def library(folder: Path, language: str) -> bytes:
    """Return lunr.js with what a language needs, as one script for a worker.

    Comments and indents are left out, except the licence at the top of each file: three quarters
    of lunr.js is documentation.

    Args:
        folder: Where mkdocs keeps its search.
        language: The language of the site.
    """
    files = [folder / "templates" / "search" / "lunr.js"]
    if language != "en":
        files += [
            folder / "lunr-language" / "lunr.stemmer.support.js",
            folder / "lunr-language" / f"lunr.{language}.js",
        ]
    return "\n;\n".join(_shortened(file.read_text("utf-8")) for file in files).encode("utf-8")


def _shortened(source: str) -> str:
    end = source.index("*/") + 2
    licence, code = source[:end], source[end:]
    for pattern, to in ((_DOC_COMMENT, ""), (_LINE_COMMENT, ""), (_INDENT, ""), (_EMPTY, "\n")):
        code = pattern.sub(to, code)
    return licence + code
