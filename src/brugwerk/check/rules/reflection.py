"""A reflection that exposes nobody and leads to something."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries
    from brugwerk.problems import Problem

# Five is the usual lower bound below which answers can be traced to people (domain rule 3).
SMALLEST_GROUP = 5


def enough_people_took_part(entries: Entries) -> Iterator[Problem]:
    """Nothing is published of a group under five, nor without the group's agreement."""
    for entry in entries.reflections.values():
        if entry.record.present < SMALLEST_GROUP:
            yield entry.problem("BW601", ("present",), least=str(SMALLEST_GROUP))
        if not entry.record.agreed_with_group:
            yield entry.problem("BW602", ("agreed_with_group",), of_key=True)


def adjustments_lie_ahead(entries: Entries) -> Iterator[Problem]:
    """An adjustment is dated after the reflection that led to it."""
    for entry in entries.reflections.values():
        if entry.record.adjustment.date <= date.fromisoformat(entry.id):
            yield entry.problem("BW603", ("adjustment", "date"))


def something_was_talked_about(entries: Entries) -> Iterator[Problem]:
    """A reflection is about at least one aspect."""
    for entry in entries.reflections.values():
        if not entry.record.aspects:
            yield entry.problem("BW605", ("aspects",), of_key=True)


def reflections_belong_to_meetings(entries: Entries) -> Iterator[Problem]:
    """A reflection carries the date of a meeting of its network."""
    for (network, day), entry in entries.reflections.items():
        if network in entries.networks:
            meetings = entries.networks[network].record.meetings
            if meetings and date.fromisoformat(day) not in {m.date for m in meetings}:
                yield entry.problem("BW604", date=day)


RULES = (
    enough_people_took_part,
    adjustments_lie_ahead,
    something_was_talked_about,
    reflections_belong_to_meetings,
)
