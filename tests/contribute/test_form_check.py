"""The form says of a record what ``brugwerk check`` says, in the same words."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from brugwerk.catalogue import build_catalogue
from brugwerk.check import check_site
from brugwerk.contribute.form.definition import CODES
from brugwerk.contribute.form.files import form_files
from brugwerk.contribute.form.published import entries, kept_versions, to_revise
from brugwerk.language import translator
from brugwerk.problems import explain
from brugwerk.records.kinds import RECORD_KINDS
from tests.builders import (
    REMOVED,
    REPOSITORY,
    adoption,
    as_file,
    complete_product,
    earlier_product,
    edited,
    exploring_adoption,
    guideline,
    meeting,
    network,
    product,
    reflection,
    school,
    write_site,
)
from tests.contribute.node import ask
from tests.contribute.test_form_file import plain
from tests.in_memory import catalogue

LANGUAGES = ("nl", "en")
DAY = date(2026, 1, 1)
LONG = "x" * 301
CORE = complete_product()["core"][0]
BLOCK = meeting()["blocks"][0]


@dataclass(frozen=True)
class Case:
    """A record in which one thing is changed, and the codes that must come of it."""

    codes: tuple[str, ...]
    kind: str
    data: dict[str, Any] = field(hash=False)
    body: str = ""
    record: str = ""

    def __str__(self) -> str:
        return f"{' '.join(self.codes)} {self.kind}"


def changed(kind: str, sound: dict[str, Any], *changes: tuple[str, str, Any]) -> list[Case]:
    """One case for each code, path and value."""
    return [
        Case(tuple(code.split()), kind, edited(sound, path, value)) for code, path, value in changes
    ]


SHAPES_OF_PRODUCTS = changed(
    "product",
    complete_product(),
    ("BW101", "title", REMOVED),
    ("BW101", "core.0.why", REMOVED),
    ("BW101", "files.0.title", REMOVED),
    ("BW104", "title", "   "),
    ("BW104", "core.0.why", " \n "),
    ("BW105", "license", "qqqqqqqqqqqq"),
    ("BW105", "conditions.0.kind", "7777777777777777777"),
    ("BW106", "review_by", "morgen"),
    ("BW106", "review_by", "2026-02-30"),
    ("BW107", "duration", "45 minuten"),
    ("BW107", "preparation", "PT"),
    ("BW108", "cycles.0.version", "eerste"),
    ("BW109", "title", "een\ntwee"),
    ("BW109", "core.0.id", "Met Hoofdletters"),
    ("BW109", "relations.0.product", "Los Idee"),
    ("BW110", "title", LONG),
    ("BW110", "core.0.id", "a" * 81),
    ("BW110", "materials", ["goed", LONG]),
    ("BW111", "sessions", 0),
    ("BW111", "sessions", 201),
    ("BW111", "sessions", "drie"),
    ("BW111", "adaptable.1.from_round", 4),
    ("BW113", "evidence.0.url", "example.org"),
    ("BW113", "evidence.0.url", "https://met spatie.nl"),
    ("BW016", "audience", "a\u0007b"),
    ("BW016", "cost_note", "a\u009fb"),
)
SHAPES = [
    *SHAPES_OF_PRODUCTS,
    *changed("network", network(), ("BW114", "meetings.0.start", "25:00")),
    *changed("network", network(), ("BW111", "meetings.0.blocks.0.minutes", "een kwartier")),
    *changed("network", network(), ("BW101", "meetings.0.blocks", REMOVED)),
    *changed("school", school(), ("BW109", "brin", "123"), ("BW109", "board", "12")),
    *changed("reflection", reflection(), ("BW111", "aspects.0.place.wished", 8)),
    *changed("reflection", reflection(), ("BW101", "aspects", REMOVED)),
]
PRODUCTS = [
    Case(("BW301",) * 10, "product", product(status="prototype", type="design")),
    Case(("BW301",) * 12, "product", product(status="prototype")),
    Case(("BW301",) * 2, "product", product(status="retired")),
    *changed(
        "product",
        complete_product(),
        ("BW301", "review_by", REMOVED),
        ("BW302", "adaptable.0.id", "eerst-zelf"),
        ("BW321", "core.0.without", REMOVED),
        ("BW303", "retirement", {"date": DAY, "reason": "Op."}),
        ("BW304", "guidance", {"minutes": 10}),
        ("BW311", "version", "9.9"),
        ("BW311 BW312", "changes.1.version", "1.0"),
        ("BW312", "changes.1.date", date(2020, 1, 1)),
        ("BW313", "cycles.0.evaluation", REMOVED),
        ("BW316", "levels", ["groep-5", "havo-3"]),
        ("BW318", "relations.0.source", "Een boek"),
        ("BW318", "relations.0.product", REMOVED),
        ("BW315", "summary", "Dit is bewezen effectief."),
        ("BW206", "core", [CORE, CORE]),
    ),
    Case(("BW315",), "product", product(), "Het is wetenschappelijk  bewezen."),
    Case(
        ("BW317",),
        "product",
        product(
            status="retired",
            version="1.0",
            retirement={"date": DAY, "reason": "Op.", "replaced_by": "zichzelf-op"},
        ),
        record="zichzelf-op",
    ),
    Case(
        ("BW319",),
        "product",
        product(relations=[{"kind": "pairs-with", "product": "zichzelf-naast"}]),
        record="zichzelf-naast",
    ),
]
NETWORKS = changed(
    "network",
    network(),
    ("BW401", "meetings.0.minutes", 70),
    ("BW402", "meetings.0.blocks", []),
    ("BW403 BW417", "meetings.0.blocks.1.room", REMOVED),
    ("BW404", "meetings.0.blocks", [{**BLOCK, "minutes": 60, "fixed": REMOVED, "room": "Vrij."}]),
    ("BW417", "meetings.0.blocks", [{**BLOCK, "minutes": 60}]),
    ("BW405", "students", REMOVED),
    ("BW406", "students.preparation_date", date(2025, 9, 17)),
    ("BW407", "programme", "own-phases"),
    ("BW408", "themes", REMOVED),
    ("BW409", "meetings.0.phase", "qqqqqqqqqqqqqqq"),
    ("BW411", "meetings.1.format", "online"),
    ("BW412", "meetings.1.date", date(2025, 9, 2)),
    ("BW412", "start", date(2025, 10, 1)),
    ("BW993", "meetings.1.moved_from", [date(2026, 2, 4)]),
    ("BW413", "years", 3),
)
for case in NETWORKS:
    for block in case.data["meetings"][0]["blocks"]:
        for key in [key for key, value in block.items() if value is REMOVED]:
            del block[key]
PHASE = {"id": "begin", "kind": "start", "year": 2, "goal": "Beginnen."}
NETWORKS += [
    Case(
        ("BW416",),
        "network",
        network(
            meetings=[meeting(phase="begin")],
            phases=[PHASE, {**PHASE, "id": "daarna", "year": 1}],
        ),
    ),
    Case(("BW206",), "network", network(meetings=[meeting(phase="begin")], phases=[PHASE, PHASE])),
]
ADOPTIONS = [
    *changed(
        "adoption",
        adoption(),
        ("BW508", "users.0.place", "in-network"),
        ("BW509", "choices.0.element", "eerst-zelf"),
        ("BW510", "version", "7.0"),
        ("BW511", "decided_by", REMOVED),
        ("BW512", "deputy.role", "teacher"),
        ("BW513 BW519", "conditions.0.condition", "qqqqqqqqqqqqqqqqqq"),
        ("BW514", "choices.0.element", "7777777777777777777"),
        ("BW515", "deviations.0.element", "qqqqqqqqqqqqqqqqqq"),
        ("BW516", "value.0.kind", "realised"),
        ("BW517", "bridge.role", "student"),
        ("BW518", "look_back", REMOVED),
        ("BW519", "conditions", REMOVED),
        ("BW520", "history.1.stage", "trying"),
        ("BW521", "history.1.date", date(2025, 1, 1)),
    ),
    Case(("BW511",), "adoption", exploring_adoption(stage="declined")),
    Case(
        ("BW522",),
        "adoption",
        exploring_adoption(choices=[{"element": "werkvorm", "choice": "In een kring."}]),
    ),
    Case(
        ("BW206",),
        "adoption",
        exploring_adoption(choices=[{"element": "groepsgrootte", "choice": "Vier."}] * 2),
    ),
]
OTHERS = [
    *changed(
        "school",
        school(),
        ("BW501", "consent", REMOVED),
        ("BW316", "levels", ["havo-3"]),
    ),
    Case(("BW504",), "school", school(pseudonym=True, brin="99ZZ")),
    *changed(
        "reflection",
        reflection(),
        ("BW601", "present", 4),
        ("BW602", "agreed_with_group", REMOVED),
        ("BW603", "adjustment.date", date(2020, 1, 1)),
        ("BW605", "aspects", []),
        ("BW206", "aspects", [reflection()["aspects"][0]] * 2),
    ),
]
SOUND = [
    Case((), "product", complete_product()),
    Case((), "product", product()),
    Case((), "product", guideline()),
    Case((), "network", network()),
    Case((), "school", school()),
    Case((), "adoption", adoption()),
    Case((), "adoption", exploring_adoption()),
    Case((), "reflection", reflection()),
]
CASES = [*SHAPES, *PRODUCTS, *NETWORKS, *ADOPTIONS, *OTHERS, *SOUND]
# What the form leaves to the check: it looks at other files.
ELSEWHERE = {"BW305", "BW306", "BW314", "BW410", "BW604"}


def names(index: int, case: Case) -> tuple[str, str]:
    """The id of a case's record, and whose it is: each case stands in a folder of its own."""
    if case.kind == "adoption":
        return "proefles", f"school-{index}"
    if case.kind == "reflection":
        return "2026-02-04", f"net-{index}"
    return case.record or f"geval-{index}", ""


