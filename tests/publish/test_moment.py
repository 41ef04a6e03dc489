"""A build speaks of the last commit, whatever the clock says."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from brugwerk.publish.moment import VARIABLE, moment_of

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
