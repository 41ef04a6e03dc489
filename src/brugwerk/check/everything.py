"""The one function that checks a site; the command line and the build both call it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.check.entries import KINDS, Entries, Entry
from brugwerk.check.kept_catalogues import kept_catalogues
from brugwerk.check.partial import check_parts
from brugwerk.check.rules import RULES
from brugwerk.check.shape import check_shape
from brugwerk.problems import Place, Problem, Severity
from brugwerk.problems.catalogue import severity_of
from brugwerk.problems.withheld import withhold
from brugwerk.read.site import RawRecord, RawSite, read_site
from brugwerk.records.marks import schemes_of
from brugwerk.records.moves import Redirects
from brugwerk.records.vocabulary import (
    TERM_SHAPES,
    Vocabulary,
    VocabularyList,
    VocabularyTerm,
)
from brugwerk.settings import SETTINGS_FILE, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from brugwerk.records.fields import Shape


@dataclass(frozen=True)
class Checked:
    """What a check found.

    Attributes:
        entries: The records of sound shape.
        problems: Every problem, in order of file, line and column.
    """

    entries: Entries
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(p for p in self.problems if severity_of(p) is Severity.ERROR)

    @property
    def errors_at_the_root(self) -> tuple[Problem, ...]:
        """The errors in controlled lists and settings, on which everything else rests."""
        settings = PurePosixPath(SETTINGS_FILE)
        return tuple(
            p
            for p in self.errors
            if p.place.file.parts[0] == "vocabulary" or p.place.file == settings
        )

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not stop a build."""
        return tuple(p for p in self.problems if severity_of(p) is Severity.WARNING)


def check_site(root: Path, today: date | None = None) -> Checked:
    """Read and check everything below ``root``.

    Args:
        root: The folder that holds the records.
        today: The day that the records are seen from; without it nothing is called past.

    Returns:
        The records of sound shape and every problem of every file.
    """
    with _nothing_thrown_away():
        return check_read(read_site(root), today)


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Let the garbage collector rest: all that is read is kept, and looking at it again is slow."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What was read counts as old from here on, or the collector would begin with all of it.
        gc.freeze()
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def check_read(raw: RawSite, today: date | None = None) -> Checked:
    """Check everything that was read, as it is or with a record added that is not on disk yet.

    Args:
        raw: The files of a site.
        today: The day that the records are seen from; without it nothing is called past.

    Returns:
        The records of sound shape and every problem of every file.
    """
    problems = list(raw.problems)
    vocabulary, found = _vocabulary(raw)
    problems += found
    settings, found = _settings(raw)
    problems += found
    redirects, found = _redirects(raw)
    problems += found
    elsewhere, found = kept_catalogues(raw, settings)
    problems += found
    entries = Entries(
        raw,
        vocabulary,
        settings,
        broken=set(raw.unreadable),
        today=today,
        redirects=redirects,
        elsewhere=elsewhere,
    )
    if missing := _missing_lists(vocabulary):
        # Without its lists no record can be judged; more problems would only hide this one.
        return Checked(entries, _sorted(problems + missing))
    flaws, broken = _shapes(raw, entries)
    problems += flaws
    for rule in RULES:
        problems += rule(entries)
    if broken:
        problems += check_parts(entries, broken)
    return Checked(entries, _sorted(problems))


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(map(withhold, problems), key=Problem.sort_key))


def _vocabulary(raw: RawSite) -> tuple[Vocabulary, list[Problem]]:
    lists: dict[str, VocabularyList[VocabularyTerm]] = {}
    problems: list[Problem] = []
    for scheme, source in raw.lists.items():
        term_shape = TERM_SHAPES.get(scheme, VocabularyTerm)
        shape: type[Shape] = VocabularyList[term_shape]  # type: ignore[valid-type]
        found, flaws = check_shape(source, shape, {}, None)
        problems += flaws
        if isinstance(found, VocabularyList):
            lists[scheme] = found
    return Vocabulary(lists), problems


def _missing_lists(vocabulary: Vocabulary) -> list[Problem]:
    asked = set().union(*(schemes_of(shape) for shape in KINDS.values()))
    return [
        Problem("BW702", Place(PurePosixPath("vocabulary", f"{scheme}.yml")), {"scheme": scheme})
        for scheme in sorted(asked - set(vocabulary.lists))
    ]


def _settings(raw: RawSite) -> tuple[Settings, list[Problem]]:
    if raw.settings is None:
        return Settings(), []
    found, problems = check_shape(raw.settings, Settings, {}, None)
    return found if isinstance(found, Settings) else Settings(), problems


def _redirects(raw: RawSite) -> tuple[Redirects, list[Problem]]:
    if raw.redirects is None:
        return Redirects(), []
    found, problems = check_shape(raw.redirects, Redirects, {}, None)
    return found if isinstance(found, Redirects) else Redirects(), problems


def _shapes(raw: RawSite, entries: Entries) -> tuple[list[Problem], list[RawRecord]]:
    problems: list[Problem] = []
    broken: list[RawRecord] = []
    context = entries.vocabulary.ids()
    for record in raw.records:
        source = record.source
        found, flaws = check_shape(source, KINDS[record.kind], context, entries.vocabulary)
        problems += flaws
        if found is None:
            entries.broken.add((record.kind, record.owner, record.id))
            broken.append(record)
            continue
        key = (record.owner, record.id) if record.owner else record.id
        entries.home(record.kind)[key] = Entry(found, record.id, record.owner, source)
    return problems, broken
