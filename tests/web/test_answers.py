"""Answers are kept for a while, and come back as they were."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.web.answers import Answer, AnswerBook, Outcome, Silence, UnreadableBookError

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 3, 9)
LINK = "https://a.nl/"
ANSWERS = st.builds(
    Answer, st.sampled_from(Outcome), st.integers(0, 599), st.text(), st.sampled_from(Silence)
)


@given(st.dictionaries(st.text(), st.tuples(st.dates(), ANSWERS), max_size=4))
def test_a_book_reads_what_it_wrote(
    tmp_path_factory: pytest.TempPathFactory, answers: dict[str, tuple[date, Answer]]
) -> None:
    file = tmp_path_factory.mktemp("boek") / "diep" / "links.json"
    AnswerBook(answers).write(file)
    assert AnswerBook.read(file).answers == answers


def test_without_a_file_the_book_is_empty(tmp_path: Path) -> None:
    assert AnswerBook.read(tmp_path / "links.json").answers == {}


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "{}", '{"version": 2, "answers": {}}', '{"version": 1, "answers": []}'),
        '{"version": 1, "answers": {"a": {"day": "gisteren"}}}',
        '{"version": 1, "answers": {"a": {"day": "2026-03-09", "outcome": "found"}}}',
        '{"version": 1, "answers": {"a": 1}}',
        "\udc80",
    ],
)
def test_a_file_with_something_else_is_no_book(text: str, tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UnreadableBookError):
        AnswerBook.read(file)


@pytest.mark.parametrize(("age", "known"), [(0, True), (6, True), (7, False), (-1, False)])
def test_an_answer_counts_for_as_long_as_it_may(age: int, known: bool) -> None:
    answer = Answer(Outcome.GONE, 404)
    book = AnswerBook({LINK: (TODAY - timedelta(age), answer)})
    assert book.fresh(LINK, TODAY, 7) == (answer if known else None)


def test_a_silence_is_asked_again() -> None:
    book = AnswerBook({LINK: (TODAY, Answer(Outcome.SILENT, silence=Silence.LATE))})
    assert book.fresh(LINK, TODAY, 7) is None


def test_what_nobody_names_any_more_is_forgotten() -> None:
    book = AnswerBook({LINK: (TODAY, Answer(Outcome.FOUND)), "b": (TODAY, Answer(Outcome.FOUND))})
    book.keep({LINK, "c"})
    assert list(book.answers) == [LINK]
