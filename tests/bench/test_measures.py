"""The measures against values worked out by hand, and the query file against the content."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import pytest
from bench.search import queries
from bench.search.measures import discounted_gain, mean, ndcg, percentile, success

ROOT = Path(__file__).resolve().parents[2]
RELEVANT = {"a/": 3, "b/": 2, "c/": 1}
LISTS = {"producten", "netwerken", "draaiboeken", "reflecties", "scholen", "doorwerking"}


def test_the_gain_of_a_page_falls_with_its_rank():
    # The logarithms to base 2 of 2, 3 and 4 are 1, 1.584963 and 2.
    assert discounted_gain([3, 2, 1]) == pytest.approx(7 + 1.892789 + 0.5)
    assert discounted_gain([]) == 0


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (["a/", "b/", "c/"], 1.0),
        # The worst order: gains of 1, 1.892789 and 3.5, of at most 9.392789.
        (["c/", "b/", "a/"], 0.680606),
        # Only the best page, third: 3.5 of 9.392789.
        (["x/", "y/", "a/"], 0.372626),
        (["x/", "y/", "z/"], 0.0),
        ([], 0.0),
    ],
)
def test_ndcg(found: list[str], expected: float):
    assert ndcg(found, RELEVANT) == pytest.approx(expected, abs=1e-6)


def test_ndcg_compares_with_the_best_ten_of_many():
    many = {f"{number}/": 1 for number in range(40)}
    assert ndcg(list(many)[:10], many) == pytest.approx(1)
    assert ndcg(list(many)[:5], many) == pytest.approx(
        sum(1 / math.log2(rank + 1) for rank in range(1, 6))
        / sum(1 / math.log2(rank + 1) for rank in range(1, 11))
    )


def test_only_the_first_ten_count_and_a_page_counts_once():
    assert ndcg([f"x{n}/" for n in range(10)] + ["a/"], RELEVANT) == 0
    assert ndcg(["a/", "a/", "b/", "c/"], RELEVANT) == pytest.approx(1)


def test_ndcg_of_a_query_without_answers_is_refused():
    with pytest.raises(ValueError, match="nothing is relevant"):
        ndcg(["a/"], {})


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (["x/", "y/", "b/"], True),
        (["x/", "x/", "y/", "a/"], True),
        (["x/", "y/", "z/", "a/"], False),
        (["c/", "x/", "y/"], False),
        ([], False),
    ],
)
def test_success_is_a_good_page_among_the_first_three(found: list[str], expected: bool):
    assert success(found, RELEVANT) is expected


def test_percentile_and_mean():
    values = [float(number) for number in range(1, 21)]
    assert percentile(values, 0.5) == 10
    assert percentile(values, 0.95) == 19
    assert percentile([7.0], 0.95) == 7
    assert math.isnan(percentile([], 0.5))
    assert mean([1, 2]) == 1.5
    assert math.isnan(mean([]))


ASKED = queries.read()


def test_there_are_enough_queries_of_every_kind():
    assert len(ASKED) >= 60
    assert {query.kind for query in ASKED} == set(queries.KINDS)


def test_no_query_stands_twice():
    counted = Counter(" ".join(query.text.casefold().split()) for query in ASKED)
    assert [text for text, number in counted.items() if number > 1] == []


def _source(address: str) -> Path | None:
    """Return the record or text behind an address, if it is one that can be judged."""
    match address.rstrip("/").split("/"):
        case ["producten", product]:
            return ROOT / "products" / product / "index.md"
        case ["netwerken", network] | ["netwerken", network, "draaiboek"]:
            return ROOT / "networks" / network / "index.md"
        case ["netwerken", network, "reflecties", day]:
            return ROOT / "networks" / network / "reflections" / f"{day}.md"
        case ["scholen", school]:
            return ROOT / "schools" / school / "index.md"
        case ["scholen", school, product]:
            return ROOT / "schools" / school / f"{product}.md"
        case [one] if one in LISTS:
            return ROOT
        case parts:
            document = ROOT.joinpath("docs", *parts)
            return document / "index.md" if document.is_dir() else document.with_suffix(".md")


def test_every_judged_page_is_in_the_content():
    judged = {address for query in ASKED for address in query.relevant}
    assert all(address.endswith("/") for address in judged)
    missing = sorted(a for a in judged if (source := _source(a)) is None or not source.exists())
    assert missing == []


def test_every_query_has_a_page_that_answers_it():
    assert [query.text for query in ASKED if max(query.relevant.values()) < 2] == []


def test_no_page_is_left_unjudged():
    judged = {address for query in ASKED for address in query.relevant}
    pages = {f"producten/{file.parent.name}/" for file in ROOT.glob("products/*/index.md")}
    pages |= {f"netwerken/{file.parent.name}/" for file in ROOT.glob("networks/*/index.md")}
    pages |= {
        f"{file.parent.name}/{file.stem}/".replace("/index/", "/")
        for file in ROOT.glob("docs/*/*.md")
        if not file.stem.endswith(".en") and file.parent.name != "decisions"
    }
    assert sorted(pages - judged) == []


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ("{query: x, kind: guess, relevant: {a/: 1}}", "no kind"),
        ("{query: x, kind: word, relevant: {a/: 4}}", "grades"),
        ("{query: x, kind: word, relevant: {}}", "grades"),
    ],
)
def test_an_unsound_query_is_refused(tmp_path: Path, entry: str, complaint: str):
    file = tmp_path / "queries.yml"
    file.write_text(f"queries: [{entry}]", encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        queries.read(file)
