"""What the check must leave in peace: the good side of every bound."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.check import check_site
from brugwerk.problems import Severity, report
from brugwerk.problems.catalogue import severity_of
from tests.attached import picture
from tests.builders import (
    ADOPTION,
    EXPLORING,
    IDEA,
    NETWORK,
    PRODUCT,
    REFLECTION,
    REMOVED,
    SCHOOL,
    adoption,
    as_file,
    complete_product,
    draft_network,
    edited,
    exploring_adoption,
    meeting,
    network,
    pdf,
    product,
    reflection,
    school,
    write_site,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.builders import Record

NEWER = {"version": "1.9", "date": date(2026, 2, 1), "note": "Kaartjes."}
NEWEST = {"version": "1.10", "date": date(2026, 2, 1), "note": "Kleinere kaartjes."}
TRIED = {"stage": "trying", "date": date(2026, 3, 4)}
STOPPED = {"stage": "stopped", "date": date(2026, 6, 3)}
HOPED = {"kind": "realised", "state": "hoped", "text": "Dat ook groep 6 doorvraagt."}
ONLINE = {"format": "online", "plan_b": "We bellen elkaar."}


def with_text(body: str) -> dict[str, str]:
    return {IDEA: as_file(product(), body)}


def with_product(path: str, value: Any) -> dict[str, str]:
    return {PRODUCT: as_file(edited(complete_product(), path, value))}


def with_network(path: str, value: Any) -> dict[str, str]:
    return {NETWORK: as_file(edited(network(), path, value))}


def with_adoption(record: Record) -> dict[str, str]:
    return {ADOPTION: as_file(record)}


def three_new_products() -> dict[str, str]:
    files = {}
    for name in ("a", "b"):
        files[f"products/{name}/index.md"] = as_file(product(version="1.0"))
        files[f"schools/de-proefschool/{name}.md"] = as_file(exploring_adoption())
    return files


SOUND = {
    "nothing changed": {},
    "five people present of a school that nobody knows": {
        REFLECTION: as_file(reflection(present=5)),
        SCHOOL: as_file(school(pseudonym=True)),
    },
    "adjusted on the next day": {
        REFLECTION: as_file(edited(reflection(), "adjustment.date", date(2026, 2, 5)))
    },
    "reflection with a title": {REFLECTION: as_file(reflection(title="Terug"))},
    "version 1.10 after 1.9 on one day": {
        PRODUCT: as_file(
            complete_product(
                version="1.10", changes=[*complete_product()["changes"], NEWER, NEWEST]
            )
        )
    },
    "a school on an older version": with_adoption(adoption(version="1.0")),
    "three new products at a school": three_new_products(),
    "picture that only the text shows": with_text("![Een brug](files/brug.png)\n")
    | {"products/los-idee/files/brug.png": picture()},
    "attachment in a folder of its own": {
        IDEA: as_file(product(files=[{"path": "files/a/b.pdf", "title": "Blad"}])),
        "products/los-idee/files/a/b.pdf": pdf(),
    },
    "ending in capitals": {
        IDEA: as_file(product(files=[{"path": "files/B.PDF", "title": "Blad"}])),
        "products/los-idee/files/B.PDF": pdf(),
    },
    "hidden files": {"products/.DS_Store": b"x", "schools/de-proefschool/.x": b"x"},
    "readings of yes and no in words": {IDEA: as_file(product(title="no", audience="14:30"))},
    "stopped without a next step": with_adoption(
        adoption(
            stage="stopped",
            reason="Tijd.",
            history=[TRIED, STOPPED],
            next_step=REMOVED,
            look_back=REMOVED,
        )
    ),
    "declined after exploring": {
        EXPLORING: as_file(
            exploring_adoption(stage="declined", reason="Past niet.", next_step=REMOVED)
        )
    },
    "realised value that is hoped for": with_adoption(adoption(value=[HOPED])),
    "trial in the network of the makers": with_adoption(
        adoption(
            stage="trying", history=REMOVED, users=[{"role": "teacher", "place": "in-network"}]
        )
    ),
    "late change in its own round": with_adoption(
        adoption(choices=[{"element": "werkvorm", "choice": "In de kring."}])
    ),
    "pseudonym without consent": {
        SCHOOL: as_file(school(name="School Noord", pseudonym=True, consent=REMOVED))
    },
    "network that has not begun": {NETWORK: as_file(draft_network()), REFLECTION: None},
    "phases of its own": {
        NETWORK: as_file(
            draft_network(
                programme="own-phases",
                years=4,
                phases=[{"id": "samen", "kind": "start", "year": 1, "goal": "Beginnen."}],
            )
        ),
        REFLECTION: None,
    },
    "middle meeting online": with_network(
        "meetings", [meeting(), meeting(date=date(2026, 2, 4), phase="analyse-1", **ONLINE)]
    ),
    "two meetings on one day": with_network("meetings.1.date", date(2025, 9, 17))
    | {REFLECTION: None},
    "students prepared the day before": with_network(
        "students.preparation_date", date(2025, 9, 16)
    ),
    "network without students": {
        NETWORK: as_file(
            network(
                participants=[{"role": "teacher", "number": 5}, {"role": "student", "number": 0}],
                students=REMOVED,
            )
        )
    },
    "retired product that is replaced": {
        IDEA: as_file(
            product(
                status="retired",
                version="1.0",
                retirement={
                    "date": date(2026, 8, 31),
                    "reason": "Beter.",
                    "replaced_by": "proefles",
                },
            )
        ),
        **with_product("relations", []),
    },
    "relation to a source": with_product(
        "relations.0", {"kind": "based-on", "source": "Een boek", "url": "https://example.org/b"}
    ),
    "level in one of two sectors": with_product("sectors", ["vo", "po"]),
    "links of every kind": with_text(
        "[a](https://example.org) [b](mailto:redactie@example.org) [c](#boven) "
        "[d](../proefles/index.md) [e](../proefles/files/werkblad.pdf) <https://example.org>\n"
    ),
    "tags and links in code": with_text("`<b>` en `[x](y.md)`\n\n```\n<b>[x](y.md)\n```\n"),
    "sums in the text": with_text("3 < 4 en 5 > 4, dus a < b.\n"),
    "rule between two parts of the text": with_text("Boven\n\n---\n\nOnder\n"),
    "former name that nobody has": {IDEA: as_file(product(aliases=["oud-idee"]))},
    "former name of a network and a product": {
        IDEA: as_file(product(aliases=["oud"])),
        SCHOOL: as_file(school(aliases=["oud"])),
    },
    "settings": {
        "brugwerk.yml": "title: Ons net\nlanguage: en\naddress: https://example.org/\n"
        "contact: redactie@example.org\npath_words: {products: lessen}\n"
    },
    "a list of its own": {
        "vocabulary/kleuren.yml": "label: {nl: Kleuren, en: Colours}\n"
        "terms: [{id: rood, label: {nl: rood, en: red}}]\n"
    },
}


@pytest.mark.parametrize("about", SOUND)
def test_finds_nothing(about: str, tmp_path: Path) -> None:
    found = check_site(write_site(tmp_path, SOUND[about])).problems
    assert found == (), "\n".join(report.lines(found, "en"))


def test_a_folder_without_records_lacks_only_its_lists(tmp_path: Path) -> None:
    assert {p.code for p in check_site(tmp_path).problems} == {"BW702"}


def test_warnings_are_not_errors(tmp_path: Path) -> None:
    record = adoption(look_back=REMOVED, version="9.9")
    checked = check_site(write_site(tmp_path, with_adoption(record)))
    assert [p.code for p in checked.errors] == ["BW510"]
    assert [p.code for p in checked.warnings] == ["BW518"]
    assert {severity_of(p) for p in checked.warnings} == {Severity.WARNING}


def test_problems_stand_in_order_of_file_and_place(tmp_path: Path) -> None:
    files = {
        IDEA: as_file(product(type="lessson", titel="x")),
        ADOPTION: as_file(adoption(version="9.9")),
        NETWORK: as_file(network(schools=["weg"])),
    }
    problems = check_site(write_site(tmp_path, files)).problems
    assert [p.code for p in problems] == ["BW201", "BW105", "BW102", "BW510"]


def test_two_runs_say_the_same(tmp_path: Path) -> None:
    write_site(tmp_path, {IDEA: as_file(product(type="x", status="y", made_by=["a", "b"]))})
    assert check_site(tmp_path).problems == check_site(tmp_path).problems
