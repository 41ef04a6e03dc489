"""Products, references and lists that are sound in shape but not in what they say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from tests.builders import (
    ADOPTION,
    GUIDELINE,
    IDEA,
    KEPT,
    NETWORK,
    PRODUCT,
    REFLECTION,
    REMOVED,
    SCHOOL,
    VOCABULARY,
    adoption,
    as_file,
    complete_product,
    edited,
    guideline,
    network,
    product,
    reflection,
    school,
    write_site,
)
from tests.check.broken import Broken, assert_found, broken, problems_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.builders import Record


def of_product(code: str, about: str, path: str, value: Any, at: str, *also: str) -> Broken:
    """The complete product, with another value at one path."""
    return broken(code, about, PRODUCT, edited(complete_product(), path, value), at, *also)


def retired(**changes: Any) -> Record:
    """A product that its makers no longer recommend."""
    end = {"date": date(2026, 8, 31), "reason": "Er is iets beters.", **changes}
    return product(status="retired", version="1.0", retirement=end)


def of_list(
    code: str, about: str, scheme: str, change: tuple[str, str], at: str, *also: str
) -> Broken:
    """The repository's controlled list, with one text replaced."""
    file, (old, new) = f"vocabulary/{scheme}.yml", change
    text = (VOCABULARY / f"{scheme}.yml").read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    return Broken(code, about, file, at, {file: text.replace(old, new)}, also)


def twice(part: Record, **changes: Any) -> list[Record]:
    """A part, and the same one with something changed."""
    return [part, part | changes]


def without_users() -> dict[str, str | None]:
    """An adoption whose users all sit in the class of a maker."""
    users = [{"role": "teacher", "place": "makers-class"}]
    record = adoption(stage="trying", users=users, history=REMOVED, choices=REMOVED)
    return {ADOPTION: as_file(record)}


ELSEWHERE = "products/een-ander-idee/index.md"
REFERENCES = (
    of_product("BW201", "product refers to no network", "networks", ["weg"], "networks:\n- ^weg"),
    of_product("BW201", "relation to no product", "relations.0.product", "weg", "product: ^weg"),
    broken("BW201", "network refers to no school", NETWORK, network(schools=["weg"]), "- ^weg"),
    broken(
        "BW201",
        "meeting refers to no product",
        NETWORK,
        edited(network(), "meetings.0.products", ["weg"]),
        "- ^weg",
    ),
    broken("BW201", "school refers to no network", SCHOOL, school(networks=["weg"]), "- ^weg"),
    broken(
        "BW201",
        "replaced by no product",
        IDEA,
        retired(replaced_by="weg"),
        "replaced_by: ^weg",
        "BW203",
    ),
    broken(
        "BW202",
        "former name is a present name",
        GUIDELINE,
        guideline(aliases=["los-idee"]),
        "- ^los-idee",
    ),
    broken(
        "BW202", "former name is its own name", IDEA, product(aliases=["los-idee"]), "- ^los-idee"
    ),
    Broken(
        "BW202",
        "former name of two",
        IDEA,
        "- ^oud",
        {ELSEWHERE: as_file(product(aliases=["oud"])), IDEA: as_file(product(aliases=["oud"]))},
    ),
    Broken(
        "BW203",
        "relation to a retired product",
        PRODUCT,
        "product: ^los-idee",
        {IDEA: as_file(retired())},
    ),
    Broken(
        "BW204",
        "adoption of no product",
        "schools/de-proefschool/weg.md",
        "^version",
        {"schools/de-proefschool/weg.md": as_file(adoption())},
    ),
    Broken(
        "BW205",
        "relation by a former name",
        PRODUCT,
        "product: ^los-idee",
        {IDEA: None, ELSEWHERE: as_file(product(aliases=["los-idee"]))},
    ),
    Broken(
        "BW205",
        "adoption by a former name",
        ADOPTION,
        "^version",
        {
            PRODUCT: None,
            ELSEWHERE: as_file(complete_product(aliases=["proefles"], files=[], status="tested")),
            "products/proefles/files/werkblad.pdf": None,
            KEPT: None,
        },
    ),
    of_product(
        "BW206",
        "two core elements",
        "core",
        twice(complete_product()["core"][0], what="Anders."),
        "id: ^eerst-zelf\n  what: Anders",
    ),
    broken(
        "BW206",
        "one aspect twice",
        REFLECTION,
        reflection(aspects=twice(reflection()["aspects"][0], wish="Anders.")),
        "aspect: ^connectedness\n  wish: Anders",
    ),
    broken(
        "BW206",
        "one choice twice",
        ADOPTION,
        adoption(choices=twice(adoption()["choices"][0], choice="Anders.")),
        "element: ^groepsgrootte\n  choice: Anders",
    ),
)

