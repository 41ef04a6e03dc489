"""A document of Word as a text of the site: headings from the second level, lists, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.word.inlines import Inlines, as_lines, with_safe_words
from brugwerk.contribute.word.notices import Notice, Noticed, shortened
from brugwerk.contribute.word.tables import flat_table
from brugwerk.contribute.word.tree import NO_ATTRIBUTES, Part, Parts, changed, part, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from brugwerk.contribute.word.pictures import Pictures

_MAX_LEVELS = 6
_MAX_QUOTES = 2
_LONGEST_HEADING = 80
_LEADING = re.compile(r"^[ \t]{40,}", re.MULTILINE)
_LISTS = frozenset({"BulletList", "OrderedList"})
_OWN_PLACE = re.compile(r"^#_?Toc")


@dataclass
class Document:
    """A text that is ready to be written, and what was noticed.

    Attributes:
        title: The title; at first only where it stands in the text itself.
        blocks: The text below it.
        notices: What the author should know.
    """

    title: str
    blocks: Parts
    notices: list[Notice] = field(default_factory=list)


def as_document(
    tree: dict[str, Any], pictures: Pictures, is_label: Callable[[str], bool]
) -> Document:
    """Turn pandoc's tree of a Word file into a text of the site.

    Args:
        tree: What pandoc read.
        pictures: Takes the pictures of the text.
        is_label: Whether a text is the name of a field, such as "Materialen".
    """
    maker = _Maker(pictures, is_label)
    blocks = maker.blocks([*_from_metadata(tree["meta"], maker.notices), *tree["blocks"]])
    title = plain(list(tree["meta"].get("title", {}).values()))
    if not title:
        title, blocks = _title_on_top(blocks, is_label)
    return Document(title, with_safe_words(_levelled(blocks)), maker.notices)


def _from_metadata(meta: dict[str, Any], notices: list[Notice]) -> Parts:
    """Put back what Word's styles for a title page made pandoc take out of the text."""
    if "author" in meta:
        notices.append(Notice(Noticed.AUTHOR))
    blocks: Parts = []
    for key in ("subtitle", "date", "abstract"):
        found = meta.get(key)
        if found and found["t"] == "MetaInlines":
            blocks.append(part("Para", found["c"]))
        elif found and found["t"] == "MetaBlocks":
            blocks += found["c"]
    return blocks


class _Maker:
    def __init__(self, pictures: Pictures, is_label: Callable[[str], bool]) -> None:
        self.notices: list[Notice] = []
        self.is_label = is_label
        self.inlines = Inlines(pictures, self.notices)
        self.bold = 0
        self.contents = False

    def blocks(self, raw: Parts) -> Parts:
        has_headings = any(block["t"] == "Header" for block in raw)
        made: Parts = []
        for block in raw:
            if _is_entry_of_contents(block):
                self.contents = True
                continue
            flat = changed([block], self._change)
            if block["t"] != "Table":
                flat = [x for one in flat for x in self._heading(one, bold_too=not has_headings)]
            made += flat
            self.inlines.near = plain(block) or self.inlines.near
        if self.bold:
            self.notices.append(Notice(Noticed.HEADINGS_FROM_BOLD, count=self.bold))
        if self.contents:
            self.notices.append(Notice(Noticed.CONTENTS))
        return [one for block in _joined_lists(made) for one in self._tidy(block, 1)]

    def _change(self, node: Part) -> Parts | None:
        kind = node["t"]
        if kind == "Div":
            return list(node["c"][1])
        if kind == "Figure":
            return [*node["c"][2], *node["c"][1][1]]
        if kind == "Table":
            return flat_table(node, self.notices, self.is_label)
        if kind == "CodeBlock":
            return [part("CodeBlock", NO_ATTRIBUTES, _LEADING.sub(" " * 40, node["c"][1]))]
        if kind == "Note":
            inner = [one for child in node["c"] for one in self._tidy(child, _MAX_LEVELS)]
            return [part("Note", inner)]
        return self.inlines.change(node)

    def _heading(self, block: Part, *, bold_too: bool) -> Parts:
        if block["t"] == "Header":
            level, _, inlines = block["c"]
            line = [part("Space") if one["t"] == "LineBreak" else one for one in inlines]
            line = [
                child for one in line for child in (one["c"] if one["t"] == "Strong" else [one])
            ]
            return [part("Header", level, NO_ATTRIBUTES, line)] if plain(line) else []
        bold = _bold_line(block)
        if bold and (bold_too or self.is_label(plain(bold))):
            self.bold += 1
            # The level 0 says that it stands below the heading before it.
            return [part("Header", 0, NO_ATTRIBUTES, bold)]
        return [block]

    def _tidy(self, block: Part, depth: int, quotes: int = 0) -> Parts:
        """Return a block with lists that are tight, not too deep, and safe beginnings of lines."""
        kind = block["t"]
        if kind in {"Para", "Plain"}:
            return [part(kind, line) for line in as_lines(block["c"])]
        if kind in _LISTS:
            return self._list(block, depth)
        if kind == "BlockQuote":
            inner = [one for child in block["c"] for one in self._tidy(child, depth, quotes + 1)]
            return [part("BlockQuote", inner)] if inner and quotes < _MAX_QUOTES else inner
        if kind == "Header" and (depth > 1 or quotes):
            # Only the text itself has chapters.
            return [part("Para", [part("Strong", block["c"][2])])]
        return [block]

    def _list(self, block: Part, depth: int) -> Parts:
        ordered = block["t"] == "OrderedList"
        items = []
        for item in block["c"][1] if ordered else block["c"]:
            blocks = [one for child in _joined_lists(item) for one in self._tidy(child, depth + 1)]
            if depth >= _MAX_LEVELS:
                items += self._in_one_level(blocks)
            elif blocks:
                items.append(blocks)
        if all(_is_tight(item) for item in items):
            items = [
                [part("Plain", one["c"]) if one["t"] == "Para" else one for one in item]
                for item in items
            ]
        if not items:
            return []
        return [part("OrderedList", block["c"][0], items) if ordered else part("BulletList", items)]

    def _in_one_level(self, blocks: Parts) -> list[Parts]:
        items = [[one for one in blocks if one["t"] not in _LISTS]]
        for deeper in blocks:
            if deeper["t"] in _LISTS:
                self.notices.append(Notice(Noticed.DEEP_LIST, shortened(plain(deeper)) or "…"))
                items += deeper["c"][1] if deeper["t"] == "OrderedList" else deeper["c"]
        return [item for item in items if item]


