"""``brugwerk import``: from a Word file to a draft that passes, in one command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brugwerk.check import check_site
from brugwerk.command import main
from tests.builders import write_site
from tests.contribute.word_files import listed, photo, word_file

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result
    from docx.document import Document


def run(root: Path, content: bytes, *arguments: str) -> Result:
    file = root.parent / "les.docx"
    file.write_bytes(content)
    options = ("--root", str(root), *arguments)
    result = CliRunner().invoke(main, ["import", str(file), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def lesson(document: Document) -> None:
    document.add_heading("Materialen", 1)
    listed(document, ["papier", "lijm"])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site")


def index(root: Path, product_id: str = "sterren-tellen") -> str:
    return (root / "products" / product_id / "index.md").read_text("utf-8")


def test_a_lesson_becomes_a_draft_that_passes_the_check(root: Path) -> None:
    result = run(root, word_file(lesson), "--type", "lesson")
    assert result.exit_code == 0
    assert check_site(root).problems == ()
    text = index(root)
    assert text.startswith("---\ntitle: Sterren tellen\n")
    assert "type: lesson\nstatus: draft\n" in text
    assert "materials:\n  - papier\n  - lijm\n---\n\nLeerlingen" in text


def test_it_says_where_the_draft_is_what_was_filled_in_and_what_is_still_asked(root: Path) -> None:
    output = run(root, word_file(lesson), "--type", "lesson").output
    for said in (
        "Het concept staat in products/sterren-tellen/index.md.",
        "- Titel: “Sterren tellen”. Klopt dat?",
        "- Materialen: “papier; lijm”",
        "- prototype: Versie (`version`)",
        "`brugwerk check products/sterren-tellen`",
    ):
        assert said in output


def test_it_speaks_english_when_asked(root: Path) -> None:
    output = run(root, word_file(lesson), "--type", "lesson", "--lang", "en").output
    assert "The draft is in products/sterren-tellen/index.md." in output
    assert "Klopt" not in output


def test_options_go_before_what_the_file_says(root: Path) -> None:
    options = ("--id", "mijn-les", "--title", "Mijn les: één", "--network", "het-proefnet")
    assert run(root, word_file(), "--type", "lesson", *options).exit_code == 0
    assert "title: 'Mijn les: één'" in index(root, "mijn-les")
    assert "networks:\n  - het-proefnet" in index(root, "mijn-les")
    assert check_site(root).errors == ()


def test_the_file_itself_is_offered_only_when_asked(root: Path) -> None:
    run(root, word_file(), "--type", "lesson")
    assert not (root / "products/sterren-tellen/files").exists()
    result = run(root, word_file(), "--type", "lesson", "--id", "twee", "--keep-original")
    assert result.exit_code == 0
    assert (root / "products/twee/files/twee.docx").is_file()
    assert check_site(root).problems == ()


def test_a_dry_run_shows_the_draft_and_writes_nothing(root: Path) -> None:
    before = sorted(root.rglob("*"))
    result = run(root, word_file(), "--type", "lesson", "--dry-run")
    assert result.exit_code == 0
    assert "title: Sterren tellen" in result.output
    assert "Er is niets geschreven." in result.output
    assert sorted(root.rglob("*")) == before


def test_nothing_but_the_draft_is_left_behind(root: Path) -> None:
    before = set(root.rglob("*"))
    run(root, word_file(), "--type", "lesson")
    added = {path.relative_to(root).as_posix() for path in set(root.rglob("*")) - before}
    assert added == {"products/sterren-tellen", "products/sterren-tellen/index.md"}


def test_an_existing_product_is_never_replaced(root: Path) -> None:
    run(root, word_file(), "--type", "lesson")
    before = index(root)
    result = run(root, word_file(lesson), "--type", "lesson")
    assert result.exit_code == 1
    assert "les.docx:1:1: fout BW910" in result.stderr
    assert "--id sterren-tellen-2" in result.stderr
    assert index(root) == before


def test_a_file_that_cannot_be_taken_in_has_exit_code_1(root: Path) -> None:
    result = run(root, b"%PDF-1.7", "--type", "lesson")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "les.docx:1:1: fout BW901" in result.stderr


def test_words_that_the_check_refuses_are_reported_in_the_draft(root: Path) -> None:
    content = word_file(lambda d: d.add_paragraph("Deze aanpak is bewezen effectief."))
    result = run(root, content, "--type", "lesson")
    assert result.exit_code == 1
    assert "products/sterren-tellen/index.md:" in result.output
    assert "fout BW315" in result.output


def test_a_site_without_its_lists_is_reported_first(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    result = run(tmp_path / "site", word_file(), "--type", "lesson")
    assert result.exit_code == 1
    assert "vocabulary/" in result.stderr


def test_a_file_that_is_not_there_is_wrong_use(root: Path) -> None:
    result = CliRunner().invoke(
        main, ["import", "weg.docx", "--type", "lesson", "--root", str(root)]
    )
    assert result.exit_code == 2


def test_pictures_are_named_in_the_report(root: Path, tmp_path: Path) -> None:
    (tmp_path / "ster.jpg").write_bytes(photo())
    content = word_file(lambda d: d.add_picture(str(tmp_path / "ster.jpg")))
    result = run(root, content, "--type", "lesson")
    assert "  products/sterren-tellen/files/afbeelding-1.jpg" in result.output
    assert check_site(root).problems == ()
