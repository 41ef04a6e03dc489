"""What a network must have agreed before it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.check.shape import field_name
from brugwerk.records.network import Network
from brugwerk.records.vocabulary import ProgrammeTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries
    from brugwerk.problems import Problem

ASKED_OF_RUNNING = (
    "themes",
    "sectors",
    "participants",
    "format_reason",
    "fixed",
    "open",
    "result",
    "meetings",
)


def running_networks_are_complete(entries: Entries) -> Iterator[Problem]:
    """A network that runs or has closed says who takes part, what is fixed, open and yielded."""
    for entry in entries.networks.values():
        if entry.record.status == "draft":
            continue
        for key in ASKED_OF_RUNNING:
            if not getattr(entry.record, key):
                yield entry.problem("BW408", ("status",), field=field_name(Network, (key,)))


def students_know_where_they_stand(entries: Entries) -> Iterator[Problem]:
    """A network with students states expectations, preparation and recognition (rule 12)."""
    for entry in entries.networks.values():
        record = entry.record
        if not any(p.role == "student" and p.number != 0 for p in record.participants):
            continue
        if record.students is None:
            index = [p.role for p in record.participants].index("student")
            yield entry.problem("BW405", ("participants", index, "role"))
        elif record.meetings and record.students.preparation_date >= record.meetings[0].date:
            yield entry.problem("BW406", ("students", "preparation_date"))


def phases_are_known(entries: Entries) -> Iterator[Problem]:
    """A programme without phases of its own asks the network for them, in order of year."""
    for entry in entries.networks.values():
        record = entry.record
        programme = entries.vocabulary.term("programmes", record.programme)
        if not isinstance(programme, ProgrammeTerm):
            continue
        if not record.phases and not programme.phases:
            yield entry.problem("BW407", ("programme",))
        if programme.years is not None and programme.years != record.years:
            yield entry.problem("BW413", ("years",), years=str(programme.years))
        for index, (before, after) in enumerate(
            zip(record.phases, record.phases[1:], strict=False)
        ):
            if after.year < before.year:
                yield entry.problem("BW416", ("phases", index + 1, "year"))


def closed_networks_reached_a_school(entries: Entries) -> Iterator[Problem]:
    """When a network closes, at least one school works with something it made."""
    in_use = {product for _, product in entries.adoptions} & entries.products.keys()
    reached = {n for product in in_use for n in entries.products[product].record.networks}
    for network_id, entry in entries.networks.items():
        if entry.record.status == "closed" and network_id not in reached:
            yield entry.problem("BW415", ("status",))


RULES = (
    running_networks_are_complete,
    students_know_where_they_stand,
    phases_are_known,
    closed_networks_reached_a_school,
)
