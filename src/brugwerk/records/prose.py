"""Reading Markdown as source, without converting it: in time that grows with its length only."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from brugwerk.first_look import DIGIT, SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|>)[ \t]+)*(`{3,}|~{3,})")
_TICKS = re.compile(r"`+")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\[^]{1,200})\]:[ \t]*(\S+)", re.MULTILINE)
_PICTURE = re.compile(r"!\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?:\[([^\]]*)\]|(\())?")
_TAG = re.compile(r"(?<!\\)(?<!\]\()<(?!https?:|mailto:)/?[A-Za-z!][^<>\n]{0,500}>?")
_MARKERS = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?){12}")
# The converter takes quadratic time over lines that might underline a heading.
_UNDERLINE = re.compile(r"[=-]+[ \t]*")
MOST_UNDERLINES = 29
MAX_INDENT = 60
MAY_NEST_TOO_DEEPLY = (
    rf"(?m)^[ \t]*(?:(?:[-*+]|{DIGIT}+[.)])[ \t]+|>[ \t]?){{12}}|^{SPACE}{{61}}|"
    r"^[=-]+[ \t]*\n[=-]+[ \t]*\n[=-]"
)


def without_code(text: str) -> str:
    """Return the text with its code blanked out, so that positions stay what they are."""
    lines = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            closes = found is not None and found.group(1).startswith(fence)
            lines.append(" " * len(line))
            fence = "" if closes and line.strip() == found.group(1) else fence  # type: ignore[union-attr]
        elif found:
            fence = found.group(1)
            lines.append(" " * len(line))
        else:
            lines.append(line)
    return _without_inline_code("\n".join(lines))


def _without_inline_code(text: str) -> str:
    parts: list[str] = []
    start = 0
    runs = list(_TICKS.finditer(text))
    nexts: dict[int, deque[int]] = {}
    for index, run in enumerate(runs):
        nexts.setdefault(len(run.group()), deque()).append(index)
    index = 0
    while index < len(runs):
        same = nexts[len(runs[index].group())]
        while same and same[0] <= index:
            same.popleft()
        if not same:
            index += 1
            continue
        opening, closing = runs[index], runs[same[0]]
        parts.append(text[start : opening.start()])
        code = text[opening.start() : closing.end()]
        parts.append("\n".join(" " * len(line) for line in code.split("\n")))
        start = closing.end()
        index = same[0] + 1
    parts.append(text[start:])
    return "".join(parts)


def link_targets(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position and the target of every link and picture in a text without code."""
    position = text.find("](")
    while position >= 0:
        yield from _target_at(text, position + 2)
        position = text.find("](", position + 2)
    for found in _DEFINITION.finditer(text):
        yield found.start(2), found.group(2).strip("<>")


def picture_targets(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position and the target of every picture in a text without code."""
    named = {
        " ".join(found.group(1).lower().split()): found.group(2).strip("<>")
        for found in _DEFINITION.finditer(text)
    }
    for found in _PICTURE.finditer(text):
        words, label, opens = found.groups()
        if opens:
            yield from _target_at(text, found.end())
        elif target := named.get(" ".join((label or words).lower().split())):
            yield found.start(), target


def picture_texts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position of every picture in a text without code, and what it says is to be seen.

    A name in brackets alone is that of a picture only where the name is defined further on.
    """
    named = {" ".join(found.group(1).lower().split()) for found in _DEFINITION.finditer(text)}
    for found in _PICTURE.finditer(text):
        words, label, opens = found.groups()
        if opens or " ".join((label or words).lower().split()) in named:
            yield found.start(), words.strip()


def _target_at(text: str, start: int) -> Iterator[tuple[int, str]]:
    line_end = text.find("\n", start)
    line = text[start : line_end if line_end >= 0 else len(text)]
    rest = line.lstrip(" \t")
    begin = start + len(line) - len(rest)
    if rest.startswith("<"):
        if (end := rest.find(">")) > 0:
            yield begin + 1, rest[1:end]
        return
    depth = 0
    # No target runs on into the next link; this bound keeps half-written links cheap.
    next_link = rest.find("](")
    rest = rest[: next_link if next_link >= 0 else 2_100]
    for offset, sign in enumerate(rest):
        if sign in " \t" or (sign == ")" and depth == 0):
            yield begin, rest[:offset]
            return
        depth += {"(": 1, ")": -1}.get(sign, 0)
    yield begin, rest


def html_tags(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position and the words of everything in a text without code that looks like HTML."""
    for found in _TAG.finditer(text):
        yield found.start(), found.group()


def nested_too_deeply(text: str) -> int | None:
    """Return the position of the first line that is nested deeper than any reader follows.

    Python-Markdown recurses for each level of a list or quotation, without a limit of its own.
    """
    lines = text.split("\n")
    run = 0
    for index, line in enumerate(lines):
        first = line[:1]
        # Nearly every line is empty or begins with a letter, and needs no second look.
        if not first or first.isalpha():
            run = 0
            continue
        if _MARKERS.match(line) or len(line) - len(line.lstrip()) > MAX_INDENT:
            return _start_of(index, lines)
        run = run + 1 if _UNDERLINE.fullmatch(line) else 0
        if run > MOST_UNDERLINES:
            return _start_of(index + 1 - run, lines)
    return None


def _start_of(index: int, lines: list[str]) -> int:
    return sum(len(line) + 1 for line in lines[:index])
