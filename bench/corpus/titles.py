"""Titles for made products, each used once."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.corpus.writer import Writer

_PLAIN = 5


class Titles:
    """Gives titles that nothing else has."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def another(self, writer: Writer) -> str:
        """Return a title that was not given before; with a number where words run out."""
        for attempt in count():
            title = writer.write("titles")
            if attempt >= _PLAIN:
                title = f"{title} {attempt}"
            if title not in self._given:
                break
        self._given.add(title)
        return title
