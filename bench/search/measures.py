"""How well a ranked list answers a query, and what is usual in a row of times.

The gain of a page is ``2 ** grade - 1`` and is divided by the logarithm of its rank; the sum is
compared with that of the best possible list (Järvelin and Kekäläinen, 2002).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def discounted_gain(grades: Sequence[int]) -> float:
    """Return the discounted cumulative gain of pages with these grades, in this order."""
    return sum(
        (math.pow(2, grade) - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1)
    )


def ndcg(found: Sequence[str], relevant: Mapping[str, int], depth: int = 10) -> float:
    """Return the normalised discounted cumulative gain of a list: 1 is the best order there is.

    Args:
        found: Addresses in the order in which the reader sees them. An address that comes back
            further down counts once.
        relevant: The grade of each relevant address.
        depth: How many results count.

    Raises:
        ValueError: Nothing is relevant, so no list can be good or bad.
    """
    best = discounted_gain(sorted(relevant.values(), reverse=True)[:depth])
    if not best:
        raise ValueError("nothing is relevant")
    seen = list(dict.fromkeys(found))[:depth]
    return discounted_gain([relevant.get(address, 0) for address in seen]) / best


def success(
    found: Sequence[str], relevant: Mapping[str, int], depth: int = 3, grade: int = 2
) -> bool:
    """Return whether a good page (of ``grade`` or better) is among the first ``depth``."""
    seen = list(dict.fromkeys(found))[:depth]
    return any(relevant.get(address, 0) >= grade for address in seen)


def mean(values: Sequence[float]) -> float:
    """Return the mean, or NaN of nothing."""
    return sum(values) / len(values) if values else math.nan


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least ``share`` (0 to 1) of all values do not exceed."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
