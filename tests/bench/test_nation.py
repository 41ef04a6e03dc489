"""A made country is sound, the same every time, and keeps its proportions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest
import yaml
from bench import corpus
from bench.__main__ import main
from bench.corpus import nation

from brugwerk.check import check_site

if TYPE_CHECKING:
    from collections.abc import Iterable

SMALL = corpus.NATIONAL.scaled(0.004)


def kinds(made: Iterable[corpus.Record]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in made:
        path = PurePosixPath(one.path)
        if "reflections" in path.parts:
            found["reflections"] += 1
        elif path.parts[0] == "schools" and path.name != "index.md":
            found["adoptions"] += 1
        else:
            found[path.parts[0]] += 1
    return found


def test_a_scale_keeps_the_proportions_and_the_meetings_of_a_network():
    assert corpus.NATIONAL.scaled(0.1) == corpus.Size(300, 40, 800, 2400, 200, 10)
    assert corpus.NATIONAL.records == 37_400


def test_there_are_as_many_of_each_kind_as_asked_for():
    made = kinds(nation.records(SMALL))
    asked = {"products": 12, "networks": 2, "schools": 32, "adoptions": 96, "reflections": 8}
    assert made == asked


def test_a_seed_makes_the_same_country_again():
    first, again, other = (list(nation.records(SMALL, seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_all_stages_come_back_in_a_hundred_adoptions():
    stages = {
        yaml.safe_load(one.text.split("---\n")[1])["stage"]
        for one in nation.records(SMALL)
        if one.path.startswith("schools/") and not one.path.endswith("index.md")
    }
    terms = yaml.safe_load(Path("vocabulary/stages.yml").read_text("utf-8"))["terms"]
    assert stages == {term["id"] for term in terms}


@pytest.mark.parametrize(
    ("size", "kind"),
    [
        (corpus.Size(2, 1, 2, adoptions=3, reflections=0), "adoptions"),
        (corpus.Size(2, 1, 2, adoptions=1, reflections=11), "reflections"),
    ],
)
def test_a_kind_without_room_is_named(size: corpus.Size, kind: str):
    with pytest.raises(nation.TooManyError, match=kind):
        next(nation.records(size))


def test_a_made_site_has_neither_errors_nor_warnings(tmp_path: Path):
    out = tmp_path / "site"
    assert main(["corpus", "--national", "--scale", "0.004", "--out", str(out)]) == 0
    assert [problem for problem in check_site(out).problems if "gemaakt" in str(problem)] == []


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["corpus", "--products", "1", "--out", str(tmp_path)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
