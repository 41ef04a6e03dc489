"""Mending the files of records: proposed as text, kept only where the record is better for it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.check.entries import KINDS
from brugwerk.check.shape import check_shape
from brugwerk.mend.order import in_order
from brugwerk.mend.splices import lines_of, spliced
from brugwerk.mend.values import mended_values
from brugwerk.read.front_matter import front_matter_of
from brugwerk.records.description import describe

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path, PurePosixPath

    from brugwerk.check import Entries
    from brugwerk.problems import Problem
    from brugwerk.read.front_matter import Source
    from brugwerk.records.vocabulary import Vocabulary

# A mended key opens up what stands below it; no record is deeper than this.
_ROUNDS = 10


@dataclass(frozen=True)
class Mended:
    """What mending would make of one file.

    Attributes:
        path: Where the file is.
        file: Its path below the site's root.
        before, after: The whole text, with its own line endings and byte order mark.
    """

    path: Path
    file: PurePosixPath
    before: str
    after: str

    def difference(self) -> str:
        """Return what changes as a unified diff."""
        name = str(self.file)
        return "".join(
            line if line.endswith("\n") else f"{line}\n"
            for line in difflib.unified_diff(
                [f"{line}\n" for line in self.before.splitlines()],
                [f"{line}\n" for line in self.after.splitlines()],
                name,
                name,
            )
        )

    def write(self) -> None:
        """Write the mended text in the place of the old one.

        Raises:
            FileChangedError: Somebody changed the file in the meantime.
            OSError: The file cannot be written.
        """
        if self.path.read_bytes() != self.before.encode():
            raise FileChangedError(self.file)
        self.path.write_bytes(self.after.encode())


class FileChangedError(Exception):
    """A file is no longer what it was when the mend was shown."""

    def __init__(self, file: PurePosixPath) -> None:
        super().__init__(str(file))
        self.file = file


def mended_files(entries: Entries, files: Collection[PurePosixPath] | None) -> Iterator[Mended]:
    """Yield every file of a record that can be mended.

    Args:
        entries: The site as the check read it.
        files: Only these files; none for all.
    """
    for record in entries.raw.records:
        file = record.source.file
        if files is not None and file not in files:
            continue
        path = entries.raw.root / file
        before = path.read_bytes().decode()
        after = mended(before, file, record.kind, entries.vocabulary)
        if after != before:
            yield Mended(path, file, before, after)


def mended(text: str, file: PurePosixPath, kind: str, vocabulary: Vocabulary) -> str:
    """Return the text of a record's file with everything mended that has one right answer.

    Keys and values are replaced only where that leaves fewer problems of the record's shape, and
    keys are moved only where the record says the same afterwards. Otherwise the text comes back
    as it was.

    Args:
        text: The whole file, with its own line endings and byte order mark.
        file: Its path below the site's root.
        kind: The kind of record.
        vocabulary: The controlled lists.
    """
    spelled = _spelled(text, file, kind, vocabulary)
    if spelled != text and not _is_better(spelled, text, file, kind, vocabulary):
        spelled = text
    return _ordered(spelled, file, kind)


def _spelled(text: str, file: PurePosixPath, kind: str, vocabulary: Vocabulary) -> str:
    for _ in range(_ROUNDS):
        source, problems = _read(text, file)
        if problems or source.yaml is None:
            break
        splices = list(mended_values(source.yaml.root, describe(KINDS[kind]), vocabulary))
        if not splices:
            break
        text = spliced(text, splices, source.first_line)
    return text


def _is_better(
    after: str, before: str, file: PurePosixPath, kind: str, vocabulary: Vocabulary
) -> bool:
    now, then = (_problems(text, file, kind, vocabulary) for text in (after, before))
    return len(now) < len(then)


def _problems(text: str, file: PurePosixPath, kind: str, vocabulary: Vocabulary) -> list[Problem]:
    source, problems = _read(text, file)
    return problems + check_shape(source, KINDS[kind], vocabulary.ids(), vocabulary)[1]


def _ordered(text: str, file: PurePosixPath, kind: str) -> str:
    source, problems = _read(text, file)
    if problems or source.yaml is None:
        return text
    lines = lines_of(text)
    first = source.first_line
    last = first + source.yaml.text.count("\n")
    # An empty line at either end belongs to the lines of hyphens.
    front = in_order(lines[first:last], source.yaml.root, describe(KINDS[kind]))
    moved = "".join([*lines[:first], *front, *lines[last:]])
    again, problems = _read(moved, file)
    same = not problems and again.data == source.data and again.body == source.body
    return moved if same else text


def _read(text: str, file: PurePosixPath) -> tuple[Source, list[Problem]]:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return front_matter_of(plain, file)
