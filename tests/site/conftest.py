"""The real site, built once in each language, and a browser to look at it."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]


def build_site(out: Path, language: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Build the site below ``root`` as scripts/build does, without its set-up."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)],
        cwd=root,
        env={**os.environ, "BRUGWERK_LANGUAGE": language, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


class Built:
    """A built site: its folder, what the build said, and its pages."""

    def __init__(self, folder: Path, said: subprocess.CompletedProcess[str]) -> None:
        self.folder = folder
        self.said = said

    def html(self, address: str) -> str:
        """Return the HTML of the page at an address."""
        return (self.folder / address / "index.html").read_text("utf-8")

    def addresses(self) -> list[str]:
        """Return the address of every page."""
        pages = sorted(self.folder.rglob("index.html"))
        return [
            "" if page.parent == self.folder else f"{page.parent.relative_to(self.folder)}/"
            for page in pages
        ]


@pytest.fixture(scope="session")
def dutch(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("nl") / "site"
    return Built(folder, build_site(folder, "nl"))


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("en") / "site"
    return Built(folder, build_site(folder, "en"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


@contextmanager
def served_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine, and yield the address of its root."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def served(dutch: Built) -> Iterator[str]:
    """Serve the Dutch site."""
    with served_folder(dutch.folder) as address:
        yield address


def until(page: Page, expression: str, longest: float = 10) -> None:
    """Wait until a JavaScript expression is true; under the policy a page cannot do so itself."""
    end = time.monotonic() + longest
    while not page.evaluate(f"Boolean({expression})"):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(20)
