"""YAML as authors mean it: their words stay words, and nothing they write can hurt."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.read.yaml_data import MAX_DEPTH, FlawedYamlError
from brugwerk.read.yaml_text import read_yaml

FLAW_KINDS = {"syntax", "character", "duplicate", "alias", "tag", "key", "depth"}


def kinds(text: str) -> list[str]:
    """The flaws of a text that can be read, or the one flaw that keeps it from being read."""
    try:
        return [flaw.kind for flaw in read_yaml(text).flaws]
    except FlawedYamlError as error:
        return [error.flaw.kind]


def value(text: str) -> Any:
    return read_yaml(f"v: {text}").data["v"]


# What authors type stays what they typed.


@pytest.mark.parametrize(
    "typed",
    [
        *("no", "yes", "on", "off", "y", "n", "No", "YES", "True", "FALSE", "Null", "NULL"),
        *("1.10", "1.0", "3.14", "1e3", ".5", ".inf", ".nan", "-1.5"),
        *("14:30", "9:05", "1:30:00", "0x10", "0b1", "010", "007", "+1", "1_000", "0o7"),
        *("2026-02-30", "2026-13-01", "0000-01-01", "2026-1-5", "26-01-05"),
        *("2026-01-05T10:00:00", "2026-01-05 10:00"),
        *("=", "<<", "99ZZ", "12e03", "PT50M", "groep-5", "CC-BY-SA-4.0"),
    ],
)
def test_a_plain_word_stays_text(typed: str) -> None:
    assert value(typed) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("12", 12),
        ("-3", -3),
        ("2026-02-28", date(2026, 2, 28)),
        ("2024-02-29", date(2024, 2, 29)),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_true_and_false_and_whole_numbers_and_dates_and_null_are_converted(
    typed: str, meant: object
) -> None:
    found = value(typed)
    assert found == meant
    assert type(found) is type(meant)


@pytest.mark.parametrize("typed", ["true", "12", "2026-02-28", "null", "~", ""])
def test_a_value_in_quotation_marks_is_always_text(typed: str) -> None:
    assert value(f'"{typed}"') == typed
    assert value(f"'{typed}'") == typed


def test_a_number_too_long_to_be_meant_stays_text() -> None:
    assert value("9" * 5000) == "9" * 5000


def test_keys_are_always_text() -> None:
    assert read_yaml("1: a\ntrue: b\n2026-01-01: c\nno: d").data == {
        "1": "a",
        "true": "b",
        "2026-01-01": "c",
        "no": "d",
    }


def test_a_block_of_text_keeps_its_lines() -> None:
    assert value("|\n  een\n\n  twee\n") == "een\n\ntwee\n"
    assert value(">\n  een\n  twee\n") == "een twee\n"


@pytest.mark.parametrize("text", ["", "\n", "# alleen een opmerking", "~"])
def test_a_text_without_content_has_no_data(text: str) -> None:
    assert read_yaml(text).data is None


# Duplicates, aliases, tags and keys.


def test_a_duplicate_key_is_a_flaw_at_the_second_one_and_the_first_one_counts() -> None:
    found = read_yaml("title: a\nsummary: b\ntitle: c\n")
    assert found.data == {"title": "a", "summary": "b"}
    (flaw,) = found.flaws
    assert (flaw.kind, flaw.line, flaw.column, flaw.detail) == ("duplicate", 2, 0, "title")


def test_a_key_is_a_duplicate_whatever_its_quotation_marks() -> None:
    assert kinds("title: a\n'title': b") == ["duplicate"]


def test_every_duplicate_is_named_also_in_a_list() -> None:
    found = read_yaml("core:\n  - id: a\n    id: b\n  - id: c\n    id: d\n")
    assert [(f.kind, f.line) for f in found.flaws] == [("duplicate", 2), ("duplicate", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "a: &x {b: 1}\nc: *x",
        "a: &x [1]\nb: *x",
        "a: &x [*x]",
        "a: &x {b: *x}",
        "a: *nothing",
        "a: &x {b: 1}\nc:\n  <<: *x",
    ],
)
def test_an_alias_is_refused(text: str) -> None:
    assert kinds(text) == ["alias"]


def test_an_alias_is_named_where_it_stands_and_not_where_it_leads() -> None:
    (flaw,) = read_yaml("a: &x [1]\nb:\n  c: *x").flaws
    assert (flaw.line, flaw.column) == (2, 5)


def test_an_anchor_that_nothing_repeats_is_refused_as_well() -> None:
    (flaw,) = read_yaml("a: 1\nb: &x foo").flaws
    assert (flaw.kind, flaw.line, flaw.column) == ("alias", 1, 3)


def test_an_ampersand_in_a_text_is_no_anchor() -> None:
    found = read_yaml("a: Jan & Piet\nb: '&x'\nc: x &y")
    assert found.data == {"a": "Jan & Piet", "b": "&x", "c": "x &y"}
    assert found.flaws == ()


@pytest.mark.parametrize("text", ["a: &x foo\nb: *x", "a: &x foo\n*x : c"])
def test_an_alias_of_a_plain_value_is_refused_too(text: str) -> None:
    assert kinds(text) == ["alias"]


def bomb(levels: int, width: int) -> str:
    rest = [
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]"
        for level in range(1, levels)
    ]
    return "\n".join(["a0: &a0 [x, x, x]", *rest])


@pytest.mark.parametrize(
    "text",
    [
        bomb(10, 10),
        bomb(40, 40),
        "a: &a [" + "x, " * 50_000 + "x]\nb: [" + "*a, " * 50_000 + "x]",
        "a: &a {b: *a, c: *a}",
    ],
    ids=["laughs", "many-laughs", "quadratic", "endless"],
)
def test_an_alias_bomb_does_no_harm(text: str) -> None:
    begin = time.process_time()
    assert set(kinds(text)) == {"alias"}
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("v: !eigen x", 3),
        ("v: !!float 1", 3),
        ("v: !!binary aGk=", 3),
        ("v: !!set {a}", 3),
        ("v: !!python/object/apply:os.system ['echo']", 3),
        ("v: !<tag:example.org,2026:x> y", 3),
    ],
)
def test_a_tag_of_someones_own_is_refused_where_it_stands(text: str, column: int) -> None:
    (flaw,) = read_yaml(text).flaws
    assert (flaw.kind, flaw.line, flaw.column) == ("tag", 0, column)


@pytest.mark.parametrize(
    "typed", ["!!int twaalf", "!!int 1.5", "!!timestamp morgen", "!!int " + "9" * 5000]
)
def test_a_standard_tag_on_a_value_of_another_kind_does_not_raise(typed: str) -> None:
    assert set(kinds(f"v: {typed}")) <= FLAW_KINDS


def test_a_tag_on_a_key_is_refused() -> None:
    assert kinds("!eigen a: b") == ["tag"]


@pytest.mark.parametrize("text", ["? [a, b]\n: c", "{[a]: b}", "? {a: b}\n: c"])
def test_a_key_that_is_not_a_word_is_a_flaw(text: str) -> None:
    assert kinds(text) == ["key"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\n---\nb: 2", 1),
        ("a: [1, 2", 1),
        ("a: 'x", 0),
        ("a: b: c", 0),
        ("a: 1\n b: 2", 1),
        ("a: @x", 0),
        ("a: `x", 0),
        ("- a\nb: c", 1),
        ("a: 1\n\tb: 2", 1),
        ("%FOO\na: 1", 0),
    ],
)
def test_a_slip_is_located(text: str, line: int) -> None:
    with pytest.raises(FlawedYamlError) as raised:
        read_yaml(text)
    assert raised.value.flaw.kind == "syntax"
    assert raised.value.flaw.line == line
    assert raised.value.flaw.detail


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x80", "\ufffe"])
def test_a_control_character_is_a_flaw_of_its_own(character: str) -> None:
    assert kinds(f'a: b\nc: "d{character}e"') == ["character"]


def test_a_control_character_is_located() -> None:
    with pytest.raises(FlawedYamlError) as raised:
        read_yaml('a: b\nc: "d\x07e"')
    assert (raised.value.flaw.line, raised.value.flaw.column) == (1, 5)


# Depth.


def nested(depth: int) -> str:
    return "\n".join(" " * level + "a:" for level in range(depth)) + " x"


def test_nesting_as_deep_as_a_record_can_be_is_fine() -> None:
    assert kinds(nested(MAX_DEPTH)) == []


def test_deeper_nesting_is_a_flaw_and_the_rest_is_still_read() -> None:
    found = read_yaml(f"{nested(MAX_DEPTH + 2)}\nb: 1")
    assert [flaw.kind for flaw in found.flaws] == ["depth"]
    assert found.data["b"] == 1


READ = """
import sys
from brugwerk.read.yaml_data import FlawedYamlError
from brugwerk.read.yaml_text import read_yaml
try:
    print([flaw.kind for flaw in read_yaml({text}).flaws][:1])
