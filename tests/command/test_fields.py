"""``brugwerk fields``: the reference on a screen, as Markdown and as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brugwerk.command import main
from brugwerk.records.kinds import RECORD_KINDS
from tests.builders import REPOSITORY, write_site

if TYPE_CHECKING:
    from pathlib import Path


def fields(*arguments: str, root: Path = REPOSITORY) -> str:
    result = CliRunner().invoke(main, ["fields", *arguments, "--root", str(root)])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_screen_shows_each_key_with_what_belongs_there() -> None:
    said = " ".join(fields("school").split())
    assert "name Naam of pseudoniem · altijd" in said
    assert "brin BRIN · mag je weglaten" in said
    assert "Voorbeeld: Basisschool De Verzonnen Vlieger" in said


def test_one_kind_is_shown_when_it_is_named_and_all_without() -> None:
    assert "transfer_question" not in fields("school")
    everything = fields()
    for kind in RECORD_KINDS.values():
        assert kind.label.nl in everything


def test_english_is_spoken_when_asked() -> None:
    said = " ".join(fields("school", "--lang", "en").split())
    assert "name Name or pseudonym · always" in said
    assert "may be left out" in said


def test_as_data_it_holds_every_key_with_those_below_it() -> None:
    (found,) = json.loads(fields("product", "--format", "json"))
    assert (found["kind"], found["path"]) == ("product", "products/<id>/index.md")
    core = next(entry for entry in found["fields"] if entry["key"] == "core")
    assert core["fields"][0]["key"] == "core.id"


def test_as_markdown_it_is_a_table_of_four_columns() -> None:
    lines = fields("product", "--format", "md").splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert len(rows) > 80
    assert {row.replace(r"\|", "").count("|") for row in rows} == {5}
    assert any(row.startswith("| `core › why` | **Waarom**") for row in rows)


def test_a_broken_list_is_reported(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"vocabulary/themes.yml": "label: [\n"})
    result = CliRunner().invoke(main, ["fields", "--root", str(root)])
    assert result.exit_code == 1
    assert "vocabulary/themes.yml" in result.output


@pytest.mark.parametrize("kind", ["les", "products"])
def test_a_kind_that_does_not_exist_is_wrong_use(kind: str) -> None:
    assert CliRunner().invoke(main, ["fields", kind]).exit_code == 2
