"""A meeting plan that can be followed minute by minute (domain rule 11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.records.vocabulary import PhaseTerm, ProgrammeTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry
    from brugwerk.problems import Problem
    from brugwerk.records.network import Network


def phase_kinds(entries: Entries, network: Network) -> dict[str, str]:
    """Return the kind of every phase of a network, by the phase's id."""
    if network.phases:
        return {phase.id: phase.kind for phase in network.phases}
    programme = entries.vocabulary.term("programmes", network.programme)
    phases = programme.phases if isinstance(programme, ProgrammeTerm) else ()
    return {phase.id: phase.kind for phase in phases}


def minutes_add_up(entries: Entries) -> Iterator[Problem]:
    """The blocks of a meeting fill it exactly."""
    for entry in entries.networks.values():
        for index, meeting in enumerate(entry.record.meetings):
            planned = sum(block.minutes for block in meeting.blocks)
            if meeting.blocks and planned != meeting.minutes:
                yield entry.problem(
                    "BW401",
                    ("meetings", index, "minutes"),
                    planned=str(planned),
                    minutes=str(meeting.minutes),
                )


def blocks_say_what_is_fixed_or_open(entries: Entries) -> Iterator[Problem]:
    """Every block has a fixed part or room, and every meeting has both."""
    for entry in entries.networks.values():
        for index, meeting in enumerate(entry.record.meetings):
            path = ("meetings", index)
            if not meeting.blocks:
                yield entry.problem("BW402", (*path, "blocks"), of_key=True)
                continue
            for position, block in enumerate(meeting.blocks):
                if not block.fixed and not block.room:
                    yield entry.problem("BW403", (*path, "blocks", position))
            for key in ("fixed", "room"):
                if not any(getattr(block, key) for block in meeting.blocks):
                    yield entry.problem(
                        "BW404" if key == "fixed" else "BW417", (*path, "blocks"), of_key=True
                    )


def meetings_belong_to_phases(entries: Entries) -> Iterator[Problem]:
    """A meeting names a phase of its network."""
    for entry in entries.networks.values():
        phases = phase_kinds(entries, entry.record)
        for index, meeting in enumerate(entry.record.meetings):
            if phases and meeting.phase not in phases:
                yield entry.problem(
                    "BW409",
                    ("meetings", index, "phase"),
                    phase=meeting.phase,
                    allowed=", ".join(phases),
                    suggestion=did_you_mean(nearest(meeting.phase, phases)),
                )


def meetings_run_in_order(entries: Entries) -> Iterator[Problem]:
    """Meetings stand in order of date, not before the start of the network."""
    for entry in entries.networks.values():
        earliest = entry.record.start
        for index, meeting in enumerate(entry.record.meetings):
            if meeting.date < earliest:
                yield entry.problem("BW412", ("meetings", index, "date"), than=str(earliest))
            earliest = max(earliest, meeting.date)


def moved_meetings_have_another_day(entries: Entries) -> Iterator[Problem]:
    """A meeting that moved is no longer on the day that it moved from."""
    for entry in entries.networks.values():
        for index, meeting in enumerate(entry.record.meetings):
            if meeting.date in meeting.moved_from:
                place = ("meetings", index, "moved_from", meeting.moved_from.index(meeting.date))
                yield entry.problem("BW993", place, day=str(meeting.date))


def online_meetings_have_a_plan_b(entries: Entries) -> Iterator[Problem]:
    """When the technology can fail, there is a plan B."""
    for entry in entries.networks.values():
        for index, meeting in enumerate(entry.record.meetings):
            if meeting.format != "onsite" and not meeting.plan_b:
                yield entry.problem("BW411", ("meetings", index, "format"))


def key_meetings_are_face_to_face(entries: Entries) -> Iterator[Problem]:
    """First, product-making and closing meetings gain from being face to face (domain §4)."""
    for entry in entries.networks.values():
        meetings = entry.record.meetings
        for index, meeting in enumerate(meetings):
            if meeting.format == "online" and _is_key(entries, entry, index):
                yield entry.problem("BW410", ("meetings", index, "format"))


def _is_key(entries: Entries, entry: Entry[Network], index: int) -> bool:
    kinds = phase_kinds(entries, entry.record)
    meetings = entry.record.meetings
    kind = kinds.get(meetings[index].phase, "")
    term = entries.vocabulary.lists["phases"].by_id.get(kind)
    making = kind == "product-development"
    closing = isinstance(term, PhaseTerm) and term.closing
    return index == 0 or making or (closing and index == len(meetings) - 1)


RULES = (
    minutes_add_up,
    blocks_say_what_is_fixed_or_open,
    meetings_belong_to_phases,
    meetings_run_in_order,
    moved_meetings_have_another_day,
    online_meetings_have_a_plan_b,
    key_meetings_are_face_to_face,
)