def _is_entry_of_contents(block: Part) -> bool:
    """Say whether a paragraph is one link to a heading, as Word's table of contents has them."""
    if block["t"] != "Para":
        return False
    inlines = [one for one in block["c"] if plain(one)]
    return bool(inlines) and all(
        one["t"] == "Link" and _OWN_PLACE.match(one["c"][2][0]) for one in inlines
    )


def _is_tight(item: Parts) -> bool:
    lines = [one for one in item if one["t"] in {"Para", "Plain"}]
    return len(lines) <= 1 and all(one["t"] in {"Para", "Plain", *_LISTS} for one in item)


def _joined_lists(blocks: Parts) -> Parts:
    """Join bullets that stand in two lists only because Word keeps their levels apart."""
    joined: Parts = []
    for block in blocks:
        if joined and block["t"] == joined[-1]["t"] == "BulletList":
            joined[-1] = part("BulletList", [*joined[-1]["c"], *block["c"]])
        else:
            joined.append(block)
    return joined


def _bold_line(block: Part) -> Parts | None:
    """Return the words of a short paragraph that is bold as a whole, as a heading is."""
    if block["t"] not in {"Para", "Plain"}:
        return None
    inlines = [one for one in block["c"] if one["t"] not in {"Space", "LineBreak"}]
    text = plain(inlines).rstrip(" :")
    if len(inlines) != 1 or inlines[0]["t"] != "Strong" or not text:
        return None
    if len(text) > _LONGEST_HEADING or text[-1] in ".!?;,":
        return None
    return [part("Space") if one["t"] == "LineBreak" else one for one in inlines[0]["c"]]


def _title_on_top(blocks: Parts, is_label: Callable[[str], bool]) -> tuple[str, Parts]:
    """Take the first line for the title where it is the only heading of its level, or bold."""
    levels = [block["c"][0] for block in blocks if block["t"] == "Header"]
    if not levels or blocks[0]["t"] != "Header" or is_label(plain(blocks[0])):
        return "", blocks
    alone = levels.count(levels[0]) == 1 and levels[0] == min(levels)
    if alone or set(levels) == {0}:
        return plain(blocks[0]), blocks[1:]
    return "", blocks


def _levelled(blocks: Parts) -> Parts:
    """Give headings the levels 2, 3 and so on, without gaps; a line in bold stands one below."""
    used = sorted({block["c"][0] for block in blocks if block["t"] == "Header"} - {0})
    new = {level: min(number, 6) for number, level in enumerate(used, start=2)}
    above = 1
    made: Parts = []
    for block in blocks:
        if block["t"] == "Header":
            level = new.get(block["c"][0], min(above + 1, 6))
            above = new.get(block["c"][0], above)
            made.append(part("Header", level, NO_ATTRIBUTES, block["c"][2]))
        else:
            made.append(block)
    return made
