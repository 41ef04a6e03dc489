"""``CITATION.cff``, judged by the schema of the format itself."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from brugwerk.exports import files_of_site
from brugwerk.exports.citation_file import citation_files
from brugwerk.settings import Settings
from tests.builders import REPOSITORY
from tests.exports.grounds import HARD, published
from tests.in_memory import vocabulary

if TYPE_CHECKING:
    from pathlib import Path


def text(**settings: str) -> str:
    return citation_files(Settings.model_validate(settings), vocabulary())["CITATION.cff"]


@pytest.mark.parametrize("title", [*HARD, "- nee: ja"])
def test_a_title_with_signs_of_yaml_is_read_back(title: str) -> None:
    assert yaml.safe_load(text(title=title))["title"] == title


def test_every_site_writes_what_the_format_asks(tmp_path: Path) -> None:
    files = []
    for number, language in enumerate(("nl", "en")):
        file = tmp_path / f"{number}.cff"
        repository = "https://git.example.org/ons/net"
        title = HARD[0]
        file.write_text(
            text(title=title, language=language, address="https://a.nl/", repository=repository)
        )
        files.append(file)
    subprocess.run(
        [
            *(sys.executable, "-m", "check_jsonschema", "--builtin-schema"),
            *("vendor.citation-file-format", *files, REPOSITORY / "CITATION.cff"),
        ],
        check=True,
        capture_output=True,
    )


def test_the_site_hands_out_the_file_of_its_repository() -> None:
    ground = published()
    (found,) = (e for e in files_of_site(ground) if e.address == "CITATION.cff")
    committed = citation_files(ground.templates.settings, vocabulary())
    assert found.make().decode() == committed["CITATION.cff"]
