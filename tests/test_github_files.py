"""What GitHub runs and shows: sound files, and no stranger's text in a command."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from brugwerk.contribute.issue_forms import issue_forms
from brugwerk.contribute.issue_reply import MARK, TAKE_OVER
from tests.builders import ADOPTION, REPOSITORY, write_site
from tests.contribute.issues import PRODUCT, as_github_writes, forms
from tests.in_memory import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GITHUB = REPOSITORY / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.y*ml"))
FROM_ISSUE = GITHUB / "workflows/issue-to-pull-request.yml"
every_workflow = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
# Fields of an event that a stranger writes.
WRITTEN_BY_STRANGERS = re.compile(
    r"\$\{\{[^}]*(github\.event\.(?!issue\.number|number|repository\.default_branch)"
    r"|github\.head_ref|inputs\.|steps\.[\w-]+\.outputs)"
)


def read(file: Path) -> dict[Any, Any]:
    data: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    return data


def jobs(file: Path) -> Iterator[dict[str, Any]]:
    yield from read(file)["jobs"].values()


def steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in jobs(file):
        yield from job.get("steps", ())


def test_there_are_workflows() -> None:
    assert FROM_ISSUE in WORKFLOWS


def test_workflows_are_what_github_accepts() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    checked = subprocess.run(
        [*command, "vendor.github-workflows", *map(str, WORKFLOWS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


@every_workflow
def test_no_expression_of_an_event_stands_in_a_command(file: Path) -> None:
    for step in steps(file):
        assert "github.event" not in re.sub(r"#.*", "", step.get("run", "")), step
        assert not re.search(r"\$\{\{", step.get("run", "")), step


@every_workflow
def test_nothing_that_strangers_write_is_handed_on_as_a_value(file: Path) -> None:
    for part in (read(file), *jobs(file), *steps(file)):
        for value in {**part.get("env", {}), **part.get("with", {})}.values():
            # A comparison gives true or false, or one of our own words.
            plain = re.sub(r"contains\([^)]*\)", "", str(value))
            assert not WRITTEN_BY_STRANGERS.search(plain), value


@every_workflow
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        if "uses:" in line and not re.search(r"uses: \./", line):
            assert re.search(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d", line), line


@every_workflow
def test_only_actions_of_github_itself_are_used(file: Path) -> None:
    for step in steps(file):
        assert step.get("uses", "actions/").startswith(("actions/", "./")), step


@every_workflow
def test_every_job_has_the_least_rights_and_the_workflow_none_to_spare(file: Path) -> None:
    allowed = read(file).get("permissions")
    assert allowed in ({}, {"contents": "read"}), allowed
    for job in jobs(file):
        assert "permissions" in job or allowed == {"contents": "read"}
        assert job.get("permissions") not in ("write-all", "read-all")


@every_workflow
def test_no_workflow_runs_a_strangers_code_with_our_rights(file: Path) -> None:
    on = read(file).get("on", read(file).get(True))
    assert "pull_request_target" not in on
    assert "workflow_run" not in on


@every_workflow
def test_no_token_stays_behind_for_what_runs_later(file: Path) -> None:
    for step in steps(file):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@every_workflow
def test_commands_are_sound_shell(file: Path) -> None:
    for step in steps(file):
        checked = subprocess.run(
            ["bash", "-n"], input=step.get("run", ""), text=True, capture_output=True, check=False
        )
        assert checked.returncode == 0, checked.stderr


# The way of an issue, with everything but GitHub itself.

STUB = """#!{python}
import json, os, pathlib, sys
name = pathlib.Path(sys.argv[0]).name
if name == "jq":
    assert sys.argv[1:3] == ["--raw-output", '.issue.body // ""'], sys.argv
    print(json.loads(pathlib.Path(sys.argv[3]).read_text("utf-8"))["issue"]["body"] or "")
else:
    with open(os.environ["CALLS"], "a", encoding="utf-8") as calls:
        calls.write(json.dumps(sys.argv[1:]) + "\\n")
    if sys.argv[1:3] == ["pr", "list"]:
        print(0)
