"""One issue tells what has passed: opened once, renewed in place, and closed when it is empty."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.builders import REPOSITORY, write_site
from tests.test_github_files import read

if TYPE_CHECKING:
    from pathlib import Path

DUE = REPOSITORY / ".github/workflows/due.yml"
GH = """#!{python}
import json, os, sys
with open(os.environ["CALLS"], "a", encoding="utf-8") as calls:
    calls.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ["OPEN"])
"""
DATE = "#!/bin/sh\necho {today}\n"


class Runner:
    """Runs the steps of the workflow as GitHub's machine does, on a given day."""

    def __init__(self, folder: Path, today: str, open_issue: str = "") -> None:
        self.site = write_site(folder / "site")
        self.body = folder / "due.md"
        self.calls = folder / "calls.txt"
        stubs = folder / "stubs"
        stubs.mkdir()
        for name, text in (("gh", GH.format(python=sys.executable)), ("date", DATE)):
            (stubs / name).write_text(text.replace("{today}", today), "utf-8")
            (stubs / name).chmod(0o755)
        scripts = os.path.dirname(sys.executable)  # noqa: PTH120 - not resolved: a link counts
        self.environment = {
            **os.environ,
            "PATH": f"{stubs}:{scripts}:{os.environ['PATH']}",
            "CALLS": str(self.calls),
            "OPEN": open_issue,
            "RUNNER_TEMP": str(folder),
            "LABEL": "wat-aandacht-vraagt",
        }

    def run(self) -> list[list[str]]:
        """Run every command but the installing, and return what was asked of GitHub."""
        for step in steps():
            if "run" in step and step["name"] != "Install":
                subprocess.run(
                    ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                    cwd=self.site,
                    env=self.environment,
                    check=True,
                )
        return [json.loads(line) for line in self.calls.read_text("utf-8").splitlines()]


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(DUE)["jobs"]["due"]["steps"]
    return found


def test_the_first_day_that_passed_opens_an_issue(tmp_path: Path) -> None:
    runner = Runner(tmp_path, "2026-10-15")
    asked = runner.run()
    assert [call[:2] for call in asked] == [
        ["issue", "list"],
        ["label", "create"],
        ["issue", "create"],
    ]
    assert asked[-1][asked[-1].index("--label") + 1] == "wat-aandacht-vraagt"
    assert asked[-1][asked[-1].index("--body-file") + 1] == str(runner.body)
    assert "De les bekijken" in runner.body.read_text("utf-8")


def test_an_open_issue_is_renewed_in_place(tmp_path: Path) -> None:
    runner = Runner(tmp_path, "2026-10-15", "12")
    asked = runner.run()
    assert asked[1:] == [["issue", "edit", "12", "--body-file", str(runner.body)]]


def test_an_issue_is_closed_when_nothing_waits(tmp_path: Path) -> None:
    asked = Runner(tmp_path, "2026-03-01", "12").run()
    assert [call[:3] for call in asked[1:]] == [["issue", "close", "12"]]


def test_no_issue_is_opened_when_nothing_waits(tmp_path: Path) -> None:
    assert [call[:2] for call in Runner(tmp_path, "2026-03-01").run()] == [["issue", "list"]]


def test_only_an_issue_of_the_workflow_itself_is_renewed(tmp_path: Path) -> None:
    (listed,) = Runner(tmp_path, "2026-03-01").run()
    assert listed[listed.index("--app") + 1] == "github-actions"
    assert listed[listed.index("--label") + 1] == "wat-aandacht-vraagt"


def test_it_runs_every_week_and_when_somebody_asks() -> None:
    on = read(DUE)[True]
    assert "workflow_dispatch" in on
    (when,) = on["schedule"]
    assert when["cron"].split()[2:] == ["*", "*", "1"]


@pytest.mark.parametrize("right", ["contents", "issues"])
def test_it_has_no_more_rights_than_it_needs(right: str) -> None:
    allowed = read(DUE)["jobs"]["due"]["permissions"]
    assert set(allowed) == {"contents", "issues"}
    assert allowed[right] == {"contents": "read", "issues": "write"}[right]
