"""``brugwerk due`` and ``--today``: a list to read, for an issue, and for a program."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from brugwerk.publish import passed_list
from brugwerk.read.moment import DAY_VARIABLE, VARIABLE
from tests.builders import ADOPTION, EXPLORING, IDEA, adoption, as_file, edited, product, write_site
from tests.command.test_command import run

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture(autouse=True)
def no_day(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (DAY_VARIABLE, VARIABLE):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("site"))


def due(root: Path, today: str, *options: str) -> Result:
    return run("due", "--root", root, "--today", today, *options)


def test_lists_what_passed_with_its_file_and_day(root: Path) -> None:
    result = due(root, "2026-10-15")
    assert result.exit_code == 0
    assert f"{ADOPTION}: 14 oktober 2026\n    Een proefles op Basisschool" in result.output
    assert f"{EXPLORING}: 14 oktober 2026" in result.output


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "Er is geen dag voorbij waar nog iets van wacht.\n"),
        ("en", "No day that was named has passed without a word.\n"),
    ],
)
def test_says_so_when_nothing_passed(root: Path, lang: str, said: str) -> None:
    assert due(root, "2026-03-25", "--lang", lang).output == said


def test_says_so_when_nobody_said_which_day_it_is(root: Path) -> None:
    assert "Niemand zei welke dag het is" in run("due", "--root", root).output


def test_the_day_may_stand_in_a_variable(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DAY_VARIABLE, "2026-10-15")
    assert ADOPTION in run("due", "--root", root).output


def test_as_json_every_day_can_be_found_again(root: Path) -> None:
    whole = json.loads(due(root, "2026-03-26", "--format", "json").output)
    assert whole == {
        "today": "2026-03-26",
        "passed": [
            {
                "kind": "adjustment",
                "day": "2026-03-25",
                "title": "Reflectie van 4 februari 2026, Het proefnet (verzonnen)",
                "sentence": "Vanaf 25 maart 2026 zou het netwerk dit anders doen. Hoe ging het?",
                "address": "netwerken/het-proefnet/reflecties/2026-02-04/#bijsturing",
                "file": "networks/het-proefnet/reflections/2026-02-04.md",
            }
        ],
    }


def test_as_markdown_nothing_stands_where_nothing_passed(root: Path) -> None:
    assert due(root, "2026-03-25", "--format", "markdown").output == ""


def test_as_markdown_each_day_leads_to_the_site(tmp_path: Path) -> None:
    write_site(tmp_path, {"brugwerk.yml": "address: https://example.org/b\n"})
    text = due(tmp_path, "2026-10-15", "--format", "markdown").output
    assert text.startswith("Stand van 15 oktober 2026\n\n")
    assert "](https://example.org/b/scholen/de-proefschool/proefles/#stappen)" in text


def test_as_markdown_a_stranger_calls_nobody_and_makes_no_link(tmp_path: Path) -> None:
    hostile = "@iedereen *zie* #1 [y](https://example.org/)"
    record = edited(adoption(), "next_step.what", hostile)
    write_site(tmp_path, {ADOPTION: as_file(record)})
    result = due(tmp_path, "2026-10-15", "--format", "markdown")
    assert result.exit_code == 0, result.output
    for sign in ("@iedereen", "*zie*", "#1", "[y]"):
        assert sign not in result.output


def test_as_markdown_a_long_list_ends_where_a_forge_would_refuse_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passed_list, "MOST", 1)
    text = due(root, "2026-10-15", "--format", "markdown").output
    assert text.count("\n- ") == 1
    assert text.endswith("Er is meer. Met `brugwerk due` zie je alles.\n")


@pytest.mark.parametrize("command", ["due", "check", "compose"])
def test_a_day_that_is_none_is_told_in_the_readers_language(
    command: str, root: Path, tmp_path: Path
) -> None:
    out = ("--out", tmp_path / "uit") if command == "compose" else ()
    result = run(command, "--root", root, "--today", "31-01-2027", *out)
    assert result.exit_code == 2
    assert "BW973" in result.output
    assert "31-01-2027" in result.output
    assert "Schrijf jaar, maand en dag met streepjes" in result.output


def test_nothing_is_listed_while_a_record_has_an_error(tmp_path: Path) -> None:
    write_site(tmp_path, {IDEA: as_file(product(status="draf"))})
    result = due(tmp_path, "2026-10-15")
    assert result.exit_code == 1
    assert "BW105" in result.output
    assert ADOPTION not in result.output


def test_the_check_warns_of_time_when_it_knows_the_day(root: Path) -> None:
    late = date(2028, 1, 21).isoformat()
    assert "BW972" in run("check", "--root", root, "--today", late).output
    assert "BW972" not in run("check", "--root", root).output


def test_composed_pages_say_from_which_day_they_look(root: Path, tmp_path: Path) -> None:
    done = run("compose", "--root", root, "--out", tmp_path, "--today", "2026-10-15")
    assert done.exit_code == 0
    page = tmp_path / "scholen/de-proefschool/proefles/index.md"
    assert "Stand van 15 oktober 2026" in page.read_text("utf-8")
