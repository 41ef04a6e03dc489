"""A site with its editor switched on, served beside a git host on this machine."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from brugwerk.publish.editor import PACKAGE, START
from tests.editor.git_host import NAME, OWNER, GitHost, git_host
from tests.site.conftest import ROOT, build_site, served_folder

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

CONTENT = ("docs", "products", "networks", "schools", "vocabulary")


def copy_of_the_site(folder: Path, settings: str) -> Path:
    """Copy what a site is made from, with other settings; the software stays where it is."""
    folder.mkdir()
    for name in CONTENT:
        shutil.copytree(ROOT / name, folder / name)
    for name in ("hooks", "src"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "brugwerk.yml").write_text(settings, "utf-8")
    return folder


@pytest.fixture(scope="session")
def package() -> Path:
    """The editor's package, as scripts/build and scripts/test prepare it."""
    made = ROOT / PACKAGE
    if not (made / START).is_file():
        pytest.skip("the editor's package is not there: run scripts/test")
    return made


@dataclass(frozen=True)
class EditorSite:
    """A site with an editor, and the git host that it writes to."""

    address: str
    root: Path
    folder: Path
    said: subprocess.CompletedProcess[str]
    host: GitHost


@pytest.fixture(scope="session")
def editor_site(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EditorSite]:
    folder = tmp_path_factory.mktemp("editor")
    root = copy_of_the_site(folder / "root", "")
    with git_host(root, folder / "host.git", CONTENT) as host:
        (root / "brugwerk.yml").write_text(
            f"editor:\n  backend: github\n  repository: {OWNER}/{NAME}\n  host: {host.address}\n",
            "utf-8",
        )
        (root / PACKAGE).parent.mkdir()
        (root / PACKAGE).symlink_to(package)
        said = build_site(folder / "site", "nl", root)
        with served_folder(folder / "site") as address:
            yield EditorSite(address, root, folder / "site", said, host)
