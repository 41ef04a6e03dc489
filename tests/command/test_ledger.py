"""``brugwerk ledger`` keeps every address that was ever published, and takes none out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from brugwerk.command.main import main
from tests.builders import IDEA, as_file, product, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["ledger", "--root", str(root), *arguments])


def test_new_addresses_are_shown_and_nothing_is_written(tmp_path: Path) -> None:
    said = run(write_site(tmp_path))
    assert said.exit_code == 1
    assert "/producten/los-idee/\n" in said.output
    assert "brugwerk ledger --write" in said.output
    assert not (tmp_path / "addresses.txt").exists()


def test_writing_keeps_them_and_the_next_run_has_nothing_to_do(tmp_path: Path) -> None:
    write_site(tmp_path)
    assert run(tmp_path, "--write").exit_code == 0
    kept = (tmp_path / "addresses.txt").read_text()
    assert kept.splitlines() == sorted(set(kept.splitlines()))
    assert run(tmp_path).exit_code == 0
    assert run(tmp_path, "--lang", "en").output == "All addresses are kept.\n"


def test_what_is_redirected_stays_in_the_ledger(tmp_path: Path) -> None:
    aliased = {IDEA: as_file(product(aliases=["idee"])), "addresses.txt": "/producten/idee/\n"}
    write_site(tmp_path, aliased)
    assert run(tmp_path, "--write").exit_code == 0
    assert "/producten/idee/\n" in (tmp_path / "addresses.txt").read_text()


def test_a_lost_address_is_named_with_its_mend_and_nothing_is_written(tmp_path: Path) -> None:
    write_site(tmp_path, {"addresses.txt": "/producten/weg/\n"})
    for lang, mend in (("nl", "Zet de oude naam daar bij `aliases`"), ("en", "Put the old one")):
        said = run(tmp_path, "--write", "--lang", lang)
        assert said.exit_code == 1
        assert "/producten/weg/" in said.output
        assert mend in said.output
    assert (tmp_path / "addresses.txt").read_text() == "/producten/weg/\n"


def test_the_check_names_a_lost_address_too(tmp_path: Path) -> None:
    write_site(tmp_path, {"addresses.txt": "/producten/weg/\n"})
    said = CliRunner().invoke(main, ["check", "--root", str(tmp_path)])
    assert said.exit_code == 1
    assert "addresses.txt:1:1" in said.output
    assert "BW952" in said.output
