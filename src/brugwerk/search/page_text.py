"""The readable text of a page's HTML, without what belongs to other pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# A card, or a link to something else, is found at its own page; here it would be found twice.
_ELSEWHERE = frozenset(
    {"card", "card-list", "suggestions", "relations", "in-schools", "actions", "jump", "travels"}
)
_SILENT = frozenset({"script", "style", "svg", "button", "form", "template"})
_EMPTY = frozenset({"br", "hr", "img", "input", "col", "wbr", "source", "link", "meta"})
_SENTENCE = frozenset({"p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "td", "th", "br", "summary"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            self.pieces.append(" ")
            return
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        away = bool(tag in _SILENT or classes & _ELSEWHERE or "data-search-exclude" in given)
        if self._skipping or away:
            self._skipping.append(tag)
        elif tag in _SENTENCE:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._skipping:
            while self._skipping.pop() != tag:
                pass
        elif tag in _SENTENCE and not self._skipping:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.pieces.append(data)


_HEADING = re.compile(r"<(h[23]|dt|summary)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_ANCHOR = re.compile(r'\bid="([^"]+)"')


def headings_of(html: str) -> str:
    """Return what a page is about in its own words, one per line.

    Those are its headings, what opens, and what it defines. An anchor such as ``#privacy`` is the
    writer's own short name for what stands there, so it is read along.
    """
    found = []
    for _, attributes, heading in _HEADING.findall(html):
        anchor = _ANCHOR.search(attributes)
        found += [text_of(heading), anchor.group(1).replace("-", " ") if anchor else ""]
    return "\n".join(line for line in found if line)


def text_of(html: str) -> str:
    """Return the text of a page's HTML, one line per paragraph."""
    reader = _Reader()
    reader.feed(html)
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if line)
