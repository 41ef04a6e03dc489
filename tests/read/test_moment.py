"""A build speaks of the last commit, whatever the clock says."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest

from brugwerk.read.moment import VARIABLE, NoDayError, day_of, moment_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def commit(root: Path, moment: str) -> None:
    who = ["-c", "user.name=De Proefbouwer", "-c", "user.email=proef@example.org"]
    for words in (["init", "-q"], [*who, "commit", "-q", "--allow-empty", "-m", "Begin"]):
        subprocess.run(
            ["git", *words],
            cwd=root,
            check=True,
            env={"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment},
        )


def test_the_moment_is_that_of_the_last_commit(tmp_path: Path) -> None:
    commit(tmp_path, "2026-03-01T12:00:00+01:00")
    assert moment_of(tmp_path) == 1772362800


def test_who_builds_may_name_another_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "86400")
    assert moment_of(tmp_path) == 86400


@pytest.mark.parametrize("nonsense", ["", "gisteren", "-1"])
def test_a_moment_that_is_none_is_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nonsense: str
) -> None:
    monkeypatch.setenv(VARIABLE, nonsense)
    assert moment_of(tmp_path) == 0


def test_without_git_all_builds_are_of_one_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert moment_of(tmp_path) == 0


def test_today_is_the_day_of_the_last_commit_in_the_netherlands(tmp_path: Path) -> None:
    commit(tmp_path, "2026-02-28T23:30:00+00:00")
    assert day_of(tmp_path) == date(2026, 3, 1)


def test_a_day_that_was_named_comes_before_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "86400")
    assert day_of(tmp_path, "2027-01-31") == date(2027, 1, 31)
    assert day_of(tmp_path, "") == date(1970, 1, 2)


def test_without_a_commit_there_is_no_today(tmp_path: Path) -> None:
    assert day_of(tmp_path) is None


@pytest.mark.parametrize("nonsense", ["gisteren", "31-01-2027", "2027-02-30", "2027-1-1"])
def test_what_is_no_day_is_refused(nonsense: str, tmp_path: Path) -> None:
    with pytest.raises(NoDayError):
        day_of(tmp_path, nonsense)
