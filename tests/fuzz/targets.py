"""What is fuzzed: the reader, the checker and the sanitiser. A target raises what is wrong."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.check.everything import check_read
from brugwerk.problems import report
from brugwerk.read.front_matter import read_front_matter
from brugwerk.read.site import INDEX, read_site
from brugwerk.render.markdown_text import MarkdownText
from tests.builders import IDEA, write_site
from tests.html import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brugwerk.problems import Problem
    from brugwerk.read.front_matter import Source


class Targets:
    """The targets, with the sound site that a record is tried in."""

    def __init__(self, folder: Path) -> None:
        self.site = read_site(write_site(folder / "site"))
        self.sound = {str(record.source.file): record for record in self.site.records}
        self.file = folder / "tried.md"
        self.markdown = MarkdownText()

    def read(self, data: bytes, file: str = IDEA) -> tuple[Source, list[Problem]]:
        """Read bytes as a record; every problem has its place in the file and its words."""
        self.file.write_bytes(data)
        source, problems = read_front_matter(self.file, PurePosixPath(file))
        lines = data.count(b"\n") + data.count(b"\r") + 1
        for problem in problems:
            assert 1 <= problem.place.line <= lines, problem
        for language in ("nl", "en"):
            list(report.lines(problems, language))
        return source, problems

    def check(self, data: bytes, file: str = IDEA) -> None:
        """Check the sound site with bytes in the place of one of its records."""
        self.check_together([(file, data)])

    def check_together(self, tries: Sequence[tuple[str, bytes]]) -> None:
        """Check the sound site with several tries at once, which takes little longer than one.

        Tries of products, networks and schools stand beside the sound records; the others need
        the record that they belong to, and stand in the place of the sound one.
        """
        records = {str(record.source.file): record for record in self.site.records}
        unreadable = set(self.site.unreadable)
        problems: list[Problem] = []
        for number, (file, data) in enumerate(tries):
            place = self.place_of(file, number) if len(tries) > 1 else file
            source, found = self.read(data, place)
            problems += found
            record = records.get(file) or self.sound[file]
            name = record.id if place == file else f"{record.id}-{number}"
            # Of front matter with nothing in it the reader of a whole site says so.
            assert source.data or found or (source.yaml and source.yaml.data == {})
            if source.data:
                records[place] = replace(record, id=name, source=source)
            else:
                records.pop(place, None)
                unreadable.add((record.kind, record.owner, name))
            self.clean(source.body.encode())
        site = replace(
            self.site, records=list(records.values()), unreadable=unreadable, problems=problems
        )
        checked = check_read(site)
        for language in ("nl", "en"):
            list(report.lines(checked.problems, language))

    @staticmethod
    def place_of(file: str, number: int) -> str:
        """Return where a try stands that is beside the sound record, or in its place."""
        folder, _, name = file.rpartition("/")
        return f"{folder}-{number}/{name}" if name == INDEX else file

    def clean(self, data: bytes) -> None:
        """Make a piece of a page of bytes; nothing in it can run, load or disguise."""
        self.markdown.start_page()
        html = self.markdown.block(data.decode("utf-8", "replace"))
        assert [danger for danger in parse(html).dangers() if danger != "<math>"] == []


TARGETS: dict[str, Callable[[Targets, bytes], object]] = {
    "reader": Targets.read,
    "checker": Targets.check,
    "sanitiser": Targets.clean,
}


def ready() -> Targets:
    """Return the targets, in a temporary folder that lives as long as the process."""
    return Targets(Path(tempfile.mkdtemp(prefix="brugwerk-fuzz-")))
