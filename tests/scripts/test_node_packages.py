"""What comes from npm is fetched only when asked for, and what is missing is said plainly."""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sys, "path", [str(REPOSITORY / "scripts"), *sys.path])
    return importlib.import_module("node_packages")


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ("editor:\n  backend: github\n", True),
        ("title: Ons net\neditor: {backend: github, repository: a/b}\n", True),
        ('"editor":\n  backend: github\n', True),
        ("title: Ons net\n", False),
        ("# editor:\n#   backend: github\n", False),
        ("path_words:\n  editor: schrijven\n", False),
    ],
)
def test_only_settings_with_an_editor_ask_for_packages(
    packages: Any, tmp_path: Path, settings: str, wanted: bool
) -> None:
    (tmp_path / "brugwerk.yml").write_text(settings, "utf-8")
    assert packages.editor_wanted(tmp_path) is wanted


def test_a_site_without_settings_asks_for_nothing(packages: Any, tmp_path: Path) -> None:
    assert packages.editor_wanted(tmp_path) is False


def test_a_machine_without_npm_is_told_what_to_do(
    packages: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "MODULES", tmp_path)
    monkeypatch.setattr(packages.shutil, "which", lambda _: None)
    with pytest.raises(packages.environment.MissingError, match=r"Install Node\.js 20 or newer"):
        packages.ready()


def test_what_is_installed_already_is_not_installed_again(
    packages: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = packages._fingerprint(packages.LOCK)
    (tmp_path / "brugwerk-lock.txt").write_text(f"{lock} tools", "utf-8")
    monkeypatch.setattr(packages, "MODULES", tmp_path)
    monkeypatch.setattr(packages.shutil, "which", lambda _: pytest.fail("npm was looked for"))
    packages.ready()
    packages.ready(tools=True)


def test_the_lock_names_exact_versions_and_no_registry() -> None:
    package = json.loads((REPOSITORY / "package.json").read_text("utf-8"))
    named = {**package.get("dependencies", {}), **package.get("devDependencies", {})}
    assert all(version[0].isdigit() for version in named.values())
    locked = json.loads((REPOSITORY / "package-lock.json").read_text("utf-8"))["packages"]
    for name, entry in locked.items():
        assert "resolved" not in entry, name
        assert not name or entry["integrity"].startswith("sha512-"), name
