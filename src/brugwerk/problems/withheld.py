"""No problem repeats personal data: what a sentence would quote is left out, whatever its code."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from brugwerk.personal import personal_passages
from brugwerk.problems.problem import Wording

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from brugwerk.problems import Problem

WITHHELD = Wording("(weggelaten)", "(left out)")
# A fact may hold half a mail address or phone number, because it was cut off.
_PART_OF_ADDRESS = re.compile(r"[\w.]@|@[\w-]|(?<![\d-])(?:\+|0)\d{7,}")


def looks_personal(text: str) -> bool:
    """Return whether a text holds what may be personal data, whole or cut off."""
    return bool(_PART_OF_ADDRESS.search(text) and not _only_examples(text)) or bool(
        personal_passages(text)
    )


def _only_examples(text: str) -> bool:
    addresses = re.findall(r"\S+@\S+", text)
    return bool(addresses) and not any(
        not re.search(r"@(?:[\w-]+\.)?example\.(?:org|com|net|nl)\b", found) for found in addresses
    )


def withhold(problem: Problem) -> Problem:
    """Return the problem without the facts, and without the file name, that look personal."""
    facts = {name: safe(fact) for name, fact in problem.facts.items()}
    file = _safe_file(problem.place.file)
    if facts == problem.facts and file == problem.place.file:
        return problem
    place = (
        problem.place
        if file == problem.place.file
        else replace(problem.place, file=file, line=1, column=1)
    )
    return replace(problem, place=place, facts=facts)


def safe(fact: str | Wording) -> str | Wording:
    """Return a fact as a sentence may name it: itself, or that it is left out."""
    if isinstance(fact, Wording):
        return WITHHELD if looks_personal(fact.nl) or looks_personal(fact.en) else fact
    return WITHHELD if looks_personal(fact) else fact


def _safe_file(file: PurePosixPath) -> PurePosixPath:
    """Name the folder instead, where the name of a file gives somebody away."""
    while file.name and looks_personal(file.name):
        file = file.parent
    return file
