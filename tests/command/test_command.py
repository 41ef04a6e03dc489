"""What a person types, what comes back, and the exit code that a machine reads."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brugwerk import __version__
from brugwerk.command import main
from tests.builders import ADOPTION, IDEA, PRODUCT, as_file, pdf, product, write_site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from click.testing import Result

MISSPELT = as_file(product(status="draf"))
UNKNOWN_KEY = as_file(product(titel="x"))
WARNS = {"products/proefles/files/vergeten.pdf": pdf()}


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def check(root: Path, *arguments: object) -> Result:
    return run("check", "--root", root, *arguments)


def site(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    return write_site(root / "site", files)


# Help.


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_command(option: str) -> None:
    result = run(option)
    assert result.exit_code == 0
    for name in main.commands:
        assert name in result.output


@pytest.mark.parametrize("command", list(main.commands))
def test_help_of_a_command_teaches_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"  brugwerk {command}" in result.output
    assert "--root" in result.output


def test_help_of_check_explains_its_exit_codes() -> None:
    text = " ".join(run("check", "--help").output.split())
    for said in ("Exit code 0", "1: errors", "2: wrong use"):
        assert said in text


def test_the_version_is_told() -> None:
    assert __version__ in run("--version").output


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--lang", "fr"],
        ["check", "--root", "/nowhere/at/all"],
        ["check", "--unknown"],
        ["compose"],
    ],
)
def test_wrong_use_has_exit_code_2_and_says_what_is_wrong(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error:" in result.output


# check.


def test_a_sound_site_has_exit_code_0_and_one_sentence(tmp_path: Path) -> None:
    result = check(site(tmp_path))
    assert result.exit_code == 0
    assert len(result.output.splitlines()) == 1


def test_a_warning_is_shown_and_has_exit_code_0(tmp_path: Path) -> None:
    result = check(site(tmp_path, WARNS))
    assert result.exit_code == 0
    assert "let op BW" in result.output


def test_an_error_has_exit_code_1_and_its_place_code_reason_and_mend(tmp_path: Path) -> None:
    result = check(site(tmp_path, {IDEA: MISSPELT}))
    assert result.exit_code == 1
    what, why, mend, summary = result.output.splitlines()
    assert what.startswith(f"{IDEA}:5:9: fout BW105: ")
    assert why.startswith("    waarom: ")
    assert mend.startswith("    herstel: ")
    assert "`draft`" in mend or "`draft`" in what
    assert "1 fout" in summary


def test_every_problem_of_every_file_is_reported_in_one_run(tmp_path: Path) -> None:
    result = check(site(tmp_path, {IDEA: MISSPELT, ADOPTION: "", PRODUCT: UNKNOWN_KEY}))
    assert result.exit_code == 1
    for file in (IDEA, ADOPTION, PRODUCT):
        assert f"{file}:" in result.output


def test_the_report_speaks_dutch_unless_it_is_asked_for_english(tmp_path: Path) -> None:
    root = site(tmp_path, {IDEA: MISSPELT})
    english = check(root, "--lang", "en")
    assert english.exit_code == 1
    assert "error BW105" in english.output
    assert "    why: " in english.output
    assert "    mend: " in english.output
    assert "fout" not in english.output
    assert check(root, "--lang", "nl").output == check(root).output


@pytest.mark.parametrize("path", [IDEA, "products/los-idee", "products", "."])
def test_a_path_shows_the_problems_below_it(tmp_path: Path, path: str) -> None:
    root = site(tmp_path, {IDEA: MISSPELT})
    result = check(root, root / path)
    assert result.exit_code == 1
    assert IDEA in result.output


@pytest.mark.parametrize("path", [PRODUCT, "schools", "products/proefles"])
def test_a_path_hides_the_problems_elsewhere_also_from_the_exit_code(
    tmp_path: Path, path: str
) -> None:
    root = site(tmp_path, {IDEA: MISSPELT})
    result = check(root, root / path)
    assert result.exit_code == 0
    assert IDEA not in result.output


def test_more_paths_show_the_problems_below_any_of_them(tmp_path: Path) -> None:
    root = site(tmp_path, {IDEA: MISSPELT, ADOPTION: "", PRODUCT: UNKNOWN_KEY})
    output = check(root, root / "schools", root / IDEA).output
    assert ADOPTION in output
    assert IDEA in output
    assert f"{PRODUCT}:" not in output


def test_a_path_whose_name_begins_alike_is_another_path(tmp_path: Path) -> None:
    root = site(tmp_path, {"products/proefles-twee/index.md": MISSPELT})
    assert check(root, root / "products/proefles").exit_code == 0


def test_a_path_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    root = site(tmp_path)
    result = check(root, root / "products/proeflse")
    assert result.exit_code == 2
    assert "proeflse" in result.output


def test_paths_are_relative_to_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site(tmp_path, {IDEA: MISSPELT})
    monkeypatch.chdir(root / "products")
    assert check(Path(".."), "los-idee").exit_code == 1
    assert check(Path(".."), "proefles").exit_code == 0


def test_the_site_is_the_folder_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site(tmp_path, {IDEA: MISSPELT}))
    assert IDEA in run("check").output


def test_a_path_that_is_a_link_shows_that_it_is_one(tmp_path: Path) -> None:
    root = site(tmp_path)
    link = root / "products" / "gekoppeld"
    link.symlink_to(root / "products" / "proefles")
    assert check(root, link).exit_code == 1


def test_a_file_name_that_is_not_utf_8_is_reported_all_the_same(tmp_path: Path) -> None:
    root = site(tmp_path)
    name = os.fsencode(root / "products/proefles/files") + b"/caf\xe9.pdf"
    Path(os.fsdecode(name)).write_bytes(pdf())
    result = check(root)
    assert result.exit_code in {0, 1}
    assert "products/proefles/files/caf" in result.output


def test_an_empty_folder_is_not_mistaken_for_a_sound_site(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert result.exit_code == 1
    assert "vocabulary/" in result.output


# compose.


def test_compose_writes_the_pages_and_says_how_many(tmp_path: Path) -> None:
    out = tmp_path / "uit"
    result = run("compose", "--root", site(tmp_path), "--out", out)
    assert result.exit_code == 0
    assert (out / "producten/proefles/index.md").is_file()
    assert str(len([path for path in out.rglob("*") if path.is_file()])) in result.output


def test_compose_again_writes_nothing(tmp_path: Path) -> None:
    root, out = site(tmp_path), tmp_path / "uit"
    run("compose", "--root", root, "--out", out)
    assert "0 written" in run("compose", "--root", root, "--out", out).output


def test_compose_writes_nothing_while_a_record_has_an_error(tmp_path: Path) -> None:
    out = tmp_path / "uit"
    result = run("compose", "--root", site(tmp_path, {IDEA: MISSPELT}), "--out", out)
    assert result.exit_code == 1
    assert f"{IDEA}:5:9" in result.stderr
    assert result.stdout == ""
    assert not out.exists()


def test_compose_is_not_stopped_by_a_warning(tmp_path: Path) -> None:
    result = run("compose", "--root", site(tmp_path, WARNS), "--out", tmp_path / "uit")
    assert result.exit_code == 0


def test_compose_reports_in_the_language_of_the_site(tmp_path: Path) -> None:
    files = {IDEA: MISSPELT, "brugwerk.yml": "language: en\n"}
    result = run("compose", "--root", site(tmp_path, files), "--out", tmp_path / "uit")
    assert "error BW105" in result.stderr


def test_path_words_that_clash_are_a_problem_and_no_traceback(tmp_path: Path) -> None:
    root = site(tmp_path, {"brugwerk.yml": "path_words:\n  schools: producten\n"})
    result = run("compose", "--root", root, "--out", tmp_path / "uit")
    assert result.exit_code == 1
    assert "brugwerk.yml" in result.stderr


@pytest.mark.parametrize("name", sorted(main.commands))
def test_help_keeps_its_lines_apart(name: str) -> None:
    text = CliRunner().invoke(main, [name, "--help"]).output
    assert "\\b" not in text
    assert f"Usage: main {name}" in text or f"Usage: brugwerk {name}" in text
