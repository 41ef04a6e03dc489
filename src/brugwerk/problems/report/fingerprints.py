"""What tells a problem that was there before from a new one, when lines have moved."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brugwerk.problems.problem import Problem


def fingerprints(problems: Sequence[Problem]) -> list[str]:
    """Return a fingerprint for each problem, in the same order.

    It depends on the code, the file and the facts, and on how often these stood there before; not
    on the line, nor on the language of the report.
    """
    met: Counter[tuple[str, ...]] = Counter()
    found = []
    for problem in problems:
        facts = [f"{name}={fact}" for name, fact in sorted(problem.facts.items())]
        key = (problem.code, str(problem.place.file), *facts)
        met[key] += 1
        whole = "\0".join((*key, str(met[key])))
        found.append(hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest())
    return found
