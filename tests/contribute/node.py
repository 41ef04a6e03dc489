"""The scripts of the form, asked in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from brugwerk.contribute.form.definition import definition
from brugwerk.language import translator
from tests.builders import REPOSITORY
from tests.in_memory import catalogue

ASSETS = REPOSITORY / "src" / "brugwerk" / "theme" / "assets" / "form"
SCRIPT = Path(__file__).with_name("form.mjs")


@cache
def made(language: str = "nl") -> dict[str, Any]:
    """The definition of the form, without any record."""
    found: dict[str, Any] = json.loads(
        json.dumps(definition(catalogue(settings={"language": language}), translator(language)))
    )
    return found


def ask(questions: list[dict[str, Any]], language: str = "nl") -> list[Any]:
    """Ask the scripts of the form; each question says what to ``do``."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here: the browser tests run the same scripts in Chromium")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "definition.json"
        file.write_text(json.dumps(made(language)), "utf-8")
        done = subprocess.run(
            [node, str(SCRIPT), str(ASSETS), str(file)],
            input=json.dumps(questions),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers
