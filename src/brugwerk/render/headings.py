"""The headings of a rendered page, for its table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Heading:
    """A heading of a page: its level, its anchor, and its text, escaped as HTML."""

    level: int
    anchor: str
    text: str


def headings(html: str) -> tuple[Heading, ...]:
    """Return the headings of levels 2 and 3 of a rendered page."""
    return tuple(
        Heading(int(level), anchor, _TAG.sub("", text).strip())
        for level, anchor, text in _HEADING.findall(html)
    )