except FlawedYamlError as error:
    print([error.flaw.kind])
"""


@pytest.mark.parametrize(
    "opening",
    [
        "[",
        "{a: ",
        "- ",
        "[? ",
        "[{a: ",
        "-  ",
        "? ",
        "- ? ",
    ],
)
def test_nesting_a_hundred_thousand_deep_is_a_flaw_and_no_crash(opening: str) -> None:
    # In a process of its own, because an overflow of the C stack takes pytest along.
    code = READ.replace("{text}", f"{opening!r} * 100_000 + 'x'")
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "['depth']"


def test_nesting_by_indentation_without_end_is_a_flaw() -> None:
    assert kinds(nested(1300)) == ["depth"]


# Positions.

TEXT = """\
title: Een les
core:
  - id: een
    what: "Iets"
  - id: twee
    why: |
      Omdat
flow: {é: [a, 😀, c], b: 2}
"""


@pytest.mark.parametrize(
    ("path", "position"),
    [
        ((), (0, 0)),
        (("title",), (0, 7)),
        (("core",), (2, 2)),
        (("core", 0), (2, 4)),
        (("core", 0, "what"), (3, 10)),
        (("core", 1, "id"), (4, 8)),
        (("core", 1, "why"), (5, 9)),
        (("flow", "é", 1), (7, 14)),
        (("flow", "é", 2), (7, 17)),
        (("flow", "b"), (7, 24)),
    ],
)
def test_a_value_is_where_it_begins(path: tuple[str | int, ...], position: tuple[int, int]) -> None:
    assert read_yaml(TEXT).position(path) == position


@pytest.mark.parametrize(
    ("path", "position"),
    [
        (("title",), (0, 0)),
        (("core",), (1, 0)),
        (("core", 1, "why"), (5, 4)),
        (("flow", "b"), (7, 21)),
    ],
)
def test_a_key_is_where_it_begins(path: tuple[str | int, ...], position: tuple[int, int]) -> None:
    assert read_yaml(TEXT).position(path, of_key=True) == position


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("absent",), 0),
        (("core", 1, "absent"), 4),
        (("core", 9), 1),
        (("title", "deeper"), 0),
        (("core", "not-a-number"), 1),
    ],
)
def test_what_is_absent_is_where_its_nearest_ancestor_is(
    path: tuple[str | int, ...], line: int
) -> None:
    assert read_yaml(TEXT).position(path)[0] == line


def test_a_position_in_an_empty_text_is_its_beginning() -> None:
    assert read_yaml("").position(("title",)) == (0, 0)


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_a_line_separator_from_a_word_processor_moves_no_position(character: str) -> None:
    assert read_yaml(f'a: "x{character}y"\nb: c').position(("b",)) == (1, 3)


# Whatever comes.

PIECES = st.sampled_from(
    [
        *("a", "b", "é", "x y", "1", "true", "2026-02-30", "~", "<<"),
        *("\n", "\n  ", "\n    ", " ", "\t", "\r", "\u2028", "\x85", "\ufeff", "\x00"),
        *(": ", "- ", "? ", ", ", "[", "]", "{", "}", "|\n", ">-\n", "#", "---\n", "...\n"),
        *('"', "'", "\\", "\\x", "\\u12", "&a ", "*a ", "!t ", "!!str ", "!<x> ", "%", "@", "`"),
    ]
)
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(ANY_TEXT)
def test_any_text_is_read_or_is_a_located_flaw(text: str) -> None:
    try:
        found = read_yaml(text)
    except FlawedYamlError as error:
        flaws: tuple[Any, ...] = (error.flaw,)
    else:
        flaws = found.flaws
    for flaw in flaws:
        assert flaw.kind in FLAW_KINDS
        assert flaw.line >= 0
        assert flaw.column >= 0


@given(ANY_TEXT)
def test_what_is_read_is_plain_data(text: str) -> None:
    try:
        found = read_yaml(text)
    except FlawedYamlError:
        return
    assert_plain(found.data)


def assert_plain(data: object) -> None:
    if isinstance(data, dict):
        for key, part in data.items():
            assert type(key) is str
            assert_plain(part)
    elif isinstance(data, list):
        for part in data:
            assert_plain(part)
    else:
        assert data is None or type(data) in {str, int, bool, date}


class _WithoutAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
PLAIN = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(min_value=-(10**17), max_value=10**17),
        st.dates(),
        st.text(max_size=40),
        st.sampled_from(["no", "1.10", "14:30", "2026-02-30", "0x10", " a", "a ", "- a", "a: b"]),
    ),
    lambda part: st.one_of(st.lists(part, max_size=4), st.dictionaries(KEYS, part, max_size=4)),
    max_leaves=15,
)


@given(st.dictionaries(KEYS, PLAIN, max_size=5), st.booleans())
def test_what_pyyaml_writes_reads_back_equal(data: dict[str, object], flow: bool) -> None:
    text = yaml.dump(data, Dumper=_WithoutAliases, sort_keys=False, default_flow_style=flow)
    found = read_yaml(text)
    assert found.data == data
    assert not found.flaws


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_with_a_point_reads_back_as_the_text_that_was_written(number: float) -> None:
    written = yaml.safe_dump({"v": number})
    assert f"v: {read_yaml(written).data['v']}\n" == written
