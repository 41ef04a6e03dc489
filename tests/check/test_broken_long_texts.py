"""Texts that no reader reads and no converter finishes: refused, and shown as typed.

Every text here is hostile: it takes the converter minutes, or all memory, when it is let through.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.records.prose_limits import MOST_LINES, MOST_SIGNS, Much, excess_of
from brugwerk.render.markdown_text import MarkdownText
from tests.builders import IDEA, as_file, product
from tests.check.broken import Broken, assert_found, problems_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


# A text of `size` signs that asks the most of one construct.
CONSTRUCTS: dict[str, Callable[[int], str]] = {
    "stars": lambda size: "*a **a " * (size // 7),
    "stars within stars": lambda size: "*" * (size // 2) + "a" + "*" * (size // 2),
    "mixed emphasis": lambda size: "*_**__a " * (size // 8),
    "underscores": lambda size: "_a __a " * (size // 7),
    "tildes": lambda size: "~~a " * (size // 4),
    "brackets": lambda size: "[" * size,
    "brackets within brackets": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "half pictures": lambda size: "![" * (size // 2),
    "half links": lambda size: "[a](" * (size // 4),
    "half links with an angle": lambda size: "[a](<" * (size // 5),
    "links within links": lambda size: "[x" * (size // 6) + "](y)" * (size // 6),
    "links": lambda size: "[a](b)\n\n" * (size // 8),
    "backticks": lambda size: "`a " * (size // 3),
    "backticks of every length": lambda size: " ".join("`" * (n % 300 + 1) for n in range(99)),
    "quotations": lambda size: "> a\n\nb\n\n" * (size // 8),
    "half fences": lambda size: "```\na\n" * (size // 6),
    "fences of every length": lambda size: "".join(
        "`" * (3 + n % 50) + "\n" for n in range(size // 28)
    ),
    "headings": lambda size: "# a\n" * (size // 4),
    "underlined headings": lambda size: "a\n===\n\n" * (size // 7),
    "rules": lambda size: "* * *\n" * (size // 6),
    "definitions of links": lambda size: "".join(f"[a{n}]: b\n" for n in range(size // 10)),
    "notes": lambda size: "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(size // 22)),
    "notes in notes": lambda size: "[^1]: a[^1]\n" * (size // 12),
    "abbreviations": lambda size: "".join(f"*[A{n}]: b\n" for n in range(size // 11)) + "A1 ",
    "one abbreviation": lambda size: "*[A]: b\n\n" + "A " * (size // 2),
    "terms": lambda size: "a\n" + ":   b\n" * (size // 6),
    "lists": lambda size: "- a\n\n    b\n\n" * (size // 12),
    "lists of every kind": lambda size: "- a\n\n1. b\n\n" * (size // 11),
    "boxes": lambda size: "!!! note\n" * (size // 9),
    "folded boxes": lambda size: "??? note\n" * (size // 9),
    "tabs": lambda size: '=== "a"\n' * (size // 8),
    "rows": lambda size: "|a|b|\n|-|-|\n" + "|c|d|\n" * (size // 6),
    "columns": lambda size: "|a" * (size // 6) + "|\n" + "|-" * (size // 6) + "|\n" + "|b\n",
    "wide and long table": lambda size: (
        "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + "|b\n" * (size // 3)
    ),
    "formulas": lambda size: "$a$ " * (size // 4),
    "formula without end": lambda size: "$" + "\\frac{1}{" * (size // 9) + "$",
    "backslashes": lambda size: "\\" * size,
    "signs of HTML": lambda size: "&amp; <b" * (size // 8),
    "addresses": lambda size: "<http://a.nl> " * (size // 14),
    "one word": lambda size: "a" * size,
    "spaces": lambda size: "a" + " " * size + "b",
    "empty lines": lambda size: "a\n\n" * (size // 3),
}


def text(code: str, about: str, words: str, at: str) -> Broken:
    """The draft of the sound site with these words as its text."""
    return Broken(code, about, IDEA, at, {IDEA: as_file(product(), words)})


def field(code: str, about: str, words: str) -> Broken:
    """The draft of the sound site with these words in a field."""
    return Broken(code, about, IDEA, "audience: ^", {IDEA: as_file(product(audience=words))})


CASES = (
    text("BW888", "one line without end", "x" * MOST_SIGNS + "slot.", "^slot."),
    text("BW888", "two thousand lines", "x\n" * MOST_LINES + "slot.", "^slot."),
    field("BW888", "two thousand lines in a field", "x\n" * MOST_LINES + "x"),
    text("BW889", "abbreviations", "*[A]: b\n" * 200 + "*[Z]: b", "^*[Z]"),
    text("BW889", "terms", "a\n" + ": b\n" * 500 + ": slot", "^: slot"),
    text("BW889", "tabs", '=== "a"\n' * 200 + '=== "slot"', '^=== "slot"'),
    text("BW889", "dollar signs", "$a$ " * 500 + "$slot", "^$slot"),
    text("BW889", "open brackets", "Eerst.\n\n[^" + "x[" * 2_000, "^[^x"),
    text("BW889", "columns", "Eerst.\n\n|a|\n" + "|-" * 60 + "|", "^" + "|-" * 60),
    field("BW889", "open brackets in a field", "x[" * 4_000),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_the_long_text(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


@pytest.mark.parametrize("size", [MOST_SIGNS - 1_000, 10 * MOST_SIGNS])
@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_no_construct_keeps_the_converter_for_long(construct: str, size: int) -> None:
    words = CONSTRUCTS[construct](size)
    begin = time.process_time()
    MarkdownText().block(words)
    assert time.process_time() - begin < 3


@given(st.text(alphabet="[]$:*=| \n-ab", max_size=300))
def test_an_ordinary_text_is_never_too_much(words: str) -> None:
    assert excess_of(words) is None


@given(st.text(alphabet="[]$:*=|\n-a", min_size=1, max_size=8), st.integers(20_000, 60_000))
def test_too_much_is_found_inside_the_text(words: str, times: int) -> None:
    excess = excess_of(words * times)
    assert excess is None or 0 <= excess.offset <= len(words) * times


def test_brackets_that_close_soon_are_no_burden() -> None:
    assert excess_of("Zie [bron](https://example.org/een-pagina) en meer. " * 900) is None


def test_a_large_table_that_people_write_passes() -> None:
    row = "|" + "cel|" * 8 + "\n"
    assert excess_of(row + "|" + "---|" * 8 + "\n" + row * 500) is None
    excess = excess_of(row + "|" + "---|" * 8 + "\n" + row * 1_500)
    assert excess is not None
    assert excess.of is Much.CELLS
