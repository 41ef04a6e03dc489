"""A file becomes a source with positions, or problems that say where; never an exception."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brugwerk.problems import Place, Problem, all_explanations, explain
from brugwerk.read.front_matter import MAX_BYTES, Source, read_front_matter
from tests.builders import as_yaml

FILE = PurePosixPath("products/les/index.md")
Read = tuple[Source, list[Problem]]


def read(content: str | bytes, folder: Path) -> Read:
    path = folder / "index.md"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_front_matter(path, FILE)


def only(found: Read) -> tuple[str, int, int]:
    """The code, line and column of the one problem that was found."""
    (problem,) = found[1]
    assert problem.place.file == FILE
    return problem.code, problem.place.line, problem.place.column


# What can be read.


def test_front_matter_and_body_are_read_apart(tmp_path: Path) -> None:
    source, problems = read("---\ntitle: Een les\n---\n\n# Kop\n\nTekst.\n", tmp_path)
    assert problems == []
    assert source.file == FILE
    assert source.data == {"title": "Een les"}
    assert source.body == "# Kop\n\nTekst."


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_a_file_may_have_no_body(tmp_path: Path, end: str) -> None:
    source, problems = read(f"---\ntitle: x\n---{end}", tmp_path)
    assert (source.data, source.body, problems) == ({"title": "x"}, "", [])


def test_a_fence_in_the_body_is_a_rule_of_the_text(tmp_path: Path) -> None:
    source, problems = read("---\ntitle: x\n---\neen\n\n---\n\ntwee\n", tmp_path)
    assert (source.body, problems) == ("een\n\n---\n\ntwee", [])


def test_a_longer_fence_and_spaces_behind_it_are_allowed(tmp_path: Path) -> None:
    source, problems = read("-----  \ntitle: x\n---- \nTekst.", tmp_path)
    assert (source.data, source.body, problems) == ({"title": "x"}, "Tekst.", [])


def test_words_of_yaml_stay_text_and_dates_become_dates(tmp_path: Path) -> None:
    source, _ = read("---\na: no\nb: 1.10\nc: 14:30\nd: 2026-03-04\n---\n", tmp_path)
    assert source.data == {"a": "no", "b": "1.10", "c": "14:30", "d": date(2026, 3, 4)}


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    source, problems = read("\ufeff---\ntitle: x\n---\nTekst.", tmp_path)
    assert (source.data, source.body, problems) == ({"title": "x"}, "Tekst.", [])
    assert source.place(("title",)) == Place(FILE, 2, 8)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_make_no_difference(tmp_path: Path, ending: str) -> None:
    text = "---\ntitle: x\nsummary: |\n  een\n  twee\n---\n\nTekst.\n\nMeer.\n"
    source, problems = read(text.replace("\n", ending), tmp_path)
    assert problems == []
    assert source.data == {"title": "x", "summary": "een\ntwee\n"}
    assert source.body == "Tekst.\n\nMeer."
    assert source.place(("summary",), of_key=True) == Place(FILE, 3, 1)
    assert source.body_line == 8


# Where things stand.


def test_places_are_counted_in_the_file_from_one(tmp_path: Path) -> None:
    source, _ = read('---\n# uitleg\ntitle: x\ncore:\n  - id: "é"\n    why: y\n---\n', tmp_path)
    assert source.place(("title",)) == Place(FILE, 3, 8)
    assert source.place(("core", 0, "why")) == Place(FILE, 6, 10)
    assert source.place(("core", 0, "why"), of_key=True) == Place(FILE, 6, 5)
    assert str(source.place(("title",))) == "products/les/index.md:3:8"


def test_empty_lines_above_the_front_matter_are_counted(tmp_path: Path) -> None:
    source, problems = read("\n\n---\ntitle: x\n---\nTekst.", tmp_path)
    assert problems == []
    assert source.place(("title",)).line == 4
    assert source.body_line == 6


@pytest.mark.parametrize("gap", ["\n", "\n\n", "  \n"])
def test_empty_lines_below_the_opening_fence_are_counted(tmp_path: Path, gap: str) -> None:
    source, problems = read(f"---\n{gap}{gap}title: x\n---\n", tmp_path)
    assert problems == []
    assert source.place(("title",)).line == 2 + 2 * gap.count("\n")


def test_a_source_that_was_not_read_is_at_the_beginning_of_its_file() -> None:
    assert Source(FILE).place(("title",)) == Place(FILE, 1, 1)


@pytest.mark.parametrize(
    ("between", "line"), [("", 4), ("\n", 5), ("\n\n\n", 7)], ids=["none", "one", "three"]
)
def test_the_body_begins_where_its_first_line_is(tmp_path: Path, between: str, line: int) -> None:
    source, _ = read(f"---\ntitle: x\n---\n{between}Tekst.\n", tmp_path)
    assert source.body_line == line


def test_a_line_of_spaces_above_the_body_is_counted(tmp_path: Path) -> None:
    source, _ = read("---\ntitle: x\n---\n\n  \n\nTekst.\n", tmp_path)
    assert source.body_line == 7


def test_a_body_keeps_the_indentation_of_its_first_line(tmp_path: Path) -> None:
    source, _ = read("---\ntitle: x\n---\n\n    code\n    meer\n", tmp_path)
    assert source.body == "    code\n    meer"


# What is wrong with a file.


@pytest.mark.parametrize("content", ["", "\n", " \n\t\n", "\ufeff", "\r\n\r\n"])
def test_an_empty_file_is_a_problem(tmp_path: Path, content: str) -> None:
    assert only(read(content, tmp_path)) == ("BW003", 1, 1)


@pytest.mark.parametrize(
    "content",
    ["Alleen tekst.\n", "# Kop\n\n---\ntitle: x\n---\n", " ---\ntitle: x\n---\n", "title: x\n"],
)
def test_a_file_without_front_matter_is_a_problem(tmp_path: Path, content: str) -> None:
    assert only(read(content, tmp_path))[0] == "BW004"


def test_front_matter_that_is_not_closed_is_named_where_it_opens(tmp_path: Path) -> None:
    assert only(read("---\ntitle: x\n\nTekst.\n", tmp_path)) == ("BW005", 1, 1)
    assert only(read("\n\n---\ntitle: x\n", tmp_path)) == ("BW005", 3, 1)


@pytest.mark.parametrize(
    ("yaml", "line", "column"),
    [
        ("title: x\n\tsummary: y", 3, 1),
        ("core:\n  - id: x\n\t  what: y", 4, 1),
        ("core:\n  - id: x\n  \twhat: y", 4, 3),
    ],
)
def test_a_tab_in_the_indentation_is_named_as_a_tab(
    tmp_path: Path, yaml: str, line: int, column: int
) -> None:
    assert only(read(f"---\n{yaml}\n---\n", tmp_path)) == ("BW006", line, column)


def test_a_tab_inside_a_text_is_no_problem(tmp_path: Path) -> None:
    source, problems = read("---\ntitle: een\ttwee\n---\n", tmp_path)
    assert (source.data, problems) == ({"title": "een\ttwee"}, [])


@pytest.mark.parametrize(
    ("yaml", "code", "line"),
    [
        ("title: x\nsummary: y: z", "BW007", 3),
        ("title: x\n summary: y", "BW007", 3),
        ("title: @x", "BW007", 2),
        ("title: x\ntitle: y", "BW008", 3),
        ("title: x\nb: *y", "BW009", 3),
        ("title: x\nb: !eigen y", "BW009", 3),
        ("title: x\n? [a]\n: y", "BW007", 3),
        ("- een\n- twee", "BW010", 2),
        ("Alleen tekst", "BW010", 2),
        ("", "BW010", 2),
    ],
)
def test_a_slip_in_the_front_matter_is_named_and_located(
    tmp_path: Path, yaml: str, code: str, line: int
) -> None:
    assert only(read(f"---\n{yaml}\n---\nTekst.\n", tmp_path))[:2] == (code, line)


def test_every_duplicate_and_alias_is_reported_in_one_run(tmp_path: Path) -> None:
    yaml = "title: x\ntitle: y\na: &k [1]\nb: *k\nc: !t z\nc: 1\n"
    _, problems = read(f"---\n{yaml}---\n", tmp_path)
    assert sorted(p.code for p in problems) == ["BW008", "BW008", "BW009", "BW009"]


def test_a_record_with_a_duplicate_key_is_still_read(tmp_path: Path) -> None:
    source, _ = read("---\ntitle: x\ntitle: y\nstatus: draft\n---\nTekst.", tmp_path)
    assert source.data == {"title": "x", "status": "draft"}
    assert source.body == "Tekst."


def test_front_matter_that_is_nested_too_deep_is_a_problem(tmp_path: Path) -> None:
    assert only(read(f"---\na: {'[' * 100_000}\n---\n", tmp_path))[:2] == ("BW012", 2)


def test_another_encoding_is_located_at_its_first_wrong_letter(tmp_path: Path) -> None:
    content = "---\ntitle: x\nnaam: André\n---\n".encode("latin-1")
    assert only(read(content, tmp_path)) == ("BW002", 3, 11)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_an_encoding_of_wider_letters_is_a_problem(tmp_path: Path, encoding: str) -> None:
    assert only(read("---\ntitle: x\n---\n".encode(encoding), tmp_path))[0] == "BW002"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x7f"])
def test_a_control_character_in_the_front_matter_is_a_problem(
    tmp_path: Path, character: str
) -> None:
    assert only(read(f"---\ntitle: x{character}\n---\n", tmp_path))[0] == "BW016"


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert only(read_front_matter(tmp_path / "index.md", FILE)) == ("BW001", 1, 1)


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    assert only(read_front_matter(tmp_path, FILE))[0] == "BW001"


def test_a_file_without_measure_is_a_problem_and_is_not_read(tmp_path: Path) -> None:
    content = b"---\ntitle: x\n---\n".ljust(MAX_BYTES, b"a")
    assert read(content, tmp_path)[1] == []
    assert only(read(content + b"a", tmp_path)) == ("BW011", 1, 1)


def test_a_source_with_a_problem_has_no_data_but_knows_its_file(tmp_path: Path) -> None:
    source, _ = read("---\ntitle: [\n---\n", tmp_path)
    assert (source.file, source.data) == (FILE, {})


# Whatever comes.

PIECES = st.sampled_from(
    [
        *("---\n", "---", "----\n", "--- \n", "...\n", "\n", "\r\n", "\r", "\t", "  ", "\x0c"),
        *("title: x\n", "title: é\n", "- a\n", "a: &b c\n", "d: *b\n", "e: !f g\n", "h: [", "}"),
        *("\ufeff", "\u2028", "\x85", "\xa0", "\x00", "# Kop\n", "Tekst.\n", '"', "'", "|\n"),
    ]
)
CONTENT = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(str.encode),
    st.lists(PIECES, max_size=30).map(lambda parts: "".join(parts).encode()),
    st.lists(PIECES, max_size=30).map(lambda parts: ("---\n" + "".join(parts)).encode()),
)


@given(CONTENT)
def test_any_bytes_are_a_source_or_a_problem_that_can_be_explained(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, problems = read(content, Path(folder))
    assert source.data or problems or source.yaml is not None
    for problem in problems:
        assert problem.code in all_explanations()
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        for language in ("nl", "en"):
            said = explain(problem, language)
            assert said.what
            assert said.why
            assert said.mend


RECORD = st.dictionaries(
    st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True),
    st.recursive(
        st.one_of(st.booleans(), st.integers(-1000, 1000), st.dates(), st.text(max_size=30)),
        lambda part: st.one_of(st.lists(part, max_size=3), st.dictionaries(st.just("k"), part)),
        max_leaves=6,
    ),
    min_size=1,
    max_size=6,
)
# What an editor would show as a line of its own, and control characters, are tested above.
BODY = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40)


@given(RECORD, BODY)
def test_a_record_reads_back_equal_with_every_key_on_its_line(
    record: dict[str, object], body: str
) -> None:
    yaml = as_yaml(record)
    assume(not any(character in yaml for character in "\x85\u2028\u2029"))
    text = f"---\n{yaml}---\n{body}\n"
    with tempfile.TemporaryDirectory() as folder:
        source, problems = read(text, Path(folder))
    assert problems == []
    assert source.data == record
    assert source.body == body.rstrip()
    lines = text.split("\n")
    for key in record:
        place = source.place((key,), of_key=True)
        assert lines[place.line - 1][place.column - 1 :].lstrip("'\"").startswith(key)
