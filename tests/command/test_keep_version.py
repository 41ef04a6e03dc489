"""Keeping a version before the next one is written over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brugwerk.check import check_site
from brugwerk.command import main
from tests.builders import KEPT, PRODUCT, as_file, product, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

NEW = "products/proefles/versions/1.1.md"


def keep(root: Path, name: str = "proefles", *arguments: str) -> Result:
    return CliRunner().invoke(main, ["keep-version", name, "--root", str(root), *arguments])


def test_the_record_is_copied_byte_for_byte_and_the_next_steps_are_told(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    (root / PRODUCT).write_bytes((root / PRODUCT).read_bytes().replace(b"\n", b"\r\n"))
    result = keep(root)
    assert result.exit_code == 0
    assert (root / NEW).read_bytes() == (root / PRODUCT).read_bytes()
    assert result.output.startswith(f"{NEW}: geschreven\n")
    assert "products/proefles/index.md" in result.output
    assert check_site(root).problems == ()


def test_the_first_kept_version_makes_its_folder(tmp_path: Path) -> None:
    root = write_site(tmp_path, {KEPT: None})
    assert keep(root).exit_code == 0
    assert (root / NEW).is_file()


def test_a_kept_version_is_never_replaced(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    keep(root)
    before = (root / NEW).read_bytes()
    (root / PRODUCT).write_text((root / PRODUCT).read_text("utf-8") + "Meer.\n", "utf-8")
    result = keep(root, "proefles", "--lang", "en")
    assert result.exit_code == 1
    assert "BW968" in result.output
    assert (root / NEW).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "code"),
    [("proeflees", "BW967"), ("../proefles", "BW967"), ("los-idee", "BW969"), ("stuk", "BW105")],
)
def test_what_cannot_be_kept_is_refused_with_the_reason(
    name: str, code: str, tmp_path: Path
) -> None:
    root = write_site(tmp_path, {"products/stuk/index.md": as_file(product(status="klaar"))})
    result = keep(root, name)
    assert result.exit_code == 1
    assert code in result.output
    assert sorted(tmp_path.rglob("versions/*")) == [root / KEPT]


def test_a_folder_without_a_record_is_refused_with_the_reason(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    (root / "products/leeg").mkdir()
    assert "BW014" in keep(root, "leeg").output


def test_a_folder_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    root = write_site(tmp_path, {KEPT: None})
    (root / KEPT).parent.write_text("", "utf-8")
    result = keep(root)
    assert result.exit_code == 1
    assert "kon niet bewaard worden" in result.output