def written() -> dict[str, str | bytes | None]:
    """One site with every case in it, so that one check judges them all."""
    files: dict[str, str | bytes | None] = {}
    for index, case in enumerate(CASES):
        record, owner = names(index, case)
        files[RECORD_KINDS[case.kind].file(record, owner)] = as_file(case.data, case.body)
        if case.kind == "adoption":
            files[f"schools/{owner}/index.md"] = as_file(school())
        if case.kind == "reflection":
            files[f"networks/{owner}/index.md"] = as_file(network())
    return files


@cache
def by_the_check(language: str) -> list[list[tuple[str, str]]]:
    with tempfile.TemporaryDirectory() as folder:
        problems = check_site(write_site(Path(folder), written())).problems
    found = []
    for index, case in enumerate(CASES):
        file = RECORD_KINDS[case.kind].file(*names(index, case))
        found.append(
            sorted(
                (p.code, explain(p, language).what)
                for p in problems
                if p.place.file.as_posix() == file and p.code not in ELSEWHERE
            )
        )
    return found


@cache
def by_the_form(language: str) -> list[list[tuple[str, str]]]:
    questions = []
    for index, case in enumerate(CASES):
        record, owner = names(index, case)
        about = {"record": record, "owner": owner, "data": plain(case.data), "body": case.body}
        if case.kind == "adoption":
            about["product"] = plain(complete_product())
        questions.append({"do": "check", "kind": case.kind, "about": about})
    return [sorted((p["code"], p["what"]) for p in found) for found in ask(questions, language)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("index", range(len(CASES)), ids=[str(case) for case in CASES])
def test_the_form_and_the_check_say_the_same(index: int, language: str) -> None:
    said = by_the_form(language)[index]
    assert sorted(code for code, _ in said) == sorted(CASES[index].codes)
    assert said == by_the_check(language)[index]


def test_every_code_of_the_form_is_raised_by_a_case_here() -> None:
    raised = {code for case in CASES for code in case.codes}
    # Names of files are judged apart; a path outside the folder too, below.
    assert set(CODES) - raised == {"BW015", "BW018", "BW116"}


@pytest.mark.parametrize(
    ("kind", "record", "code"),
    [
        ("product", "Met Hoofdletters", "BW015"),
        ("product", "-a", "BW015"),
        ("reflection", "gisteren", "BW018"),
        ("reflection", "2026-02-30", "BW018"),
    ],
)
def test_a_name_that_is_no_address_is_named(kind: str, record: str, code: str) -> None:
    about = {"record": record, "owner": "o", "data": {}, "body": ""}
    (found,) = ask([{"do": "check", "kind": kind, "about": about}])
    named = [problem for problem in found if problem["code"] == code]
    assert [problem["at"] for problem in named] == [["@record"]]
    assert f"`{record}`" in named[0]["what"]


@pytest.mark.parametrize(
    "path", ["/werkblad.pdf", "../werkblad.pdf", "a\\b.pdf", "c:b.pdf", "a//b"]
)
def test_a_path_outside_the_folder_is_refused_in_the_same_words(tmp_path: Path, path: str) -> None:
    data = edited(complete_product(), "files.0.path", path)
    root = write_site(tmp_path, {"products/geval/index.md": as_file(data)})
    checked = [p for p in check_site(root).problems if p.code == "BW116"]
    about = {"record": "geval", "data": plain(data), "body": ""}
    (found,) = ask([{"do": "check", "kind": "product", "about": about}])
    assert [p["what"] for p in found] == [explain(p, "nl").what for p in checked]
    assert len(checked) == 1


def test_the_form_has_nothing_against_the_records_of_the_site() -> None:
    site = build_catalogue(check_site(REPOSITORY).entries)
    published = [*entries(site)]
    products = {
        e.id: {**to_revise(e)["data"], "kept": kept_versions(site, e.id)}
        for kind, e in published
        if kind == "product"
    }
    questions = [
        {
            "do": "check",
            "kind": kind,
            "about": {
                "record": entry.id,
                "owner": entry.owner,
                "product": products.get(entry.id),
                **to_revise(entry),
            },
        }
        for kind, entry in published
    ]
    wrong = [
        problem for found in ask(questions) for problem in found if problem["severity"] == "error"
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("pair", "sign"), [(("1.9", "1.10"), -1), (("1.0", "1.0"), 0), (("1.0.1", "1.0"), 1)]
)
def test_versions_are_counted_and_not_spelled(pair: tuple[str, str], sign: int) -> None:
    (found,) = ask([{"do": "versions", "pair": pair}])
    assert (found > 0) - (found < 0) == sign


@pytest.mark.parametrize(("version", "codes"), [("1.0", []), ("1.1", ["BW514"])])
def test_a_choice_is_judged_by_the_version_that_the_school_uses(
    version: str, codes: list[str]
) -> None:
    present = complete_product(files=[], adaptable=complete_product()["adaptable"][1:])
    found = catalogue(
        products={"les": present, "los-idee": product()},
        networks={"het-proefnet": network()},
        versions={("les", "1.0"): earlier_product(files=[])},
    )
    files = dict(form_files(found, translator("nl")))
    published = json.loads(files["records/product/les.json"])
    about = {
        "record": "les",
        "owner": "school",
        "data": plain(adoption(version=version)),
        "body": "",
        "product": {**published["data"], "kept": published["kept"]},
    }
    (problems,) = ask([{"do": "check", "kind": "adoption", "about": about}])
    assert [problem["code"] for problem in problems] == codes
