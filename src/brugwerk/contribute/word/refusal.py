"""Why a Word file cannot be taken in: a problem that ends the import."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.problems import Place, Problem

if TYPE_CHECKING:
    from brugwerk.problems.problem import Wording


class RefusedError(Exception):
    """The import stops here; nothing was written."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def refusal(code: str, name: str, **facts: str | Wording) -> RefusedError:
    """Return the refusal of the file called ``name``, with the facts of its problem."""
    return RefusedError(Problem(code, Place(PurePosixPath(name)), facts))
