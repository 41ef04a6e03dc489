"""While somebody writes: a saved change is on the page, a mistake above the last good one."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
import yaml

from tests import builders
from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("serve")]
LONGEST = 60


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


class Server:
    """A server that runs, and the records that it shows."""

    def __init__(self, root: Path, address: str) -> None:
        self.root = root
        self.address = address

    def get(self, page: str) -> str:
        """Return what stands at an address; the number of the answer where it is no page."""
        try:
            with urlopen(self.address + page, timeout=LONGEST) as answer:  # noqa: S310 - our own
                text: str = answer.read().decode("utf-8", "replace")
                return text
        except HTTPError as error:
            return str(error.code)

    def until(self, page: str, seen: Callable[[str], bool]) -> str:
        """Ask for a page until it shows what is expected."""
        end = time.monotonic() + LONGEST
        while not seen(text := self.get(page)):
            assert time.monotonic() < end, text[-2000:]
            time.sleep(0.1)
        return text

    def save(self, **fields: object) -> None:
        """Save the product with changed fields."""
        record = builders.product(**fields)
        self.write(builders.as_file(record))

    def write(self, text: str) -> None:
        """Save the file of the product."""
        (self.root / "products/nieuwe-les/index.md").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    root = tmp_path_factory.mktemp("schrijven")
    builders.write_site(root)
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text("utf-8"))
    config["theme"]["custom_dir"] = str(REPOSITORY / config["theme"]["custom_dir"])
    config["hooks"] = [str(REPOSITORY / hook) for hook in config["hooks"]]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/index.md").write_text("# Welkom\n", encoding="utf-8")
    (root / "products/nieuwe-les").mkdir(parents=True, exist_ok=True)
    port = free_port()
    found = Server(root, f"http://127.0.0.1:{port}/")
    found.save(title="Proefles")
    process = subprocess.Popen(
        [sys.executable, "-m", "brugwerk.bridge", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + LONGEST
    while True:
        try:
            found.get("")
            break
        except URLError:
            assert process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.2)
    yield found
    process.terminate()
    assert process.wait(20) == 0


def test_a_page_is_made_when_it_is_asked_for(server: Server) -> None:
    assert "Proefles" in server.get("producten/nieuwe-les/")
    assert "Welkom" in server.get("")


def test_a_saved_change_is_on_the_page(server: Server) -> None:
    server.save(title="Proefles van nu")
    server.until("producten/nieuwe-les/", lambda page: "Proefles van nu" in page)
    server.until("producten/", lambda page: "Proefles van nu" in page)


def test_a_mistake_stands_above_the_last_good_page(server: Server) -> None:
    server.save(title="Proefles die goed is")
    server.until("producten/nieuwe-les/", lambda page: "Proefles die goed is" in page)
    server.write("---\ntitle: [\n---\n")
    page = server.until("producten/nieuwe-les/", lambda page: "problems-now" in page)
    assert "BW007" in page
    assert "Proefles die goed is" in page
    server.save(title="Proefles die weer goed is")
    page = server.until("producten/nieuwe-les/", lambda page: "weer goed is" in page)
    assert "problems-now" not in page


def test_what_is_nowhere_is_not_found(server: Server) -> None:
    assert server.get("producten/is-er-niet/") == "404"
    assert server.get("../mkdocs.yml") == "404"


def test_a_record_that_is_gone_takes_its_page_along(server: Server) -> None:
    other = server.root / "products/tijdelijk/index.md"
    other.parent.mkdir()
    other.write_text(builders.as_file(builders.product(title="Tijdelijk")), encoding="utf-8")
    server.until("producten/tijdelijk/", lambda page: "Tijdelijk" in page)
    shutil.rmtree(other.parent)
    server.until("producten/tijdelijk/", lambda page: page == "404")


def test_a_hand_written_page_is_made_again_too(server: Server) -> None:
    (server.root / "docs/index.md").write_text("# Welkom terug\n", encoding="utf-8")
    server.until("", lambda page: "Welkom terug" in page)


def test_search_finds_what_was_saved(server: Server) -> None:
    server.save(title="Kwispelstaart")
    server.until("producten/nieuwe-les/", lambda page: "Kwispelstaart" in page)
    manifest = server.get("zoeken/manifest.json")
    files = re.findall(r'"([a-z]+-[0-9a-f]+\.json)"', manifest)
    assert any("Kwispelstaart" in server.get(f"zoeken/index/{name}") for name in files)


def test_the_script_that_shows_changes_is_a_file_of_the_site(server: Server) -> None:
    page = server.get("producten/nieuwe-les/")
    script = re.search(r'<script src="/(livereload/client\.js\?[^"]+)"', page)
    assert script is not None
    assert "location.reload" in server.get(script[1])
    assert "<script>" not in page