"""
HOSTILE = (
    "$(touch hacked) `touch hacked` \"; touch hacked; echo ${{ secrets.GITHUB_TOKEN }} '\n"
    "EOF\n--title x\n::set-output name=sound::true\nsound=true"
)


class Runner:
    """Runs the steps of a job as GitHub's machine does: one shell each, in a clone of the site."""

    def __init__(self, folder: Path, body: str, form: str) -> None:
        self.site = write_site(folder / "site", {ADOPTION: None})
        self.calls = folder / "calls.txt"
        self.printed = ""
        self.output = folder / "output.txt"
        self.temp = folder / "temp"
        stubs = folder / "stubs"
        for made in (self.temp, stubs):
            made.mkdir()
        for name in ("gh", "jq"):
            (stubs / name).write_text(STUB.format(python=sys.executable), "utf-8")
            (stubs / name).chmod(0o755)
        event = folder / "event.json"
        event.write_text(json.dumps({"issue": {"number": 12, "body": body}}), "utf-8")
        self.calls.touch()
        self.output.touch()
        self.remote = folder / "remote.git"
        self.environment = {
            **os.environ,
            "PATH": f"{stubs}:{os.path.dirname(sys.executable)}:{os.environ['PATH']}",  # noqa: PTH120
            "CALLS": str(self.calls),
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_OUTPUT": str(self.output),
            "RUNNER_TEMP": str(self.temp),
            "NUMBER": "12",
            "FORM": form,
            "BASE": "main",
            "COMMENTS": "repos/a/b/issues",
        }
        self.git("init", "--quiet", "--bare", str(self.remote))
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", "--all")
        author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        self.git(*author, "commit", "--quiet", "--message", "Begin")
        self.git("remote", "add", "origin", str(self.remote))
        self.git("push", "--quiet", "origin", "main")

    def git(self, *arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=self.site, capture_output=True, text=True, check=True
        ).stdout

    def job(self, name: str) -> subprocess.CompletedProcess[str] | None:
        """Run a job's commands in order, without its installing; stop where one fails."""
        done = None
        for step in read(FROM_ISSUE)["jobs"][name]["steps"]:
            if "run" not in step or step["name"] == "Install":
                continue
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=self.site,
                env=self.environment,
                capture_output=True,
                text=True,
                check=False,
            )
            self.printed += done.stdout + done.stderr
            if done.returncode:
                return done
        return done

    def said(self) -> list[list[str]]:
        return [json.loads(line) for line in self.calls.read_text("utf-8").splitlines()]


def issue(**answers: str) -> str:
    return as_github_writes(forms()["product"], PRODUCT | answers)


def test_a_form_with_problems_is_answered_and_goes_no_further(tmp_path: Path) -> None:
    runner = Runner(tmp_path, issue(type="lied"), "product")
    done = runner.job("look")
    assert done is not None
    assert done.returncode == 0, done.stderr
    assert runner.output.read_text("utf-8") == "sound=false\n"
    reply = (runner.temp / "reply.md").read_text("utf-8")
    assert reply.startswith(MARK)
    assert "lied" in reply
    assert any(f"body=@{runner.temp}/reply.md" in call for call in runner.said())
    assert runner.git("status", "--porcelain") == ""


def test_a_good_form_becomes_a_branch_with_one_file_and_a_pull_request(tmp_path: Path) -> None:
    runner = Runner(tmp_path, issue(summary=HOSTILE, audience=HOSTILE), "product")
    looked = runner.job("look")
    assert looked is not None
    assert looked.returncode == 0, looked.stderr
    assert runner.output.read_text("utf-8") == "sound=true\n"
    assert runner.git("status", "--porcelain") == ""
    proposed = runner.job("propose")
    assert proposed is not None
    assert proposed.returncode == 0, proposed.stderr
    changed = runner.git("diff", "--name-only", "main", "origin/voorstel/issue-12").split()
    assert changed == ["products/een-maand-lang-de-maan-tekenen/index.md"]
    opened = [call for call in runner.said() if call[:2] == ["pr", "create"]]
    assert len(opened) == 1
    assert opened[0][opened[0].index("--title") + 1] == "Voorstel uit issue #12"
    assert not list(tmp_path.rglob("hacked"))
    assert "::" not in runner.printed
    assert all("touch" not in part for call in runner.said() for part in call)


def test_an_empty_issue_is_answered_too(tmp_path: Path) -> None:
    runner = Runner(tmp_path, "", "adoption")
    done = runner.job("look")
    assert done is not None
    assert done.returncode == 0, done.stderr
    assert runner.output.read_text("utf-8") == "sound=false\n"


def test_the_workflow_knows_the_labels_that_the_forms_put_on_an_issue() -> None:
    text = FROM_ISSUE.read_text("utf-8")
    for language in ("nl", "en"):
        for form in issue_forms(vocabulary(), language).values():
            assert (f"'{form.mark}'" in text) == bool(form.record)
    assert f"github.event.label.name == '{TAKE_OVER}'" in text
    assert MARK in text


def test_a_record_enters_history_only_by_the_label_of_an_editor() -> None:
    condition = " ".join(read(FROM_ISSUE)["jobs"]["propose"]["if"].split())
    assert "github.event.action == 'labeled'" in condition
    assert f"github.event.label.name == '{TAKE_OVER}'" in condition


# Who agrees, and what a contributor reads first.


def test_what_changes_every_page_has_an_owner_and_records_have_none() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    owned = {line.split()[0]: line.split()[1:] for line in lines if line and line[0] != "#"}
    guarded = ("docs", "hooks", "src", "scripts", ".github", "vocabulary")
    assert {*(f"/{folder}/" for folder in guarded), "/mkdocs.yml"} <= set(owned)
    assert all(len(owners) == 1 and owners[0].startswith("@") for owners in owned.values())
    # What other sites share is there once a site names some.
    there = set(owned) - {"/sources/"}
    assert all((REPOSITORY / path.strip("/")).exists() for path in there)
    assert not {"/products/", "/networks/", "/schools/", "*"} & set(owned)
    assert any("placeholder" in line for line in lines)


def test_the_first_thing_that_a_contributor_reads_is_dutch_and_short() -> None:
    text = (GITHUB / "pull_request_template.md").read_text("utf-8")
    assert text.index("Dank je wel") < text.index("English")
    assert 3 <= text.count("- [ ]") <= 6
    assert len(text.split()) < 200
