"""What fuzzing begins with: every sound record, and every file that some test breaks."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tests.builders import sound_site
from tests.check import (
    test_broken_files,
    test_broken_long_texts,
    test_broken_plans,
    test_broken_records,
    test_broken_shapes,
)

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 20_000


@cache
def sound_records() -> dict[str, bytes]:
    """Return each record of the sound site by its file."""
    return {
        name: content.encode()
        for name, content in sound_site().items()
        if isinstance(content, str) and name.endswith(".md")
    }


def broken_records() -> list[bytes]:
    """Return every record that a test breaks, where it is not too long to try often."""
    cases = (
        *test_broken_files.CASES,
        *test_broken_shapes.CASES,
        *test_broken_records.CASES,
        *test_broken_plans.CASES,
        *test_broken_long_texts.CASES,
    )
    contents = [
        content if isinstance(content, bytes) else content.encode()
        for case in cases
        for name, content in case.files.items()
        if content is not None and PurePosixPath(name).suffix == ".md"
    ]
    return [content for content in contents if len(content) <= MOST_BYTES]


def write_corpus(folder: Path) -> None:
    """Write one file for each record, as a fuzzer wants them."""
    for number, content in enumerate([*sound_records().values(), *broken_records()]):
        (folder / f"{number:04}").write_bytes(content)
