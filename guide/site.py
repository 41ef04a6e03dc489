"""A copy of the site with the lesson on it, and what the commands said on the way there."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.sites import build, copy_tree
from click.testing import CliRunner

from brugwerk.command import main
from guide import lesson

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A site that can take proposals shows every way of handing over.
REPOSITORY = "https://github.com/verzonnen-netwerk/site"
CONTACT = "redactie@example.org"
PLACE = f"products/{lesson.ID}"


class RoadError(Exception):
    """A step of the guide does not go as it tells; the text is what the command said."""


@dataclass(frozen=True)
class Road:
    """What the lesson met on its way.

    Attributes:
        copy: The files of the site, with the lesson among them.
        reports: What the commands said, by name.
    """

    copy: Path
    reports: dict[str, str]


def travelled(folder: Path) -> Road:
    """Take the lesson from Word to a draft that passes, and once to a proposal that does not.

    Args:
        folder: A new folder for the copy.

    Raises:
        RoadError: A command did not end as the guide tells.
    """
    copy = copy_tree(folder)
    with (copy / "brugwerk.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"repository: {REPOSITORY}\ncontact: {CONTACT}\n")
    (copy / lesson.FILE).write_bytes(lesson.word_file())
    reports: dict[str, str] = {}
    # The site is in Dutch: what the last language leaves is what stands on it.
    for language in ("en", "nl"):
        shutil.rmtree(copy / PLACE, ignore_errors=True)
        reports |= {f"{name}_{language}": text for name, text in _reports(copy, language)}
    return Road(copy, reports)


def _reports(copy: Path, language: str) -> Iterator[tuple[str, str]]:
    def said(command: str, *arguments: str, ends_with: int = 0) -> str:
        options = ["--lang", language, "--root", str(copy)]
        result = CliRunner().invoke(main, [command, *arguments, *options])
        if result.exit_code != ends_with:
            raise RoadError(f"brugwerk {command} ended with {result.exit_code}:\n{result.output}")
        return result.output.strip()

    word, place = copy / lesson.FILE, copy / PLACE
    yield "import", said("import", str(word), "--type", "lesson", "--id", lesson.ID)
    draft = place / "index.md"
    text = _read_over(draft.read_text("utf-8"))
    draft.write_text(f"{text}\n{lesson.LINK}\n", encoding="utf-8")
    yield "proposal", said("check", str(place), ends_with=1)
    draft.write_text(text, encoding="utf-8")
    yield "check", said("check", str(place))


def _read_over(draft: str) -> str:
    """Do what the import asks for: describe the picture, and leave out what stands twice."""
    facts, _, text = draft.partition("\n---\n")
    steps = text[text.index(f"## {lesson.HEADING}") :]
    described = re.sub(r"!\[[^\]]*\]", f"![{lesson.PICTURE}]", steps)
    return f"{facts}\n---\n\n{described}"


def built(road: Road, out: Path) -> Path:
    """Build the site of a road and return where it is.

    Raises:
        BuildError: The build failed.
    """
    return build(road.copy, out, BRUGWERK_LANGUAGE="nl")