PRODUCTS = (
    of_product("BW301", "transferable without costs", "cost", REMOVED, "status: ^transferable"),
    of_product("BW301", "transferable without goals", "goals", [], "status: ^transferable"),
    of_product("BW301", "lesson without duration", "duration", REMOVED, "status: ^transferable"),
    broken(
        "BW301",
        "retired without retirement",
        IDEA,
        product(status="retired", version="1.0"),
        "status: ^retired",
        "BW203",
    ),
    of_product(
        "BW302",
        "fixed and free",
        "adaptable.1.id",
        "eerst-zelf",
        "id: ^eerst-zelf\n  what: Hoe",
    ),
    broken(
        "BW303", "retirement of a draft", IDEA, edited(retired(), "status", "draft"), "^retirement"
    ),
    broken("BW304", "guidance in a lesson", GUIDELINE, guideline(type="lesson"), "^guidance"),
    of_product("BW311", "version without a change note", "version", "1.2", "version: ^'1.2'"),
    of_product(
        "BW312", "version runs back", "changes.1.version", "0.9", "version: ^'0.9'", "BW311"
    ),
    of_product(
        "BW312",
        "same version twice",
        "changes.0.version",
        "1.1",
        "^'1.1'\n  date: 2026",
        "BW510",
        "BW963",
    ),
    of_product(
        "BW312", "date runs back", "changes.1.date", date(2025, 11, 4), "^'1.1'\n  date: 2025-11-04"
    ),
    of_product("BW313", "no cycle was evaluated", "cycles.0.evaluation", REMOVED, "^transferable"),
    Broken("BW314", "only used by the makers", PRODUCT, "^transferable", without_users()),
    of_product(
        "BW315",
        "claim in the evidence",
        "evidence.0.claim",
        "De les is Bewezen effectief.",
        "De les is",
    ),
    of_product(
        "BW315", "claim in a goal, in English", "goals.0", "A proven effective way.", "A proven"
    ),
    of_product("BW316", "level of another sector", "levels.0", "vmbo-bb-1", "vmbo-bb-1"),
    broken(
        "BW316",
        "level of another sector at a school",
        SCHOOL,
        school(levels=["vmbo-bb-1"]),
        "vmbo-bb-1",
    ),
    broken(
        "BW317", "replaced by itself", IDEA, retired(replaced_by="los-idee"), "^los-idee", "BW203"
    ),
    of_product("BW318", "relation to nothing", "relations.0.product", REMOVED, "^kind: pairs"),
    of_product("BW318", "relation to two things", "relations.0.source", "Een boek", "^kind: pairs"),
    of_product(
        "BW319", "relation to itself", "relations.0.product", "proefles", "product: ^proefles"
    ),
    of_product("BW321", "no sign of the core", "core.0.recognise", REMOVED, "^id: eerst-zelf"),
    of_product("BW321", "nothing on doing without", "core.0.without", REMOVED, "^id: eerst-zelf"),
)

LISTS = (
    Broken(
        "BW704",
        "one word for two addresses",
        "brugwerk.yml",
        "schools: ^lessen",
        {"brugwerk.yml": "path_words:\n  products: lessen\n  schools: lessen\n"},
    ),
    Broken(
        "BW704",
        "a word that another address has by itself",
        "brugwerk.yml",
        "schools: ^producten",
        {"brugwerk.yml": "path_words:\n  schools: producten\n"},
    ),
    Broken(
        "BW704",
        "one word for two pages of a network",
        "brugwerk.yml",
        "guide: ^doorwerking",
        {"brugwerk.yml": "path_words:\n  guide: doorwerking\n"},
    ),
    of_list(
        "BW701",
        "term twice",
        "costs",
        ("id: low,", "id: free,"),
        "id: ^free, label: {nl: tot",
    ),
    of_list(
        "BW109",
        "ages in words",
        "sectors",
        ('ages: "2-6"', "ages: peuters"),
        "ages: ^peuters",
        "BW702",
    ),
    Broken(
        "BW702",
        "list is gone",
        "vocabulary/roles.yml",
        prepare=lambda root: (root / "vocabulary/roles.yml").unlink(),
    ),
    of_list("BW702", "list without terms", "needs", ("terms:", "termen:"), "", "BW101", "BW102"),
    of_list(
        "BW703",
        "status asks for an unknown key",
        "statuses",
        ("[version, retirement]", "[version, retirment]"),
        "retirment",
    ),
    of_list(
        "BW703",
        "stage needs something unknown",
        "stages",
        ("outside_users, deputy", "outside_users, vervanger"),
        "vervanger",
    ),
    of_list(
        "BW703",
        "phase of an unknown kind",
        "programmes",
        ("id: invoering, kind: implementation", "id: invoering, kind: invoeren"),
        "kind: ^invoeren",
    ),
)

CASES = (*REFERENCES, *PRODUCTS, *LISTS)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_the_broken_record(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


def test_finds_nothing_in_a_sound_site(tmp_path: Path) -> None:
    assert check_site(write_site(tmp_path)).problems == ()
