"""The measure of exports counts every file that a site sends out beside its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.exports import exports_of

from brugwerk.check import check_site
from brugwerk.publish.compose import contents
from brugwerk.publish.exported import addresses
from brugwerk.publish.publication import publication
from tests.builders import write_site

if TYPE_CHECKING:
    from pathlib import Path


def test_every_file_beside_the_pages_is_counted_and_written(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site")
    seconds, files = exports_of(root, tmp_path / "uit")
    site = publication(check_site(root))
    expected = addresses(site, contents(site))
    written = {p.relative_to(tmp_path / "uit").as_posix() for p in (tmp_path / "uit").rglob("*.*")}
    assert seconds > 0
    assert files == len(expected)
    assert written == expected
