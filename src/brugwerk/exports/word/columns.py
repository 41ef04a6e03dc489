"""How wide the columns of a table are on paper: more text, more room, and none too narrow."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt

# What a letter takes of the width of a page in this type, and what stands around a text.
_LETTER, _AROUND = 1.3, 2.5


@dataclass
class Columns:
    """The columns of one table, while it is being read.

    Attributes:
        place: Where in the output their widths are written, once the table ends.
        lengths: How much text each column holds.
        longest: The longest word of each, which is not to be broken.
    """

    place: int
    lengths: list[int] = field(default_factory=list)
    longest: list[int] = field(default_factory=list)
    _at: int = -1
    _spanned: bool = False

    def row(self) -> None:
        """Begin a row."""
        self._at = -1

    def cell(self, *, spans: bool) -> None:
        """Begin a cell; one that spans columns leaves the widths to whoever shows the table."""
        self._at += 1
        self._spanned |= spans
        if self._at == len(self.lengths):
            self.lengths.append(0)
            self.longest.append(0)

    def hold(self, text: str) -> None:
        """Count text in the present cell."""
        if self._at >= 0:
            self.lengths[self._at] += len(text)
            words = map(len, text.split())
            self.longest[self._at] = max(self.longest[self._at], *words, 0)

    def written(self) -> str:
        """Return the widths as HTML, in parts of the whole."""
        if self._spanned or not self.lengths:
            return ""
        weights = [sqrt(length) or 1.0 for length in self.lengths]
        shares = [100 * weight / sum(weights) for weight in weights]
        needs = [_LETTER * longest + _AROUND for longest in self.longest]
        if sum(needs) < 100:
            shares = [max(share, need) for share, need in zip(shares, needs, strict=True)]
        shares = [100 * share / sum(shares) for share in shares]
        return (
            "<colgroup>" + "".join(f'<col style="width:{s:.1f}%">' for s in shares) + "</colgroup>"
        )
