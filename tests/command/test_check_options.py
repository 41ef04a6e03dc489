"""The options of ``brugwerk check``: forms of report, what a proposal answers for, and mending."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brugwerk.command import main
from brugwerk.command.formats import FORMATS
from tests.builders import IDEA, as_file, product, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

MISSPELT = as_file(product(status="draf"))
MENDED = as_file(product(status="draft"))
BEYOND = as_file(product(status="iets anders"))


def check(root: Path, *arguments: object, answer: str = "", **variables: str | None) -> Result:
    result = CliRunner().invoke(
        main,
        ["check", "--root", str(root), *map(str, arguments)],
        input=answer,
        env={"GITHUB_STEP_SUMMARY": None, **variables},
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def site(root: Path, idea: str = MISSPELT, settings: str = "title: Proef\n") -> Path:
    return write_site(root / "site", {IDEA: idea, "brugwerk.yml": settings})


# Forms.


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_has_the_exit_code_of_the_check(form: str, tmp_path: Path) -> None:
    root = site(tmp_path)
    assert check(root, "--format", form).exit_code == 1
    assert check(site(tmp_path, MENDED), "--format", form).exit_code == 0


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_a_form_for_programs_is_all_there_is_on_standard_output(form: str, tmp_path: Path) -> None:
    result = check(site(tmp_path), "--format", form, "--fix", "--dry-run")
    assert json.loads(result.stdout)
    assert "+status: draft" in result.stderr


def test_a_form_for_programs_speaks_the_language_asked_for(tmp_path: Path) -> None:
    report = json.loads(check(site(tmp_path), "--format", "json", "--lang", "en").stdout)
    assert report["language"] == "en"
    assert report["problems"][0]["what"].startswith("‘Status’ (`status`) is ‘draf’")


def test_a_published_site_links_each_code_to_its_explanation(tmp_path: Path) -> None:
    settings = "address: https://example.org/b\npath_words:\n  problems: hulp\n"
    root = site(tmp_path, settings=settings)
    (problem,) = json.loads(check(root, "--format", "json").stdout)["problems"]
    assert problem["help"] == "https://example.org/b/hulp/#bw105"


def test_a_job_of_github_gets_its_annotations_and_its_summary(tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("eerder\n", "utf-8")
    result = check(site(tmp_path), "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert result.stdout.startswith(f"::error file={IDEA},line=5,col=9,title=BW105 ")
    assert summary.read_text("utf-8").startswith("eerder\n## Controle\n")
    assert "BW105" in summary.read_text("utf-8")


def test_other_forms_leave_the_summary_of_a_job_alone(tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    check(site(tmp_path), GITHUB_STEP_SUMMARY=str(summary))
    assert not summary.exists()


def test_a_summary_can_be_asked_for_with_any_form(tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    check(site(tmp_path), "--summary", summary)
    assert "BW105" in summary.read_text("utf-8")


# What a proposal answers for.


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def test_only_what_a_proposal_answers_for_decides_the_exit_code(tmp_path: Path) -> None:
    root = site(tmp_path)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")
    assert check(root).exit_code == 1
    assert check(root, "--changed-since", "main").exit_code == 0
    (root / IDEA).write_text(f"{MISSPELT}\nMeer.\n", "utf-8")
    assert check(root, "--changed-since", "main").exit_code == 1
    assert check(root, "--changed-since", "main", root / "schools").exit_code == 0


@pytest.mark.parametrize("reference", ["main", "--help-me"])
def test_what_cannot_be_compared_is_wrong_use_and_says_what_to_do(
    reference: str, tmp_path: Path
) -> None:
    root = site(tmp_path)
    git(root, "init", "--quiet")
    result = check(root, f"--changed-since={reference}")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "BW943" in result.stderr
    assert "git fetch origin" in result.stderr


# Mending.


@pytest.mark.parametrize("answer", ["j\n", "J\n", "ja\n"])
def test_mending_shows_the_difference_asks_and_writes(answer: str, tmp_path: Path) -> None:
    root = site(tmp_path)
    result = check(root, "--fix", root / IDEA, answer=answer)
    assert result.exit_code == 0
    assert "-status: draf\n+status: draft\n" in result.stderr
    assert "Zal ik dit in 1 bestand opschrijven? [j/n]" in result.stderr
    assert "1 bestand hersteld." in result.stderr
    assert (root / IDEA).read_text("utf-8") == MENDED
    assert result.stdout == "Geen problemen gevonden.\n"


@pytest.mark.parametrize("answer", ["n\n", "\n", "", "misschien\n"])
def test_anything_but_a_yes_writes_nothing(answer: str, tmp_path: Path) -> None:
    root = site(tmp_path)
    result = check(root, "--fix", answer=answer)
    assert result.exit_code == 1
    assert "Er is niets opgeschreven." in result.stderr
    assert (root / IDEA).read_text("utf-8") == MISSPELT


def test_mending_without_asking_and_in_english(tmp_path: Path) -> None:
    root = site(tmp_path)
    result = check(root, "--fix", "--yes", "--lang", "en")
    assert "files mended." in result.stderr
    assert result.exit_code == 0
    again = check(root, "--fix", "--yes", "--lang", "en")
    assert again.stderr == "There is nothing that can be mended without you.\n"


def test_a_dry_run_writes_nothing_and_does_not_ask(tmp_path: Path) -> None:
    root = site(tmp_path)
    result = check(root, "--fix", "--dry-run")
    assert result.exit_code == 1
    assert "+status: draft" in result.stderr
    assert "?" not in result.stderr.splitlines()[-1]
    assert (root / IDEA).read_text("utf-8") == MISSPELT


def test_what_cannot_be_mended_is_still_reported(tmp_path: Path) -> None:
    root = site(tmp_path, BEYOND)
    result = check(root, "--fix", "--yes", root / IDEA)
    assert result.exit_code == 1
    assert "BW105" in result.stdout
    assert (root / IDEA).read_text("utf-8") == BEYOND


def test_only_paths_that_were_asked_for_are_mended(tmp_path: Path) -> None:
    root = site(tmp_path)
    check(root, "--fix", "--yes", root / "schools")
    assert (root / IDEA).read_text("utf-8") == MISSPELT


def test_only_files_of_a_proposal_are_mended(tmp_path: Path) -> None:
    root = site(tmp_path)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")
    check(root, "--fix", "--yes", "--changed-since", "main")
    assert (root / IDEA).read_text("utf-8") == MISSPELT


@pytest.mark.parametrize("option", ["--yes", "--dry-run"])
def test_an_option_of_mending_without_mending_is_wrong_use(option: str, tmp_path: Path) -> None:
    assert check(site(tmp_path), option).exit_code == 2
