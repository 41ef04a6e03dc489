"""No personal data in records: found by form, reported by place, never repeated."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from brugwerk.personal import Kind, personal_passages
from brugwerk.problems import Place, Problem
from brugwerk.read.rare import Rare

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from brugwerk.check.entries import Entries
    from brugwerk.read.front_matter import Source
    from brugwerk.read.yaml_text import KeyPath

CODES = {
    Kind.MAIL: "BW851",
    Kind.PHONE: "BW852",
    Kind.BSN: "BW853",
    Kind.PERHAPS_BSN: "BW854",
    Kind.IBAN: "BW855",
    Kind.BIRTH: "BW856",
    Kind.ADDRESS: "BW857",
    Kind.PROFILE: "BW858",
    Kind.GRADES: "BW859",
    Kind.PERHAPS_GRADES: "BW860",
    Kind.NAME: "BW861",
}
# Here writers are named: the source of a claim, a work outside the site, and who agreed to it.
_NAMES_ALLOWED = (
    ("evidence", "source"),
    ("relations", "source"),
    ("credits", "name"),
    ("invented_names",),
)
_COMMENT = re.compile(r"(?:^|[ \t])#[^\n]*", re.MULTILINE)
# More of them in one file help nobody, and finding the place of each takes time.
MOST_FINDINGS = 50


def no_personal_data(entries: Entries) -> Iterator[Problem]:
    """No text of a record gives away who somebody is or how to reach them.

    Sound and broken records are judged alike, for what a file holds stays in its history.
    """
    declared = {r.id: known_names(r.data) for r in entries.raw.records if r.kind == "product"}
    for record in entries.raw.records:
        known = declared.get(record.id, frozenset())
        if record.kind == "version":
            known = declared.get(record.owner, frozenset()) | known_names(record.data)
        yield from _findings(record.source, known)
    if (redirects := entries.raw.redirects) is not None:
        yield from _findings(redirects, frozenset())


def _findings(source: Source, known: Set[str]) -> Iterator[Problem]:
    # A passage of a value may stand in a comment's reach too; it is one finding.
    for code, place in dict.fromkeys(islice(_in_file(source, known), MOST_FINDINGS)):
        yield Problem(code, place)


def known_names(data: dict[str, Any]) -> frozenset[str]:
    """Return the names that a record may hold, in small letters, whole and by word.

    They are those under ``credits`` that have consent, and those of people who do not exist.
    """
    credited, invented = data.get("credits"), data.get("invented_names")
    names = [
        credit.get("name")
        for credit in (credited if isinstance(credited, list) else ())
        if isinstance(credit, dict) and credit.get("consent")
    ]
    names += invented if isinstance(invented, list) else []
    whole = {name.lower() for name in names if isinstance(name, str)}
    return frozenset(whole | {word.lower() for name in names for word in _capitalised(name)})


def _capitalised(name: Any) -> list[str]:
    return [word for word in name.split() if word[0].isupper()] if isinstance(name, str) else []


def _in_file(source: Source, known: Set[str]) -> Iterator[tuple[str, Place]]:
    # Nearly every record is clean, and one look at all its texts says so.
    if Rare.PERSONAL in source.rare_in_body:
        around = f"{source.texts}\n{source.body}"
        for span in personal_passages(source.body, known, around=around):
            yield CODES[span.kind], source.place_in_body(span.start)
    yield from _in_comments(source, known)
    if Rare.PERSONAL in source.rare_in_texts:
        around = f"{source.texts}\n{source.body}"
        for path, text in _texts(source.data):
            names = tuple(step for step in path if isinstance(step, str)) not in _NAMES_ALLOWED
            for span in personal_passages(text, known, around=around, names=names):
                place = source.place_of(path, text[span.start : span.end])
                yield CODES[span.kind], place


def _texts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield the texts of a record; a list of lines is one text, for its lines belong together."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path, str(value)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*path, key))
    elif isinstance(value, list) and all(isinstance(part, str) for part in value):
        yield path, "\n".join(value)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*path, index))


def _in_comments(source: Source, known: Set[str]) -> Iterator[tuple[str, Place]]:
    """Look in what the writer kept from the page: it is public in the file all the same."""
    if source.yaml is None or "#" not in source.yaml.text:
        return
    written = source.yaml.text
    comments = list(_COMMENT.finditer(written))
    if not personal_passages("\n".join(comment.group() for comment in comments), known):
        return
    for comment in comments:
        for span in personal_passages(comment.group(), known):
            before = written[: comment.start() + span.start]
            line = source.first_line + before.count("\n") + 1
            yield CODES[span.kind], Place(source.file, line, len(before) - before.rfind("\n"))


RULES = (no_personal_data,)
