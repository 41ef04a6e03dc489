"""The scripts hand a day on, and build again when it is another one."""

from __future__ import annotations

import importlib.util
import sys
from importlib.machinery import SourceFileLoader
from typing import TYPE_CHECKING, Any

import pytest

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Script = Callable[[str], Any]


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Script:
    monkeypatch.setattr(sys, "path", [str(REPOSITORY / "scripts"), *sys.path])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    def load(name: str) -> Any:
        loader = SourceFileLoader(f"script_{name}", str(REPOSITORY / "scripts" / name))
        spec = importlib.util.spec_from_loader(loader.name, loader)
        assert spec is not None
        module = importlib.util.module_from_spec(spec)
        loader.exec_module(module)
        return module

    return load


def test_serve_hands_the_day_on_and_the_rest_to_mkdocs(
    script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve = script("serve")
    calls: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(serve.environment, "ready", dict)
    monkeypatch.setattr(serve.node_packages, "editor_wanted", lambda: False)
    monkeypatch.setattr(serve.environment, "run", lambda *call: calls.append(call))
    serve.serve(["--today", "2027-01-31", "--dev-addr", "127.0.0.1:8080"])
    ((command, variables),) = calls
    assert variables == {"BRUGWERK_TODAY": "2027-01-31"}
    assert command[-2:] == ["--dev-addr", "127.0.0.1:8080"]
    assert "--today" not in command


def built_on(script: Script, monkeypatch: pytest.MonkeyPatch, out: Path, *days: str) -> list[str]:
    """Ask for a build on each day in turn, and return the days on which there was one."""
    build = script("build")
    built: list[str] = []

    def run(command: list[Any], variables: dict[str, str]) -> int:
        built.append(variables["BRUGWERK_TODAY"])
        command[-1].mkdir(exist_ok=True)
        return 0

    monkeypatch.setattr(build.environment, "ready", dict)
    monkeypatch.setattr(build.environment, "STATE", out.parent / "state")
    monkeypatch.setattr(build.environment, "run", run)
    monkeypatch.setattr(build.node_packages, "editor_wanted", lambda: False)
    for day in days:
        assert build.build(["--out", str(out), "--today", day]) == 0
    return built


def test_a_build_is_made_again_for_another_day_and_not_for_the_same(
    script: Script, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    days = ("2027-01-31", "2027-01-31", "2027-02-01")
    built = built_on(script, monkeypatch, tmp_path / "site", *days)
    assert built == ["2027-01-31", "2027-02-01"]


def test_where_no_day_is_named_a_build_is_seen_from_the_last_commit(
    script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = script("build")
    monkeypatch.setattr(build.environment, "last_commit", lambda: "1772362800")
    assert build.seen_from({}) == "1772362800"
    assert build.seen_from({"SOURCE_DATE_EPOCH": "1"}) == "1"
    assert build.seen_from({"SOURCE_DATE_EPOCH": "1", "BRUGWERK_TODAY": "2027-01-31"}) == (
        "2027-01-31"
    )
