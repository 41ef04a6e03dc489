"""Source entries of products: as a sentence, and for programs that keep sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.render.citing.apa import Apa, apa
from brugwerk.render.citing.bibtex import bibtex
from brugwerk.render.citing.csl import csl
from brugwerk.render.citing.ris import ris

if TYPE_CHECKING:
    from collections.abc import Callable

    from brugwerk.derive.citation import Citation

__all__ = ["FORMS", "Apa", "Form", "apa"]


@dataclass(frozen=True)
class Form:
    """A form of a source entry that programs read.

    Attributes:
        name: What it is called; the same in every language.
        suffix: How the name of its file ends.
        write: Writes it.
    """

    name: str
    suffix: str
    write: Callable[[Citation], str]


FORMS = (Form("BibTeX", "bib", bibtex), Form("RIS", "ris", ris), Form("CSL-JSON", "csl.json", csl))
