"""Whatever the Word file: a draft that passes the check, or one problem; never anything else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brugwerk.check import check_site
from brugwerk.contribute.word.draft import Wanted
from brugwerk.contribute.word.notices import in_words
from brugwerk.contribute.word.refusal import RefusedError
from brugwerk.contribute.word.taking_in import Request, take_in
from brugwerk.language import translator
from brugwerk.problems import explain
from tests.builders import write_site
from tests.contribute.word_files import (
    MAIN,
    append_xml,
    fraction,
    listed,
    parts_of,
    photo,
    repacked,
    saved,
    text_box,
    word_file,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brugwerk.check import Entries

# What XML can hold; Word files can hold nothing else.
SIGNS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[
        *map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF]),
    ],
)
AWKWARD = st.sampled_from(
    [
        *("<b>", "</p>", "<!--", "](", "[a](b)", "![x](y)", "[a]: b", "<a@b>", "<https://x>"),
        *("---", "===", "***", "```", "~~~", "!!! note", ": x", "| a | b |", "{{ x }}", "{% x %}"),
        *("&lt;", "&#60;b>", "\\", "\\<b>", "`<b>`", "`` ` <i>", "1.", "-", "+", "#", ">", "   "),
        *("$x$", "[^1]", "*[A]: b", "Materialen", "Tijd: 50 minuten", "Groep: 7", "\t", "a\nb"),
    ]
)
TEXT = st.lists(st.text(SIGNS, max_size=12) | AWKWARD, min_size=1, max_size=4).map("".join)
PART = st.tuples(
    st.sampled_from(
        [
            *("paragraph", "bold", "heading", "bullet", "number", "table"),
            *("box", "formula", "photo", "break", "quote"),
        ]
    ),
    TEXT,
    st.integers(1, 4),
)
QUICK = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def written(parts: list[tuple[str, str, int]]) -> bytes:
    document = docx.Document()
    for kind, text, number in parts:
        if kind == "heading":
            document.add_heading(text, number)
        elif kind == "bold":
            document.add_paragraph().add_run(text).bold = True
        elif kind in {"bullet", "number"}:
            style = "List Bullet" if kind == "bullet" else "List Number"
            listed(document, [text] * number, style + (f" {number}" if number in {2, 3} else ""))
        elif kind == "table":
            table = document.add_table(number, 2)
            for row in table.rows:
                row.cells[0].text = text
                row.cells[1].add_paragraph(text, style="List Bullet")
            if number > 2:
                table.cell(0, 0).merge(table.cell(1, 0))
        elif kind == "box":
            append_xml(document.add_paragraph(text), text_box("In het vak"))
        elif kind == "formula":
            append_xml(document.add_paragraph(text), fraction("a", "b"))
        elif kind == "photo":
            document.add_picture(io.BytesIO(photo(size=(3, 3))))
        elif kind == "break":
            run = document.add_paragraph(text).add_run()
            run.add_break()
            run.add_text(text)
        else:
            style = "Intense Quote" if kind == "quote" else "Normal"
            document.add_paragraph(text, style=style)
    return saved(document)


@pytest.fixture(scope="module")
def take(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], str]:
    """Takes a file in for show; returns the code of the problem, or nothing for a sound draft."""
    root = write_site(tmp_path_factory.mktemp("site"))
    entries: Entries = check_site(root).entries
    before = sorted(root.rglob("*"))
    file: Path = root.parent / "les.docx"

    def take(content: bytes) -> str:
        file.write_bytes(content)
        request = Request(Wanted("lesson"), "een-les", keep_original=True, write=False)
        try:
            taken = take_in(file, request, entries, translator("nl"))
        except RefusedError as refused:
            # Saying it would fail if the catalogue did not have the code, or lacked a fact.
            explain(refused.problem, "nl")
            return refused.problem.code
        finally:
            assert sorted(root.rglob("*")) == before
        assert taken.problems == ()
        assert all(in_words(notice, translator("nl")) for notice in taken.converted.notices)
        return ""

    return take


@QUICK
@given(st.lists(PART, max_size=8))
def test_any_text_becomes_a_draft_that_passes_or_is_empty(
    take: Callable[[bytes], str], parts: list[tuple[str, str, int]]
) -> None:
    assert take(written(parts)) in {"", "BW908"}


@QUICK
@given(st.data())
def test_any_damage_gives_a_draft_or_a_problem(
    take: Callable[[bytes], str], data: st.DataObject
) -> None:
    content = bytearray(SOUND)
    places = st.integers(0, len(content) - 1)
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=8)):
        content[place] = byte
    take(bytes(content[: data.draw(st.none() | places)]))


@QUICK
@given(st.data())
def test_any_damage_within_its_text_gives_a_draft_or_a_problem(
    take: Callable[[bytes], str], data: st.DataObject
) -> None:
    content = bytearray(parts_of(SOUND)[MAIN])
    places = st.integers(0, len(content) - 1)
    for start, end in data.draw(st.lists(st.tuples(places, places), max_size=3)):
        piece = content[start : start + 200]
        content[end:end] = piece
    take(repacked(SOUND, {MAIN: bytes(content)}))


SOUND = written([("heading", "Materialen", 1), ("bullet", "lijm", 2), ("box", "Vak", 1)])


def test_a_sound_file_is_taken_in(take: Callable[[bytes], str]) -> None:
    assert take(SOUND) == ""
    assert take(word_file()) == ""
