"""Broken sites as data: what is changed, which code must come of it, and where it must point."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.problems import Place, Problem, report
from tests.builders import as_file, sound_site, write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from _pytest.mark import ParameterSet

    from tests.builders import Record

HERE = "^"


@dataclass(frozen=True)
class Broken:
    """One deliberately broken site.

    Attributes:
        code: The one code that the check must report.
        about: What is broken, for the name of the test.
        files: Texts or bytes in the place of those of the sound site; none takes a file away.
        file: The file that the problem must point at.
        at: Text in that file at which the problem must point: at the sign ``^`` in it, or else
            at its beginning. Empty: the first line and column of the file.
        also: Codes that follow from the same mistake.
        prepare: What else is done to the site once its files are written.
        found_by: What reports the problem where it is not the check of the site.
    """

    code: str
    about: str
    file: str
    at: str = ""
    files: Mapping[str, str | bytes | None] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    prepare: Callable[[Path], None] | None = None
    found_by: Callable[[Path], tuple[Problem, ...]] | None = None

    def __str__(self) -> str:
        return f"{self.code} {self.about}"

    @property
    def place(self) -> Place:
        """Where the problem must point."""
        return Place(PurePosixPath(self.file), *self._line_and_column())

    def _line_and_column(self) -> tuple[int, int]:
        if not self.at:
            return 1, 1
        content = {**sound_site(), **self.files}[self.file]
        text = content if isinstance(content, str) else (content or b"").decode(errors="replace")
        before, mark, after = self.at.partition(HERE)
        needle = before + after
        assert text.count(needle) == 1, f"{needle!r} stands {text.count(needle)} times in:\n{text}"
        offset = text.index(needle) + (len(before) if mark else 0)
        line_start = text.rfind("\n", 0, offset) + 1
        return text.count("\n", 0, offset) + 1, offset - line_start + 1


def broken(  # one row of a table; the names say what each part is
    code: str, about: str, file: str, record: Record, at: str, *also: str
) -> Broken:
    """Describe a site in which one record is replaced."""
    return Broken(code, about, file, at, {file: as_file(record)}, also)


def problems_of(case: Broken, root: Path) -> tuple[Problem, ...]:
    """Write the broken site, and check it or do what the case is about."""
    write_site(root, case.files)
    if case.prepare:
        case.prepare(root)
    return case.found_by(root) if case.found_by else check_site(root).problems


def assert_found(case: Broken, problems: tuple[Problem, ...]) -> None:
    """Assert that the check reports the case's code in its place, what follows, and no more."""
    said = "\n".join(report.lines(problems, "en"))
    assert sorted(p.code for p in problems) == sorted((case.code, *case.also)), said
    places = [p.place for p in problems if p.code == case.code]
    assert case.place in places, said
    for language in ("nl", "en"):
        lines = list(report.lines(problems, language))
        assert len(lines) == 3 * len(problems)
        assert not any("{" in line or "}" in line for line in lines)


def assert_among(case: Broken, problems: tuple[Problem, ...]) -> None:
    """Assert that the check reports the case's code in its place, whatever else it says."""
    said = "\n".join(report.lines(problems, "en"))
    assert (case.code, case.place) in {(p.code, p.place) for p in problems}, said


def flaw(reason: str, case: Broken) -> ParameterSet:
    """Describe a site of which the check once did not say the right thing, and why."""
    return pytest.param(case, id=f"{case} ({reason})")
