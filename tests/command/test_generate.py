"""Committed files that follow from the schema are fresh, and one command makes them so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brugwerk.command import main
from tests.builders import REPOSITORY, as_yaml, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

FORM = ".github/ISSUE_TEMPLATE/adoption.yml"


def generate(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["generate", "--root", str(root), *arguments])


def test_the_generated_files_of_this_repository_are_fresh() -> None:
    result = generate(REPOSITORY, "--check")
    assert result.exit_code == 0, f"{result.output}\nmend it with: brugwerk generate"


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    write_site(tmp_path)
    assert f"{FORM}: geschreven" in generate(tmp_path).output
    before = (tmp_path / FORM).stat().st_mtime_ns
    assert generate(tmp_path).output == "Alles is bij.\n"
    assert (tmp_path / FORM).stat().st_mtime_ns == before


def test_a_stale_file_is_named_and_left_alone_by_check(tmp_path: Path) -> None:
    write_site(tmp_path)
    generate(tmp_path)
    (tmp_path / FORM).write_text("name: oud\n", "utf-8")
    result = generate(tmp_path, "--check", "--lang", "en")
    assert result.exit_code == 1
    assert f"{FORM}: out of date" in result.output
    assert "brugwerk generate" in result.output
    assert (tmp_path / FORM).read_text("utf-8") == "name: oud\n"


def test_a_broken_list_is_reported_and_nothing_is_written(tmp_path: Path) -> None:
    write_site(tmp_path, {"vocabulary/stages.yml": "label: [\n"})
    result = generate(tmp_path)
    assert result.exit_code == 1
    assert "vocabulary/stages.yml" in result.output
    assert not (tmp_path / ".github").exists()


@pytest.mark.parametrize(
    ("language", "name"), [("nl", "Een product voorstellen"), ("en", "Propose a product")]
)
def test_generated_files_speak_the_language_of_the_site(
    tmp_path: Path, language: str, name: str
) -> None:
    write_site(tmp_path, {"brugwerk.yml": as_yaml({"title": "X", "language": language})})
    generate(tmp_path)
    text = (tmp_path / ".github/ISSUE_TEMPLATE/product.yml").read_text("utf-8")
    assert f"name: {name}\n" in text
