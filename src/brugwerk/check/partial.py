"""What can still be said of a record whose shape is not sound.

An author should hear everything in one run. A record with a misspelt key cannot be judged as a
whole, but its sound fields can: their references, texts and minutes are checked like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brugwerk.check.entries import Entries, Entry
from brugwerk.check.rules import RULES_OF_PARTS
from brugwerk.check.shape import sound_fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brugwerk.problems import Problem
    from brugwerk.read.site import RawRecord


def check_parts(entries: Entries, broken: Iterable[RawRecord]) -> list[Problem]:
    """Run the rules that judge single fields over the sound fields of broken records.

    Args:
        entries: The site's sound records, which references may lead to.
        broken: Records with a problem of shape.

    Returns:
        The problems in the files of ``broken`` that the shape did not report already.
    """
    extended = Entries(
        entries.raw,
        entries.vocabulary,
        entries.settings,
        dict(entries.products),
        dict(entries.networks),
        dict(entries.schools),
        dict(entries.reflections),
        dict(entries.adoptions),
        dict(entries.versions),
        entries.broken,
        entries.today,
    )
    context = entries.vocabulary.ids()
    files = set()
    for record in broken:
        fields = sound_fields(record.source, record.kind, context)
        entry: Entry[Any] = Entry(fields, record.id, record.owner, record.source)
        extended.home(record.kind)[(record.owner, record.id) if record.owner else record.id] = entry
        files.add(record.source.file)
    return [
        problem
        for rule in RULES_OF_PARTS
        for problem in rule(extended)
        if problem.place.file in files
    ]
