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
from brugwerk.search.documents import WrittenPage, document_of
from brugwerk.search.gathering import Gathering
from brugwerk.search.scripts import PAGE, WORKER, page_script, worker_script

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "src" / "brugwerk" / "theme" / "assets" / "search"
EXPLANATION = WrittenPage(
    address="uitleg/proef/",
    title="Zo werkt een proefsite",
    description="Voor de tests.",
    html=(
        '<h2 id="privacy">Jouw gegevens</h2><p>Een brugpersoon ziet er niets van.</p>'
        "<details><summary>Zomervakantie</summary><p>Dan is het stil.</p></details>"
        "<dl><dt>Kwispel</dt><dd>Een woord dat verder nergens staat.</dd></dl>"
    ),
)
LUNR = Path(mkdocs.contrib.search.__file__).parent


def gathered(language: str) -> Gathering:
    """Return the real site, rendered as the build renders it, with one hand-written page."""
    site = publication(check_site(ROOT), language)
    gathering = Gathering(site.catalogue, site.templates, site.pages)
    for page in site.pages.values():
        if page.in_search:
            gathering.found(document_of(page, site.render(page), site.catalogue))
    gathering.written(EXPLANATION)
    return gathering


def made(language: str) -> dict[str, bytes]:
    """Return every file that search publishes for the real site, by name."""
    files = gathered(language).files()
    found = {address.rpartition("/")[2]: content for address, content in files.items()}
    scripts = {PAGE: page_script(SCRIPTS), WORKER: worker_script(SCRIPTS, LUNR, language)}
    return found | {name: script.encode("utf-8") for name, script in scripts.items()}


def put(folder: Path, files: dict[str, bytes]) -> Path:
    """Put files into a folder and return it."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Every file of search of the real site, by name."""
    return made("nl")


@pytest.fixture(scope="session")
def start(files: dict[str, bytes]) -> dict[str, Any]:
    """What the first keystroke needs."""
    return json.loads(files[json.loads(files["manifest.json"])["start"]])


@pytest.fixture(scope="session")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of search in a folder."""
    return put(tmp_path_factory.mktemp("index"), files)


def ask_in(folder: Path, questions: list[dict[str, Any]]) -> list[Any]:
    """Ask the scripts of the worker, in Node; each answer is a list of messages."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here: the browser tests ask the same scripts in Chromium")
    done = subprocess.run(
        [node, str(Path(__file__).with_name("engine.cjs")), str(folder)],
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
