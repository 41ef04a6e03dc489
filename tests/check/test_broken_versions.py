"""Earlier versions that are not what they say, or are missing where a school uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.check import check_site
from brugwerk.check.kept_versions import changed_meanings
from brugwerk.contribute.kept_version import NotKeptError, keep_present_version
from brugwerk.read.history import compare
from tests.builders import (
    ADOPTION,
    IDEA,
    KEPT,
    PRODUCT,
    adoption,
    as_file,
    complete_product,
    earlier_product,
    edited,
    write_site,
)
from tests.check.broken import Broken, assert_found, broken, problems_of
from tests.check.test_changed import repository, write

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from brugwerk.problems import Problem

FOLDER = "products/proefles/versions"
OTHER_CORE = edited(earlier_product(), "core.0.why", "Een andere reden.")


def kept(code: str, about: str, file: str, at: str, **files: str | None) -> Broken:
    """A site in which the kept version stands, or reads, otherwise."""
    return Broken(code, about, file, at, {KEPT: None, **files})


def refused(product: str) -> Callable[[Path], tuple[Problem, ...]]:
    def keep(root: Path) -> tuple[Problem, ...]:
        with pytest.raises(NotKeptError) as stopped:
            keep_present_version(check_site(root), product)
        return stopped.value.problems

    return keep


def meanings(root: Path) -> tuple[Problem, ...]:
    return tuple(changed_meanings(check_site(root).entries, compare(root, "main")))


def changed_afterwards(root: Path) -> tuple[Problem, ...]:
    """Change the kept version in a repository of its own, and say what the check makes of it."""
    site = repository(root)
    write(site, KEPT, as_file(OTHER_CORE))
    return meanings(site)


CASES = (
    Broken(
        "BW961",
        "a kept version named after a word",
        f"{FOLDER}/oud.md",
        files={f"{FOLDER}/oud.md": as_file(earlier_product())},
    ),
    broken("BW962", "another number inside", KEPT, earlier_product(version="0.9"), "^'0.9'"),
    broken(
        "BW963",
        "a version without a note",
        f"{FOLDER}/0.5.md",
        earlier_product(version="0.5"),
        "^'0.5'",
    ),
    broken(
        "BW964",
        "a version that is not there yet",
        f"{FOLDER}/1.2.md",
        earlier_product(version="1.2"),
        "^'1.2'",
        "BW963",
    ),
    Broken("BW965", "a version in use that is not kept", ADOPTION, "version: ^", {KEPT: None}),
    Broken(
        "BW968",
        "keeping the present version twice",
        f"{FOLDER}/1.1.md",
        files={f"{FOLDER}/1.1.md": as_file(complete_product())},
        found_by=refused("proefles"),
    ),
    Broken("BW967", "keeping what is not there", "products", found_by=refused("proeflees")),
    Broken("BW969", "keeping a version without a number", IDEA, found_by=refused("los-idee")),
)
REFUSED: Mapping[str, Callable[[Path], tuple[Problem, ...]]] = {"BW966": changed_afterwards}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_the_broken_version(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


def codes(root: Path, files: Mapping[str, str | bytes | None]) -> list[str]:
    return [problem.code for problem in check_site(write_site(root, files)).problems]


@pytest.mark.parametrize("at", [f"{FOLDER}/notitie.txt", f"{FOLDER}/1.0.md/1.0.md"])
def test_only_versions_stand_in_their_folder(at: str, tmp_path: Path) -> None:
    assert "BW013" in codes(tmp_path, {KEPT: None, at: "Iets."})


def test_a_version_may_be_kept_before_the_next_one_is_written(tmp_path: Path) -> None:
    assert codes(tmp_path, {f"{FOLDER}/1.1.md": as_file(complete_product())}) == []


def test_the_shape_of_a_kept_version_is_checked_and_stands_for_nothing_else(tmp_path: Path) -> None:
    assert codes(tmp_path, {KEPT: as_file(earlier_product(status="klaar"))}) == ["BW105"]


def test_a_choice_is_judged_by_the_version_that_the_school_uses(tmp_path: Path) -> None:
    gone = complete_product(adaptable=complete_product()["adaptable"][1:])
    assert codes(tmp_path, {PRODUCT: as_file(gone)}) == []


def test_what_is_only_in_the_next_version_cannot_be_chosen_in_this_one(tmp_path: Path) -> None:
    before = earlier_product(adaptable=earlier_product()["adaptable"][1:])
    assert codes(tmp_path, {KEPT: as_file(before)}) == ["BW514"]


def test_a_version_that_was_never_there_is_reported_once(tmp_path: Path) -> None:
    assert codes(tmp_path, {ADOPTION: as_file(adoption(version="0.7"))}) == ["BW510"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Zie [het blad](files/werkblad.pdf).", []),
        ("Zie [het blad](../files/werkblad.pdf).", ["BW801"]),
        ("Vraag het <b>ons</b>.", ["BW802", "BW802"]),
        ("Bel 06-12345678 even.", ["BW852"]),
    ],
)
def test_texts_of_a_kept_version_are_read_like_those_of_its_product(
    body: str, found: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, {KEPT: as_file(earlier_product(), body)}) == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"title": "Een andere titel"}, []),
        ({"adaptable": []}, ["BW966"]),
        ({"core": [], "conditions": []}, ["BW966", "BW966"]),
    ],
)
def test_only_what_schools_rest_on_is_held_against_how_it_was(
    change: dict[str, Any], found: list[str], tmp_path: Path
) -> None:
    site = repository(tmp_path)
    write(site, KEPT, as_file(earlier_product(**change)))
    assert [problem.code for problem in meanings(site)] == found


def test_a_version_that_is_kept_only_now_changes_nothing(tmp_path: Path) -> None:
    site = repository(tmp_path, {KEPT: None})
    write(site, KEPT, as_file(OTHER_CORE))
    assert meanings(site) == ()
