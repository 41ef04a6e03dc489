"""What a browser gets is one script for pages and one for the worker, made of our modules."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from brugwerk.search.scripts import page_script, worker_script
from tests.search.conftest import LUNR, SCRIPTS

if TYPE_CHECKING:
    from pathlib import Path


def sound(script: str, folder: Path, name: str) -> bool:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here: the browser tests load the same scripts in Chromium")
    file = folder / name
    file.write_text(script, "utf-8")
    done = subprocess.run([node, "--check", str(file)], capture_output=True, check=False)
    return done.returncode == 0


def test_the_script_of_pages_is_one_sound_module(tmp_path: Path) -> None:
    script = page_script(SCRIPTS)
    assert not re.search(r"\b(import|export)[ {]", script)
    assert sound(script, tmp_path, "main.mjs")


def test_the_worker_is_one_sound_script_with_the_licences_of_lunr(tmp_path: Path) -> None:
    script = worker_script(SCRIPTS, LUNR, "nl")
    assert "importScripts" not in script
    assert script.count("MPL") >= 1
    assert "lunr - http://lunrjs.com" in script
    assert sound(script, tmp_path, "worker.js")


def test_every_module_is_there_once() -> None:
    script = page_script(SCRIPTS)
    for name in ("class SearchPage", "class SearchClient", "class Facets", "function startField"):
        assert script.count(name) == 1


def test_a_module_comes_after_those_that_it_imports(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("export const a = 1;\n", "utf-8")
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\nexport const b = a;\n', "utf-8")
    (tmp_path / "main.js").write_text(
        'import { b } from "./b.js";\nimport { a } from "./a.js";\nb(a);\n', "utf-8"
    )
    assert page_script(tmp_path).split() == ["const", "a=1;const", "b=a;b(a);"]


def test_a_worker_that_names_nothing_to_start_with_is_refused(tmp_path: Path) -> None:
    (tmp_path / "worker.js").write_text("self.onmessage = null;\n", "utf-8")
    with pytest.raises(ValueError, match="what it starts with"):
        worker_script(tmp_path, LUNR, "nl")
