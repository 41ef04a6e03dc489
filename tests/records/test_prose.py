"""Markdown read as source: links, tags and nesting are found where they stand, code is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.records.prose import html_tags, link_targets, nested_too_deeply, without_code

PIECES = st.sampled_from(
    [
        *("`", "``", "```", "~~~", "```\n", "\n", "\n\n", "    ", "- ", "> ", "1. ", "x", "é", " "),
        *("[a](b)", "](", "[a]: b\n", "<b>", "</b>", "<", ">", "(", ")", "\\", "\t", "\r"),
    ]
)
ANY_TEXT = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("```\nx\n```\ny", "   \n \n   \ny"),
        ("~~~ py\nx\n~~~\ny", "      \n \n   \ny"),
        ("- ```\n  x\n  ```\ny", "     \n   \n     \ny"),
        ("een ` losse tik", "een ` losse tik"),
        ("````\n```\nx\n````\ny", "    \n   \n \n    \ny"),
        ("geen code", "geen code"),
    ],
)
def test_code_becomes_blank(text: str, left: str) -> None:
    assert without_code(text) == left


@given(ANY_TEXT)
def test_blanking_code_moves_nothing(text: str) -> None:
    left = without_code(text)
    assert len(left) == len(text)
    assert [i for i, c in enumerate(left) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]
    assert all(after in {before, " "} for before, after in zip(text, left, strict=True))


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](b)", ["b"]),
        ("![a](b.png)", ["b.png"]),
        ("[a](b) en [c](d)", ["b", "d"]),
        ("[a](<b c>)", ["b c"]),
        ('[a](b "titel")', ["b"]),
        ("[a](b_(c))", ["b_(c)"]),
        ("[![a](b)](c)", ["b", "c"]),
        ("[a][b]\n\n[b]: c", ["c"]),
        ("[b]: <c>", ["c"]),
        ("[^1]: geen link", []),
        ("gewone (tekst) [haken]", []),
    ],
)
def test_the_targets_of_links_are_found(text: str, targets: list[str]) -> None:
    assert [target for _, target in link_targets(text)] == targets


@given(ANY_TEXT)
def test_a_target_stands_where_it_is_said_to(text: str) -> None:
    for position, target in link_targets(text):
        assert text[position:].lstrip("<").startswith(target)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a <b>c</b>", ["<b>", "</b>"]),
        ("<script>x", ["<script>"]),
        ("<img src=x onerror=y", ["<img src=x onerror=y"]),
        ("<!-- x -->", ["<!-- x -->"]),
        ("1 < 2 en 3 > 2", []),
        ("<https://example.org>", []),
        ("<mailto:x@example.org>", []),
        ("\\<b>", []),
        ("a <3 b", []),
    ],
)
def test_what_looks_like_html_is_found(text: str, tags: list[str]) -> None:
    assert [words for _, words in html_tags(text)] == tags


@given(ANY_TEXT)
def test_a_tag_stands_where_it_is_said_to(text: str) -> None:
    for position, words in html_tags(text):
        assert text[position:].startswith(words)


@pytest.mark.parametrize(
    "text", ["- een\n  - twee\n    - drie", "> > gezegd", "1. een\n   1. twee", "tekst", ""]
)
def test_nesting_that_a_reader_can_follow_is_fine(text: str) -> None:
    assert nested_too_deeply(text) is None


@pytest.mark.parametrize("marker", ["- ", "> ", "1. ", ">", "* ", "- > "])
def test_nesting_without_end_is_found_where_it_begins(marker: str) -> None:
    assert nested_too_deeply(f"eerst\n{marker * 30}x") == len("eerst\n")
