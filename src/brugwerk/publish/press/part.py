"""A part of the pages of a site, for one of several machines that share the work.

Every machine reads and checks all records and keeps the pages of its part. Put together, what they
kept is all that an ordinary build needs; a page that is missing is made there.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

VARIABLE = "BRUGWERK_PART"
_WRITTEN = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")

Item = TypeVar("Item")


@dataclass(frozen=True)
class Part:
    """One of so many parts.

    Attributes:
        number: Which one, from 1.
        total: How many there are.
    """

    number: int
    total: int

    @classmethod
    def asked_for(cls) -> Part | None:
        """Return the part that the environment asks for, such as ``2/4``; none for all pages.

        Raises:
            ValueError: What it asks for is no part.
        """
        wanted = os.environ.get(VARIABLE)
        if not wanted:
            return None
        found = _WRITTEN.fullmatch(wanted)
        if found is None or int(found[1]) > int(found[2]):
            raise ValueError(f"{VARIABLE}={wanted}")
        return cls(int(found[1]), int(found[2]))

    def of(self, pages: Sequence[Item]) -> Sequence[Item]:
        """Return this part of the pages; kinds that take long are spread over all parts."""
        return pages[self.number - 1 :: self.total]
