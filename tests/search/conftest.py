"""The search of a small site, as files, and the scripts of the worker to ask it in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs.contrib.search
import pytest

from brugwerk.check import check_site
from brugwerk.publish.publication import publication
from brugwerk.search.gathering import Gathering

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "src" / "brugwerk" / "theme" / "assets" / "search"
LUNR = Path(mkdocs.contrib.search.__file__).parent


def gathered(language: str) -> Gathering:
    """Return the real site, rendered as the build renders it, hand-written pages aside."""
    site = publication(check_site(ROOT), language)
    gathering = Gathering(site.catalogue, site.templates, site.pages)
    for document, page in site.pages.items():
        if page.in_search:
            gathering.generated(document, site.render(page))
    return gathering


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Every file of search of the real site, by name."""
    made = gathered("nl").files(LUNR)
    return {address.rpartition("/")[2]: content for address, content in made.items()}


@pytest.fixture(scope="session")
def start(files: dict[str, bytes]) -> dict[str, Any]:
    """What the first keystroke needs."""
    return json.loads(files[json.loads(files["manifest.json"])["start"]])


@pytest.fixture(scope="session")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of search in a folder."""
    made = tmp_path_factory.mktemp("index")
    for name, content in files.items():
        (made / name).write_bytes(content)
    return made


def ask_in(folder: Path, questions: list[dict[str, Any]]) -> list[Any]:
    """Ask the scripts of the worker, in Node; each answer is a list of messages."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here: the browser tests ask the same scripts in Chromium")
    done = subprocess.run(
        [node, str(Path(__file__).with_name("engine.cjs")), str(ASSETS), str(folder)],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def ask(folder: Path) -> Callable[[list[dict[str, Any]]], list[Any]]:
    """Ask the search of the real site."""
    return lambda questions: ask_in(folder, questions)


@pytest.fixture(scope="session")
def found(ask: Callable[[list[dict[str, Any]]], list[Any]]) -> Callable[..., list[str]]:
    """Return the addresses that a text finds, best first."""

    def find(text: str, **chosen: list[str]) -> list[str]:
        answer = ask([{"text": text, "chosen": chosen, "limit": 500}])[0][-1]
        return [result["address"] for result in answer["results"]]

    return find
