"""Records in which a key or a value has not the shape that its kind of record asks for."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from brugwerk.check.shape import PERSONAL_KEYS
from brugwerk.problems.catalogue import explain
from tests.builders import (
    EXPLORING,
    IDEA,
    NETWORK,
    PRODUCT,
    REFLECTION,
    REMOVED,
    SCHOOL,
    as_file,
    complete_product,
    edited,
    exploring_adoption,
    network,
    product,
    reflection,
    school,
)
from tests.check.broken import Broken, assert_found, broken, problems_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any


def of_product(code: str, path: str, value: Any, at: str, *also: str) -> Broken:
    record = edited(complete_product(), path, value)
    return broken(code, f"product {path} is {about(value)}", PRODUCT, record, at, *also)


def of_network(code: str, path: str, value: Any, at: str, *also: str) -> Broken:
    record = edited(network(), path, value)
    return broken(code, f"network {path} is {about(value)}", NETWORK, record, at, *also)


def of_adoption(code: str, path: str, value: Any, at: str, *also: str) -> Broken:
    record = edited(exploring_adoption(), path, value)
    return broken(code, f"adoption {path} is {about(value)}", EXPLORING, record, at, *also)


def of_school(code: str, path: str, value: Any, at: str, *also: str) -> Broken:
    record = edited(school(), path, value)
    return broken(code, f"school {path} is {about(value)}", SCHOOL, record, at, *also)


def of_reflection(code: str, path: str, value: Any, at: str, *also: str) -> Broken:
    record = edited(reflection(), path, value)
    return broken(code, f"reflection {path} is {about(value)}", REFLECTION, record, at, *also)


def of_setting(code: str, text: str, at: str) -> Broken:
    return Broken(code, f"setting {text}", "brugwerk.yml", at, {"brugwerk.yml": f"{text}\n"})


def of_file(path: str, at: str) -> Broken:
    record = product(files=[{"path": path, "title": "Blad"}])
    return broken("BW116", f"attachment {path}", IDEA, record, at)


def about(value: Any) -> str:
    return "absent" if value is REMOVED else repr(value)[:30]


CASES = (
    of_product("BW101", "title", REMOVED, "^summary: Voor groep 5"),
    of_product("BW101", "core.0.why", REMOVED, "^id: eerst-zelf"),
    of_adoption("BW101", "bridge.role", REMOVED, "^bridge:"),
    of_reflection("BW101", "conclusion", REMOVED, "^present:"),
    of_reflection("BW101", "adjustment.date", REMOVED, "^adjustment:"),
    of_product("BW102", "titel", "x", "titel:"),
    of_product("BW102", "core.0.waarom", "x", "waarom:"),
    of_network("BW102", "meetings.1.blocks.0.wie", "x", "wie:"),
    of_setting("BW102", "titel: x", "titel"),
    of_product("BW103", "title", 2030, "2030"),
    of_product("BW103", "title", True, "true"),
    of_product("BW103", "title", date(2030, 1, 1), "2030"),
    of_product("BW103", "title", ["een", "twee"], "- een"),
    of_product("BW103", "goals.0", 5, "goals:\n- ^5"),
    of_product("BW104", "title", None, "title: ^null"),
    of_product("BW104", "title", "", "title: ^''"),
    of_product("BW104", "title", "   ", "title: ^'   '"),
    of_product("BW104", "core", None, "core: ^null"),
    of_product("BW104", "core.0.why", None, "why: ^null"),
    of_product("BW105", "type", "lessson", "lessson"),
    of_product("BW105", "license", "CC-BY", "license: ^CC-BY\n"),
    of_product("BW105", "made_by.1", "docent", "docent"),
    of_adoption("BW105", "bridge.role", "juf", "juf"),
    of_reflection("BW105", "aspects.0.aspect", "sfeer", "sfeer"),
    of_product("BW106", "review_by", "september", "september"),
    of_product("BW106", "review_by", "2027-02-30", "'2027-02-30"),
    of_school("BW106", "consent.given_on", 2026, "given_on: ^2026"),
    of_product("BW107", "duration", "50 minuten", "50 minuten"),
    of_product("BW107", "duration", "PT", "duration: ^PT\n"),
    of_product("BW107", "preparation", "P1DT", "P1DT"),
    of_product("BW108", "version", "een", "version: ^een"),
    of_adoption("BW108", "version", "v1.0", "v1.0"),
    of_product("BW108", "changes.0.version", "1", "'1'\n"),
    of_product("BW109", "core.0.id", "Eerst Zelf", "Eerst Zelf"),
    of_product("BW109", "title", "een\ntwee", "title: ^'een"),
    of_school("BW109", "brin", "99ZZ0", "99ZZ0"),
    of_school("BW109", "board", "1234", "'1234'"),
    of_setting("BW109", "path_words: {products: De Producten}", "De Prod"),
    of_product("BW110", "title", "a" * 301, "a" * 301),
    of_product("BW110", "audience", "b" * 20_001, "b" * 20_001),
    of_product("BW110", "aliases", ["naam"] * 501, "aliases:\n^- naam\n- naam"),
    of_product("BW111", "sessions", 0, "sessions: ^0"),
    of_product("BW111", "sessions", 201, "201"),
    of_product("BW111", "sessions", "twee", "sessions: ^twee"),
    of_product("BW111", "sessions", True, "sessions: ^true"),
    of_network("BW111", "participants.0.number", -1, "number: ^-1"),
    of_network("BW111", "meetings.0.minutes", "PT60M", "PT60M"),
    of_reflection("BW111", "aspects.0.place.wished", 8, "wished: ^8"),
    of_product("BW112", "made_by", "teacher", "made_by: ^teacher"),
    of_product("BW112", "core", {"id": "a"}, "core:\n  ^id: a"),
    of_product("BW113", "evidence.0.url", "www.example.org", "www.example.org"),
    of_product("BW113", "evidence.0.url", "javascript:alert(1)", "javascript"),
    of_setting("BW113", "address: brugwerk", "brugwerk"),
    of_network("BW114", "meetings.0.start", "3:30", "start: ^'3:30"),
    of_network("BW114", "meetings.0.start", "24:00", "'24:00"),
    of_network("BW115", "participants.0.email", "iemand@example.org", "email:"),
    of_school("BW115", "telefoon", "0600000000", "telefoon:"),
    of_reflection("BW115", "aspects.0.score", 4, "score:"),
    of_adoption("BW115", "bridge.name", "Iemand", "name:"),
    of_file("../geheim.pdf", "../geheim"),
    of_file("C:\\les.pdf", "C:\\les"),
    of_file("/les.pdf", "/les"),
    of_school("BW117", "consent", "ja", "consent: ^ja"),
    of_product("BW117", "core.0", "eerst zelf", "core:\n- ^eerst zelf"),
    of_adoption("BW117", "bridge", ["teacher"], "bridge:\n^- teacher"),
    of_school("BW118", "pseudonym", "ja", "pseudonym: ^ja"),
    of_reflection("BW118", "agreed_with_group", 1, "agreed_with_group: ^1"),
    of_setting("BW119", "language: de", "de"),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_the_broken_value(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


@pytest.mark.parametrize("key", sorted(PERSONAL_KEYS))
def test_refuses_keys_for_facts_about_people(key: str, tmp_path: Path) -> None:
    case = of_adoption("BW115", f"bridge.{key}", "geheim", f"\n  ^{key}: geheim")
    found = problems_of(case, tmp_path)
    assert_found(case, found)
    for language in ("nl", "en"):
        said = explain(found[0], language)
        assert "geheim" not in said.what + said.why + said.mend


@pytest.mark.parametrize(
    ("written", "meant"),
    [("lessson", "lesson"), ("les", "lesson"), ("richtlijn", "guideline")],
)
def test_proposes_the_term_that_is_meant(written: str, meant: str, tmp_path: Path) -> None:
    found = problems_of(of_product("BW105", "type", written, ""), tmp_path)
    said = [explain(p, "nl").what for p in found if p.code in {"BW105", "BW109"}]
    assert any(f"Bedoelde je `{meant}`?" in what for what in said)


def test_proposes_nothing_where_nothing_comes_close(tmp_path: Path) -> None:
    found = problems_of(of_product("BW105", "type", "xqz", ""), tmp_path)
    assert explain(found[0], "nl").what.endswith("staat niet in de lijst ‘Soorten producten’.")


@pytest.mark.parametrize(("written", "meant"), [("titel", "title"), ("Samenvatting", "summary")])
def test_proposes_the_key_that_is_meant(written: str, meant: str, tmp_path: Path) -> None:
    found = problems_of(of_product("BW102", written, "x", ""), tmp_path)
    assert f"Bedoelde je `{meant}`?" in explain(found[0], "nl").what


def test_names_a_field_by_its_label_and_its_keys(tmp_path: Path) -> None:
    found = problems_of(of_product("BW104", "core.0.why", None, ""), tmp_path)
    assert explain(found[0], "nl").what.startswith("‘Waarom’ (`core` 1 › `why`)")
    assert explain(found[0], "en").what.startswith("‘Why’ (`core` 1 › `why`)")


def test_reports_every_problem_of_a_record_in_one_run(tmp_path: Path) -> None:
    record = product(type="lessson", titel="x", sessions=0, duration="lang", made_by="teacher")
    found = problems_of(broken("BW105", "much", IDEA, record, ""), tmp_path)
    assert [p.code for p in found] == ["BW105", "BW102", "BW111", "BW107", "BW112"]


def test_judges_the_sound_fields_of_a_record_with_a_broken_one(tmp_path: Path) -> None:
    record = edited(complete_product(), "titel", "x")
    record["networks"] = ["bestaat-niet"]
    record["goals"] = ["Dit is bewezen effectief."]
    record["core"][0]["id"] = "groepsgrootte"
    case = Broken("BW102", "and more", PRODUCT, "", {PRODUCT: as_file(record, "[x](weg.md)\n")})
    found = problems_of(case, tmp_path)
    assert {p.code for p in found} == {"BW102", "BW201", "BW302", "BW315", "BW801"}


def test_does_not_call_references_to_a_broken_record_dangling(tmp_path: Path) -> None:
    case = of_school("BW103", "name", 5, "name: ^5")
    assert_found(case, problems_of(case, tmp_path))


def test_names_the_choices_of_a_setting(tmp_path: Path) -> None:
    (found,) = problems_of(of_setting("BW119", "language: de", ""), tmp_path)
    for language in ("nl", "en"):
        assert {"nl", "en"} <= set(re.findall(r"\w+", explain(found, language).mend))
