"""What the cleaner takes away is never silent: the check reports it, or nothing is taken."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brugwerk.check.entries import Entries, Entry
from brugwerk.check.rules.body import RULES
from brugwerk.read.front_matter import Source
from brugwerk.read.site import RawSite
from brugwerk.records.product import Product
from brugwerk.records.vocabulary import Vocabulary
from brugwerk.render.markdown_text import MarkdownText, cleaned
from brugwerk.settings import Settings
from tests.builders import REPOSITORY, product
from tests.html import parse

if TYPE_CHECKING:
    from tests.html import Parsed

FILE = PurePosixPath("products/proefles/index.md")
# What authors write, and what others write to do harm.
PIECES = [
    *("les", " ", "\n", "\n\n", "# ", "- ", "1. ", "> ", "    ", "`", "```\n", "~~~\n", "|", "---"),
    *(
        "*",
        "**",
        "_",
        "~~",
        "~",
        "[",
        "]",
        "(",
        ")",
        "!",
        "[x](",
        "![x](",
        "[x]: ",
        "[^1]",
        "[^1]: ",
    ),
    *("<", ">", "&", '"', "'", "\\", "$", "$$", "=== ", '"Tab"', "!!! ", "??? ", "note", ":   "),
    *("{: ", "}", "{.x", "onclick=", "style=", "*[IB]: ", "IB", "- [ ] ", "- [x] ", "| a | b |\n"),
    *("javascript:", "data:", "vbscript:", "//example.org", "https://", "mailto:", "x@example.org"),
    *("<script>", "<img src=x onerror=a>", "<b>", "</b>", "<!--", "-->", "<https://", "&#x6a;"),
    *("\\frac{1}{2}", "\\text{<b>}", "\\href{x}{y}", "\u202e", "\u200b", "jav\tascript:", "%6a"),
]


def reported(text: str) -> bool:
    """Return whether the check says something of a body."""
    entry = Entry(Product.model_construct(**product()), "proefles", "", Source(FILE, body=text))
    entries = Entries(RawSite(REPOSITORY), Vocabulary({}), Settings(), {"proefles": entry})
    return any(problem for rule in RULES for problem in rule(entries))


def described(parsed: Parsed) -> list[tuple[str, list[tuple[str, str]], str]]:
    return [
        (e.tag, sorted((n, v) for n, v in e.attributes.items() if n != "rel"), e.text.strip())
        for e in parsed.elements
    ]


def shown(parsed: Parsed) -> list[tuple[str, str]]:
    """The elements with where they lead; the two conversions number their own anchors anew."""
    targets = [e.get("href") or e.get("src") or "" for e in parsed.elements]
    return [
        (element.tag, "" if target.startswith("#") else target)
        for element, target in zip(parsed.elements, targets, strict=True)
    ]


def lost(text: str) -> bool:
    """Return whether the cleaner takes something of a text away."""
    made = MarkdownText()
    before, after = parse(made.uncleaned(text)), parse(cleaned(made.uncleaned(text)))
    return shown(before) != shown(after) or before.text != after.text


@pytest.mark.parametrize(
    "text",
    [
        '=== "Een"\n\n    tekst\n\n=== "Twee"\n\n    meer',
        '??? tip "Open"\n\n    dicht',
        '!!! warning "Let op"\n\n    Heet.',
        "| a | b |\n|--:|:-:|\n| 1 | 2 |",
        "- [ ] nog\n- [x] gedaan",
        "Tekst[^1].\n\n[^1]: Bron.",
        '![Een kring](files/werkblad.pdf "Zo")',
        "De IB.\n\n*[IB]: intern begeleider",
        "Term\n:   uitleg",
        "De breuk $\\frac{1}{2}$.\n\n$$\nx^2\n$$",
        "H~2~O ~~weg~~ `code`",
        "```python\nx < 1\n```",
    ],
)
def test_what_authors_may_use_is_kept_whole(text: str) -> None:
    made = MarkdownText()
    before = parse(made.uncleaned(text))
    made.start_page()
    after = parse(cleaned(made.uncleaned(text)))
    made.start_page()
    again = parse(made.uncleaned(text))
    assert described(again) == described(after)
    assert before.text == after.text


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_either_the_check_reports_a_text_or_nothing_of_it_is_lost(text: str) -> None:
    assert reported(text) or not lost(text)
