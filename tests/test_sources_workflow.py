"""The job that fetches what others share: a proposal where something is new, else nothing."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Any

import yaml

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOW = REPOSITORY / ".github/workflows/sources.yml"
GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
if [ "$1 $2" = "pr list" ]; then printf '%s' "$OPEN"; fi
"""


def steps() -> dict[str, dict[str, Any]]:
    # `on` is a word here; YAML 1.1 reads it as true.
    read = yaml.load(WORKFLOW.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - only texts
    return {step.get("name", step.get("uses")): step for step in read["jobs"]["sources"]["steps"]}


def git(folder: Path, *arguments: str) -> str:
    named = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    command = ["git", "-C", str(folder), *named, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def proposed(folder: Path, files: dict[str, str], already_open: int = 0) -> list[str]:
    """Run the step that proposes in a clone in which files were fetched; return the calls."""
    clone, calls, tools = folder / "clone", folder / "calls", folder / "tools"
    git(folder, "init", "--quiet", "--bare", "origin")
    git(folder, "clone", "--quiet", "origin", "clone")
    git(clone, "commit", "--quiet", "--allow-empty", "--message", "begin")
    for name, text in files.items():
        (clone / name).parent.mkdir(exist_ok=True)
        (clone / name).write_text(text, "utf-8")
    tools.mkdir()
    (tools / "gh").write_text(GH, "utf-8")
    (tools / "gh").chmod(0o755)
    calls.touch()
    step = steps()["Propose what is new"]
    subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=clone,
        env={
            **os.environ,
            "BASE": "main",
            "PATH": f"{tools}:{os.environ['PATH']}",
            "CALLS": str(calls),
            "OPEN": str(already_open),
        },
        check=True,
        capture_output=True,
    )
    return calls.read_text().splitlines()


def test_where_nothing_is_new_nothing_is_proposed(tmp_path: Path) -> None:
    assert proposed(tmp_path, {}) == []


def test_what_is_new_is_proposed_and_nothing_else_goes_along(tmp_path: Path) -> None:
    calls = proposed(tmp_path, {"sources/noord.json": "{}", "elders.txt": "x"})
    assert [call.split(" --")[0] for call in calls] == ["auth setup-git", "pr list", "pr create"]
    branch = git(tmp_path / "origin", "ls-tree", "-r", "--name-only", "bronnen/vernieuwen")
    assert branch.split() == ["sources/noord.json"]


def test_an_open_proposal_is_renewed(tmp_path: Path) -> None:
    calls = proposed(tmp_path, {"sources/noord.json": "{}"}, already_open=1)
    assert not any(call.startswith("pr create") for call in calls)


def test_one_site_that_fails_keeps_no_news_back_and_is_told_at_the_end() -> None:
    found = steps()
    assert found["Fetch"]["run"] == "brugwerk sources"
    assert found["Fetch"]["continue-on-error"] == "true"
    assert list(found)[-1] == "Say what was not fetched"
    assert found["Say what was not fetched"]["if"] == "steps.fetch.outcome == 'failure'"


def test_no_site_is_built_by_it_and_no_build_fetches() -> None:
    workflows = (REPOSITORY / ".github/workflows").glob("*.yml")
    fetching = [file.name for file in workflows if "brugwerk sources" in file.read_text("utf-8")]
    assert fetching == ["sources.yml"]
