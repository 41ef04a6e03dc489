"""Other sites that cannot be shown: a warning, and never an obstacle for the site's own records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.problems import Problem
from brugwerk.problems.report import plain
from brugwerk.read.shared import FlawedCatalogueError, catalogue_text
from brugwerk.web.client import Client
from brugwerk.web.courtesy import Courtesy
from brugwerk.web.sources import Fetcher
from tests.builders import as_yaml, write_site
from tests.check.broken import Broken, assert_found, problems_of
from tests.sharing import PLACE, SETTINGS, as_bytes, kept_copy, shared, shared_product

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEPT = "sources/noord.json"
HERE = as_yaml(SETTINGS)
COPY = catalogue_text(kept_copy())


def named(*sites: dict[str, str]) -> str:
    return as_yaml({"sources": list(sites)})


def site(**changes: str) -> dict[str, str]:
    return {"id": "noord", "name": "Kennisbank Noord", "catalogue": PLACE, **changes}


def at(code: str, about: str, place: str, settings: str, *also: str) -> Broken:
    return Broken(code, about, "brugwerk.yml", place, {"brugwerk.yml": settings}, also)


def copied(code: str, about: str, content: str | bytes) -> Broken:
    files = {"brugwerk.yml": HERE, KEPT: content}
    return Broken(code, about, KEPT, "", files)


CASES = (
    *(
        at("BW974", about, "catalogue: ^", named(site(catalogue=place)), "BW976")
        for about, place in {
            "in plain sight": "http://noord.example.org/catalogue.json",
            "another protocol": "ftp://noord.example.org/catalogue.json",
            "a mail address": "mailto:a@example.org",
            "without a host": "https:///catalogue.json",
            "no address at all": "https://[",
        }.items()
    ),
    at(
        "BW975",
        "an id twice",
        "^noord\n  name: Anders",
        named(site(), site(name="Anders")),
        "BW976",
        "BW976",
    ),
    at("BW975", "the id of this site", "id: ^hier", named(site(id="hier")), "BW976"),
    at("BW976", "nothing kept", "catalogue: ^https", HERE),
    copied("BW977", "a copy that is cut off", COPY[:200]),
    copied("BW977", "an empty copy", ""),
    copied(
        "BW977", "a link that somebody changed", COPY.replace("https://noord", "https://kwaad", 1)
    ),
    copied(
        "BW977",
        "a script in the place of a link",
        as_bytes({**shared(shared_product(address="javascript:alert(1)")), "fetched_from": PLACE}),
    ),
    copied("BW978", "a later format", COPY.replace('"version": "1.0"', '"version": "3.1"')),
    copied("BW979", "a copy of another place", catalogue_text(kept_copy(place="../oud.json"))),
)


def not_fetched(place: str) -> Callable[[Path], tuple[Problem, ...]]:
    def found(root: Path) -> tuple[Problem, ...]:
        write_site(root)
        fetcher = Fetcher(Client("test"), Courtesy(0), root)
        with pytest.raises(FlawedCatalogueError) as raised:
            fetcher.fetch(place)
        where = next(iter(check_site(root).entries.products.values())).source.place()
        return (Problem(raised.value.code, where, {"name": "Noord", **raised.value.facts}),)

    return found


RAISED = {"BW980": not_fetched("../nergens.json")}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_what_is_wrong_with_another_site(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


@pytest.mark.parametrize(
    "content", [COPY[:200], "[" * 100_000, COPY.replace('"version": "1.0"', '"version": "3.1"')]
)
def test_a_broken_copy_stands_in_no_ones_way(content: str, tmp_path: Path) -> None:
    checked = check_site(write_site(tmp_path, {"brugwerk.yml": HERE, KEPT: content}))
    assert checked.errors == ()
    assert checked.entries.elsewhere == {}
    assert len(checked.entries.products) == 3


def test_a_sound_copy_is_read(tmp_path: Path) -> None:
    checked = check_site(write_site(tmp_path, {"brugwerk.yml": HERE, KEPT: COPY}))
    assert checked.problems == ()
    assert [p.title for p in checked.entries.elsewhere["noord"].products] == ["Sterren kijken"]


def test_a_copy_of_a_site_that_is_not_named_is_not_read(tmp_path: Path) -> None:
    checked = check_site(write_site(tmp_path, {KEPT: "stuk"}))
    assert checked.problems == ()


@pytest.mark.parametrize(
    "place",
    ["https://noord.example.org/catalogue.json", "http://localhost:8000/c.json", "../c.json"],
)
def test_places_that_can_be_asked_are_sound(place: str, tmp_path: Path) -> None:
    settings = {"brugwerk.yml": named(site(catalogue=place))}
    found = check_site(write_site(tmp_path, settings)).problems
    assert {problem.code for problem in found} == {"BW976"}


def test_what_a_stranger_wrote_is_not_repeated_in_a_message(tmp_path: Path) -> None:
    hostile = shared(shared_product(title="\x1b[31mkijk\x07", id="<script>"))
    content = as_bytes({**hostile, "fetched_from": PLACE})
    checked = check_site(write_site(tmp_path, {"brugwerk.yml": HERE, KEPT: content}))
    said = "\n".join(plain.lines(checked.problems, "nl"))
    assert "BW977" in said
    assert not any(word in said for word in ("[31m", "<script>", "\x1b"))
