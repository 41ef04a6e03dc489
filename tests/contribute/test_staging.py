"""A new product is in its place as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from brugwerk.contribute.staging import judged_product
from tests.attached import picture
from tests.builders import as_file, product, write_site

DRAFT = {"index.md": as_file(product()).encode(), "files/a.png": picture()}


def test_a_sound_product_is_put_in_its_place(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    assert judged_product(root, "nieuw", DRAFT, write=True) == ()
    assert (root / "products/nieuw/files/a.png").read_bytes() == DRAFT["files/a.png"]


def test_the_problems_of_the_product_are_told_and_of_no_other(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"products/los-idee/index.md": ""})
    wrong = {"index.md": as_file(product(status="draf")).encode()}
    problems = judged_product(root, "nieuw", wrong, write=False)
    assert [problem.code for problem in problems] == ["BW105"]
    assert problems[0].place.file.as_posix() == "products/nieuw/index.md"


def test_a_product_may_name_the_networks_of_the_site(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    files = {"index.md": as_file(product(networks=["het-proefnet"])).encode()}
    assert judged_product(root, "nieuw", files, write=False) == ()


def test_a_product_that_is_there_is_left_alone(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    before = (root / "products/proefles/index.md").read_bytes()
    with pytest.raises(FileExistsError):
        judged_product(root, "proefles", DRAFT, write=True)
    assert (root / "products/proefles/index.md").read_bytes() == before


def test_a_disk_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_site(tmp_path)
    before = sorted(root.rglob("*"))

    def fail(_path: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="No space"):
        judged_product(root, "nieuw", DRAFT, write=True)
    assert sorted(root.rglob("*")) == before


def test_in_a_site_without_products_the_folder_is_made_with_the_first(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site")
    empty = tmp_path / "leeg"
    empty.mkdir()
    (root / "vocabulary").rename(empty / "vocabulary")
    judged_product(empty, "nieuw", DRAFT, write=False)
    assert not (empty / "products").exists()
    assert judged_product(empty, "nieuw", DRAFT, write=True) == ()
    assert (empty / "products/nieuw/index.md").is_file()
