"""What is said of pages follows from what axe and Lighthouse saw, and from nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bench.open.axe import Finding, Seen
from bench.open.command import broken, criteria, undecided
from bench.open.lighthouse import AIMS, read
from bench.open.pages import UnsoundError, pages

from brugwerk.publish.publishable import publishable
from tests.builders import write_site

if TYPE_CHECKING:
    from pathlib import Path


def finding(rule: str, *tags: str) -> Finding:
    return Finding(rule, tags, "Help", "main > p", "<p>", "Reden")


def test_a_rule_that_is_broken_twice_on_a_page_is_told_once_with_both_places() -> None:
    seen = {("a/", "320 light 100%"): Seen((finding("x", "wcag2a", "wcag143"),) * 2, ())}
    (told,) = broken(seen)
    assert (told.page, told.rule, told.where, told.places) == ("a/", "x", "320 light 100%", 2)
    assert told.criteria == ("1.4.3",)


def test_the_same_rule_in_another_window_is_told_again() -> None:
    once = Seen((finding("x"),), ())
    assert len(broken({("a/", "320 light 100%"): once, ("a/", "320 dark 100%"): once})) == 2


def test_what_axe_cannot_decide_names_each_page_once() -> None:
    open_question = Seen((), (finding("y", "wcag1411"),))
    seen = {("a/", "1"): open_question, ("a/", "2"): open_question, ("b/", "1"): open_question}
    (told,) = undecided(seen)
    assert (told.rule, told.criteria, told.pages) == ("y", ("1.4.11",), ("a/", "b/"))
    assert broken(seen) == ()


@pytest.mark.parametrize(
    ("tags", "expected"),
    [(("wcag2a", "wcag111"), ("1.1.1",)), (("wcag22aa", "wcag258"), ("2.5.8",)), (("x",), ())],
)
def test_criteria_are_read_from_the_tags(tags: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert criteria(tags) == expected


def report(**scores: float) -> dict[str, Any]:
    return {
        "categories": {
            name: {"score": scores.get(name.replace("-", "_"), 1), "auditRefs": audits}
            for name in AIMS
            for audits in [[{"id": f"{name}-audit", "weight": 1}, {"id": "hint", "weight": 0}]]
        },
        "audits": {
            "hint": {"score": 0},
            **{f"{name}-audit": {"score": scores.get(name.replace("-", "_"), 1)} for name in AIMS},
        },
    }


def test_figures_that_reach_their_aims_are_enough() -> None:
    assert read("product", "x/", report(performance=0.98)).enough


@pytest.mark.parametrize("below", [{"performance": 0.97}, {"best_practices": 0.99}])
def test_a_figure_below_its_aim_names_the_audit(below: dict[str, float]) -> None:
    found = read("product", "x/", report(**below))
    assert not found.enough
    assert found.failing == (f"{next(iter(below)).replace('_', '-')}-audit",)


def test_the_longest_page_of_every_kind_stands_for_it(tmp_path: Path) -> None:
    root = write_site(tmp_path / "root")
    for name in ("index.md", "index.en.md", "uitleg/over.md", "niet-gebouwd.md"):
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text("# Thuis\n", "utf-8")
    _, site = publishable(root)
    assert site is not None
    for length, address in enumerate(
        [*(p.address for p in site.pages.values()), "", "uitleg/over/"]
    ):
        (tmp_path / "site" / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / address / "index.html").write_text("x" * length, "utf-8")
    found = pages(tmp_path / "site", root)
    last = {page.kind: page.address for page in site.pages.values()}
    assert {name: found[name] for name in last} == last
    assert (found["docs/index (nl)"], found["docs/uitleg/over (nl)"]) == ("", "uitleg/over/")
    assert not {name for name in found if "niet-gebouwd" in name or ".en" in name}


def test_records_with_an_error_have_no_pages(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"products/los-idee/index.md": "---\ntitle: [\n---\n"})
    with pytest.raises(UnsoundError, match="brugwerk check"):
        pages(tmp_path, root)
