"""The index is the same every time, and its files together answer as one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from brugwerk.search import shards
from brugwerk.search.documents import Document
from brugwerk.search.index import build_index
from brugwerk.search.words import words_of
from tests.in_memory import vocabulary
from tests.search.conftest import ask_in, made, put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

QUERIES = ["hoogbegaafd", "rekenles groep 5", "plusklas", "hoogbegaaft", "leerling", "ib", "br"]


def test_two_builds_give_the_same_files() -> None:
    assert made("nl") == made("nl")


def test_a_file_is_named_after_its_content(files: dict[str, bytes]) -> None:
    manifest = json.loads(files["manifest.json"])
    named = [manifest["start"], manifest["words"], *manifest["summaries"]]
    named += [name for group in ("meta", "text") for _, name in manifest[group]]
    assert sorted([*named, "manifest.json", "main.js", "worker.js"]) == sorted(files)
    for name in named:
        stem, _, suffix = name.rpartition(".")
        assert shards.named(stem.rpartition("-")[0], files[name], suffix)[0] == name


def test_every_term_stands_in_one_file_and_in_order(files: dict[str, bytes]) -> None:
    for group in ("meta", "text"):
        listed = json.loads(files["manifest.json"])[group]
        terms = [term for _, name in listed for term in json.loads(files[name])["terms"]]
        assert terms == sorted(set(terms))
        assert [json.loads(files[name])["terms"][0] for _, name in listed] == [f for f, _ in listed]


def answers(folder: Path) -> list[Any]:
    return [
        [(r["address"], r["title"]) for r in messages[-1]["results"]]
        for messages in ask_in(folder, [{"text": text, "limit": 500} for text in QUERIES])
    ]


def test_many_small_files_answer_as_one_large_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for size in (2_000, 10_000_000):
        monkeypatch.setattr(shards, "SHARD_SIZE", size)
        found.append(answers(put(tmp_path / str(size), made("nl"))))
    assert len(list((tmp_path / "2000").glob("text-*"))) > 20
    assert len(list((tmp_path / "10000000").glob("text-*"))) == 1
    assert found[0] == found[1]


def test_nothing_is_found_twice(start: dict[str, Any]) -> None:
    assert len(start["addresses"]) == len(set(start["addresses"]))
    assert not any("/transfer/" in address for address in start["addresses"])


def test_an_english_site_has_english_terms() -> None:
    files = made("en")
    manifest = json.loads(files["manifest.json"])
    words = json.loads(files[manifest["words"]])["terms"].split(" ")
    assert manifest["language"] == "en"
    assert b"lunr.nl=" not in files["worker.js"]
    assert b"lunr.nl=" in made("nl")["worker.js"]
    assert words == sorted(words)


def test_an_english_query_finds_an_english_label(
    tmp_path: Path, ask: Callable[..., list[Any]]
) -> None:
    (messages,) = ask_in(put(tmp_path, made("en")), [{"text": "underachieving"}])
    assert messages[-1]["results"][0]["address"] == "producten/terugweg-uit-onderpresteren/"


def test_a_page_counts_for_what_it_asks() -> None:
    whole = Document("a/", "page", "Kwispel", "Hond", text="Blaf")
    half = Document("b/", "page", "Kwispel", "Hond", text="Blaf", boost=0.5)
    other = Document("c/", "page", "Ander", "Kat", text="Miauw")
    index = build_index([whole, half, other], vocabulary(), words_of("nl"))
    for weights in (index.meta["kwispel"], index.text["blaf"]):
        assert weights[0] > 10
        assert abs(weights[0] - 2 * weights[1]) <= 1
