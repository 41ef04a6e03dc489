"""The jobs that check proposals and publish the site: sound, pinned, without rights to spare."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOWS = REPOSITORY / ".github/workflows"
PROPOSAL = WORKFLOWS / "pull-request.yml"
MAIN = WORKFLOWS / "main.yml"
PAGES = ("docs/bijdragen/andere-plekken.md", "docs/bijdragen/andere-plekken.en.md")
every_workflow = pytest.mark.parametrize("file", [PROPOSAL, MAIN], ids=lambda file: file.stem)


def read(file: Path) -> dict[str, Any]:
    # `on` is a word here; YAML 1.1 reads it as true.
    found: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - only texts
    return found


def commands(file: Path) -> str:
    return "\n".join(
        step.get("run", "") for job in read(file)["jobs"].values() for step in job["steps"]
    )


def assert_valid(schema: str, *files: Path) -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
        + [str(file) for file in files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_both_are_what_github_accepts() -> None:
    assert_valid("github-workflows", PROPOSAL, MAIN)


@every_workflow
def test_actions_are_pinned_by_commit_and_say_which_version_that_is(file: Path) -> None:
    uses = re.findall(r"uses: (.*)", file.read_text("utf-8"))
    assert uses
    for use in uses:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use), use


@every_workflow
def test_no_expression_stands_in_a_command(file: Path) -> None:
    assert "${{" not in commands(file)


@every_workflow
def test_no_secret_is_asked_for(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "secrets." not in text
    assert "github.token" not in text


def test_a_proposal_runs_without_rights_to_write() -> None:
    workflow = read(PROPOSAL)
    assert list(workflow["on"]) == ["pull_request"] or workflow["on"] == {"pull_request": ""}
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())


def test_only_publishing_has_rights_and_only_where_it_is_asked_for() -> None:
    jobs = read(MAIN)["jobs"]
    assert [name for name, job in jobs.items() if "permissions" in job] == ["publish"]
    assert jobs["publish"]["if"] == "vars.PUBLISH_PAGES == 'true'"
    assert "run" not in str(jobs["publish"]["steps"])


def test_addresses_are_kept_on_main_only_and_where_that_is_asked_for() -> None:
    keeping = read(WORKFLOWS / "keep-addresses.yml")
    assert keeping["on"]["push"] == {"branches": ["main"]}
    job = keeping["jobs"]["keep"]
    assert job["if"] == "vars.KEEP_ADDRESSES == 'true'"
    assert job["permissions"] == {"contents": "write"}
    assert_valid("github-workflows", WORKFLOWS / "keep-addresses.yml")


def test_a_proposal_is_checked_for_what_it_changes_and_main_for_everything() -> None:
    assert '--changed-since "origin/$BASE" --format github' in commands(PROPOSAL)
    assert "--changed-since" not in commands(MAIN)
    assert "brugwerk check --format github" in commands(MAIN)
    assert all(".ci/run" in commands(file) for file in (PROPOSAL, MAIN))


def test_what_changed_is_counted_with_the_whole_history_at_hand() -> None:
    checkout = read(PROPOSAL)["jobs"]["check"]["steps"][0]
    assert checkout["with"] == {"persist-credentials": "false", "fetch-depth": "0"}


@pytest.mark.parametrize("page", PAGES)
def test_the_page_for_other_forges_holds_a_sound_file_for_gitlab(page: str, tmp_path: Path) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", (REPOSITORY / page).read_text("utf-8"), re.DOTALL)
    file = tmp_path / ".gitlab-ci.yml"
    file.write_text(block, "utf-8")
    assert_valid("gitlab-ci", file)
