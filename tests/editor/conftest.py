"""A site with its editor switched on, served beside a git host on this machine."""

from __future__ import annotations

import functools
import shutil
import threading
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from brugwerk.publish.editor import PACKAGE, START
from tests.editor.git_host import NAME, OWNER, GitHost, git_host
from tests.site.conftest import ROOT, build_site

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


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


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
        handler = functools.partial(_Quiet, directory=str(folder / "site"))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            address = f"http://127.0.0.1:{server.server_address[1]}/"
            yield EditorSite(address, root, folder / "site", said, host)
            server.shutdown()
            thread.join()
