"""No personal data in attachments: in their words, their names, or their properties."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from brugwerk.check.attachment_text import PLAIN, attachment_text
from brugwerk.check.rules.privacy import CODES, MOST_FINDINGS, known_names
from brugwerk.personal import Kind, personal_passages
from brugwerk.personal.names import is_full_name
from brugwerk.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Set
    from pathlib import Path, PurePosixPath

    from brugwerk.check.attachment_text import AttachmentText
    from brugwerk.check.entries import Entries

# In the few words of a file name only these are sure.
_SURE_IN_NAMES = frozenset(
    {Kind.MAIL, Kind.PHONE, Kind.BSN, Kind.PERHAPS_BSN, Kind.IBAN, Kind.NAME}
)


def attachments_name_nobody(entries: Entries) -> Iterator[Problem]:
    """What a product hands out holds no personal data either.

    Pictures, sound and PDF files are not looked into; the page about privacy says so.
    """
    for record in entries.raw.records:
        if record.kind != "product":
            continue
        known = known_names(record.data)
        folder = record.source.file.parent
        files = entries.raw.attachments.get(record.id, {})
        if any(_gives_away(relative, known) for relative in files):
            # Not at the file: that would repeat its name.
            yield Problem("BW869", record.source.place(("files",), of_key=True))
        for relative, path in files.items():
            yield from _in_file(path, folder / relative, known)


def _gives_away(relative: str, known: Set[str]) -> bool:
    written = relative.rpartition("/")[2].rpartition(".")[0]
    spoken = written.replace("_", " ").replace("-", " ")
    spans = (*personal_passages(written, known), *personal_passages(spoken, known))
    return any(span.kind in _SURE_IN_NAMES for span in spans)


def _in_file(path: Path, file: PurePosixPath, known: Set[str]) -> Iterator[Problem]:
    found = attachment_text(path)
    if found is None:
        return
    in_words = islice(_in_words(found, path, file, known), MOST_FINDINGS)
    for code, place in dict.fromkeys(in_words):
        yield Problem(code, place)
    if any(is_full_name(maker, known) for maker in found.makers):
        yield Problem("BW868", Place(file))


def _in_words(
    found: AttachmentText, path: Path, file: PurePosixPath, known: Set[str]
) -> Iterator[tuple[str, Place]]:
    for span in personal_passages(found.text, known):
        before = found.text[: span.start]
        # An office file has no lines that its writer knows.
        in_lines = path.suffix.lower() in PLAIN - {".csv"}
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        yield CODES[span.kind], Place(file, line, column) if in_lines else Place(file)


RULES = (attachments_name_nobody,)
