"""The job that asks the links every week: one issue, renewed in place, closed when all is well."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

LINKS = REPOSITORY / ".github/workflows/links.yml"
# Answers the one question that the job asks, and writes every call down with the body it gives.
GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
if [ "$1 $2" = "issue list" ]; then printf '%s' "$OPEN"; fi
while [ $# -gt 0 ]; do
  if [ "$1" = "--body-file" ]; then cp "$2" "$CALLS.body"; fi
  shift
done
"""


def steps() -> list[dict[str, Any]]:
    # `on` is a word here; YAML 1.1 reads it as true.
    read = yaml.load(LINKS.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - only texts
    found: list[dict[str, Any]] = read["jobs"]["links"]["steps"]
    return found


def step(name: str) -> dict[str, Any]:
    (found,) = (one for one in steps() if one.get("name") == name)
    return found


def told(folder: Path, report: str, number: str = "") -> tuple[list[str], str]:
    """Run the last step with a report; return the calls to GitHub and the body of the issue."""
    gh, calls = folder / "gh", folder / "calls"
    gh.write_text(GH, "utf-8")
    gh.chmod(0o755)
    calls.touch()
    (folder / "links.md").write_text(report, "utf-8")
    tell = step("Tell it in one issue")
    path = f"{folder}:{os.environ['PATH']}"
    subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", tell["run"]],
        env={
            **os.environ,
            **tell["env"],
            "PATH": path,
            "RUNNER_TEMP": str(folder),
            "CALLS": str(calls),
            "OPEN": number,
        },
        check=True,
        capture_output=True,
    )
    body = folder / "calls.body"
    kinds = [" ".join(call.split()[:3]) for call in calls.read_text("utf-8").splitlines()]
    return kinds, body.read_text("utf-8") if body.exists() else ""


def test_the_first_time_an_issue_is_opened(tmp_path: Path) -> None:
    calls, body = told(tmp_path, "- een link\n")
    assert calls == [
        "issue list --app",
        "label create links-naar-andere-sites",
        "issue create --title",
    ]
    assert body == "- een link\n"


def test_after_that_it_is_renewed_in_place(tmp_path: Path) -> None:
    calls, body = told(tmp_path, "- een link\n", "12")
    assert calls == ["issue list --app", "issue edit 12"]
    assert body == "- een link\n"


@pytest.mark.parametrize(
    ("number", "calls"),
    [("", ["issue list --app"]), ("12", ["issue list --app", "issue close 12"])],
)
def test_with_nothing_to_tell_the_issue_is_closed(
    number: str, calls: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, "", number) == (calls, "")


def test_a_report_that_github_would_refuse_is_cut_between_lines(tmp_path: Path) -> None:
    line = "- ❌ een link die nergens heen gaat\n"
    _, body = told(tmp_path, line * 3_000)
    assert 50_000 < len(body.encode()) < 65_536
    *whole, empty, last = body.splitlines(keepends=True)
    assert set(whole) == {line}
    assert empty == "\n"
    assert "`brugwerk links`" in last


def test_only_the_step_that_tells_has_a_token_and_nothing_private_is_asked() -> None:
    assert [one["name"] for one in steps() if "GH_TOKEN" in one.get("env", {})] == [
        "Tell it in one issue"
    ]
    assert "--allow-private" not in LINKS.read_text("utf-8")


def test_answers_are_kept_from_one_run_to_the_next() -> None:
    (cache,) = (one["with"] for one in steps() if one.get("uses", "").startswith("actions/cache@"))
    assert f"--cache {cache['path']}" in step("Ask the links")["run"]
    assert cache["key"].startswith(cache["restore-keys"])
    assert cache["path"].startswith(".brugwerk-")
    assert "/.brugwerk-*" in (REPOSITORY / ".gitignore").read_text("utf-8").splitlines()
