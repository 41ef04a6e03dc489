"""Front matter that is written reads back as what was meant."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brugwerk.contribute.front_matter import front_matter
from brugwerk.read.front_matter import read_front_matter
from tests.builders import complete_product, network, reflection

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
AWKWARD = st.sampled_from(
    [
        *("no", "yes", "true", "null", "~", "", "14:30", "1.10", "2026-05-12", "0x1f", "1_000"),
        *("---", "--- ", "a\n---\nb", "# geen opmerking", "a: b", "- a", "&a", "*a", "!x", "%x"),
        *("a\n\n  b\n", "  a\nb", "a \nb", "a\n", "\n", "a\tb", "a\r\nb", "a\u2028b", "a\x85b"),
        *("\ufeff", "🙂" * 40, "woord " * 40 + "slot", "a # b " * 20 + "c", "'\"", "{a}", "[a]"),
    ]
)
SCALARS = (
    TEXTS
    | AWKWARD
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.booleans()
    | st.none()
    | st.dates(min_value=date(1000, 1, 1))
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def read_back(folder: Path, text: str) -> dict[str, Any]:
    path = folder / "index.md"
    path.write_bytes(text.encode())
    source, problems = read_front_matter(path, PurePosixPath("index.md"))
    assert problems == []
    return source.data


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4))
def test_what_is_written_reads_back_the_same(tmp_path: Path, values: dict[str, Any]) -> None:
    assert read_back(tmp_path, front_matter(values)) == values


@pytest.mark.parametrize("record", [complete_product(), network(), reflection()])
def test_a_whole_record_reads_back_the_same(tmp_path: Path, record: dict[str, Any]) -> None:
    assert read_back(tmp_path, front_matter(record)) == record


@pytest.mark.parametrize("word", ["no", "14:30", "1.10", "2026-05-12", "0o17", "null"])
def test_other_readers_of_yaml_take_a_word_for_a_word(word: str) -> None:
    text = front_matter({"title": word}).replace("---\n", "")
    assert yaml.safe_load(text) == {"title": word}


def test_texts_stay_readable_for_the_author() -> None:
    text = front_matter(
        {"title": "Café", "summary": "woord " * 30 + "slot.", "goals": ["een\ntwee"]}
    )
    assert text.startswith("---\ntitle: Café\nsummary: >-\n  woord")
    assert "goals:\n  - |-\n    een\n    twee\n---\n" in text
    assert max(len(line) for line in text.splitlines()) <= 110


def test_keys_keep_their_order() -> None:
    assert front_matter({"b": 1, "a": 2}) == "---\nb: 1\na: 2\n---\n"
