"""The set-up for VS Code: problems in its pane, schemas at their files, and keys while typing."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import PurePosixPath
from typing import Any

import pytest

from brugwerk.check import check_site
from brugwerk.contribute.editor_snippets import FILE, snippet_files, snippets_of
from brugwerk.problems import Place, Problem, report
from brugwerk.read.yaml_text import read_yaml
from brugwerk.records.kinds import RECORD_KINDS
from tests.builders import REPOSITORY
from tests.in_memory import vocabulary

SETUP = REPOSITORY / ".vscode"


def with_comments(name: str) -> Any:
    text = (SETUP / name).read_text("utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def task(label: str) -> dict[str, Any]:
    (found,) = (task for task in with_comments("tasks.json")["tasks"] if task["label"] == label)
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("code", "severity"), [("BW003", "error"), ("BW306", "warning")])
def test_every_problem_reaches_the_pane_in_its_place(
    code: str, severity: str, language: str
) -> None:
    place = Place(PurePosixPath("products/x/index.md"), 7, 9)
    first, *others = report.lines([Problem(code, place, _facts(code))], language)
    matchers = task("Brugwerk: nakijken")["problemMatcher"]
    found = [
        (matcher["severity"], match)
        for matcher in matchers
        if (match := re.search(matcher["pattern"]["regexp"], first))
    ]
    ((said, match),) = found
    assert said == severity
    assert match.groups()[:4] == ("products/x/index.md", "7", "9", code)
    assert match.group(5)
    for line in others:
        assert not any(re.search(matcher["pattern"]["regexp"], line) for matcher in matchers)


def _facts(code: str) -> dict[str, str]:
    return {} if code == "BW003" else {"path": "files/x.pdf", "file": "files/x.pdf"}


def test_a_new_file_is_offered_for_every_kind_of_record() -> None:
    (chosen,) = with_comments("tasks.json")["inputs"]
    assert set(chosen["options"]) == set(RECORD_KINDS)


def test_the_schemas_of_the_settings_lead_to_files() -> None:
    schemas: dict[str, str] = with_comments("settings.json")["yaml.schemas"]
    for schema, pattern in schemas.items():
        assert (REPOSITORY / schema).is_file()
        assert list(REPOSITORY.glob(pattern))


def test_only_one_extension_is_asked_for() -> None:
    assert with_comments("extensions.json") == {"recommendations": ["redhat.vscode-yaml"]}


def test_the_committed_snippets_are_fresh() -> None:
    checked = check_site(REPOSITORY).entries
    (text,) = snippet_files(checked.settings, checked.vocabulary).values()
    assert (REPOSITORY / FILE).read_text("utf-8") == text, f"{FILE}: run brugwerk generate"


def test_a_key_is_offered_only_in_files_of_its_kind() -> None:
    (core,) = (
        s
        for s in snippets_of(RECORD_KINDS["product"], "nl", vocabulary()).values()
        if s["prefix"] == "core"
    )
    (pattern,) = core["include"]
    assert fnmatch("/site/products/x/index.md", pattern)
    assert not fnmatch("/site/networks/x/index.md", pattern)


def test_a_snippet_says_what_the_key_is_for() -> None:
    snippets = snippets_of(RECORD_KINDS["product"], "nl", vocabulary())
    duration = snippets["Product: Tijd per keer"]
    assert duration["description"].startswith("Tijd per keer (vanaf prototype bij het type les).")
    assert duration["body"] == ["duration: ${1:PT50M}"]


def test_terms_are_chosen_from_their_list() -> None:
    snippets = snippets_of(RECORD_KINDS["product"], "nl", vocabulary())
    assert snippets["Product: Type"]["body"] == ["type: ${1|design,lesson,guideline|}"]
    assert snippets["Product: Gemaakt door"]["body"][0].startswith("made_by: [${1|teacher,")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_what_a_snippet_writes_is_sound_yaml(kind: str, language: str) -> None:
    for name, snippet in snippets_of(RECORD_KINDS[kind], language, vocabulary()).items():
        body = "\n".join(snippet["body"])
        body = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\|\}", r"\1", body)
        body = re.sub(r"\$\{\d+:((?:\\.|[^}])*)\}", lambda m: re.sub(r"\\(.)", r"\1", m[1]), body)
        found = read_yaml(body)
        assert found.flaws == (), name
        assert list(found.data) == [snippet["prefix"]], name
