"""What time asks of a record: these rules need a today, and say nothing without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from brugwerk.check.entries import Entries
    from brugwerk.problems import Problem
    from brugwerk.read.yaml_text import KeyPath
    from brugwerk.records.adoption import Adoption


def first_year_reached_a_school(entries: Entries) -> Iterator[Problem]:
    """By the end of its first year a network has a school that tells of a product of it.

    That is early enough to still do something about it; ``BW415`` asks the same when it closes.
    """
    if entries.today is None:
        return
    made = {n for _, p in entries.adoptions if p in entries.products for n in _makers(entries, p)}
    for network, entry in entries.networks.items():
        record = entry.record
        running = record.status not in {"draft", "closed"}
        if running and network not in made and _more_than_a_year(record.start, entries.today):
            yield entry.problem("BW971", ("start",))


def _makers(entries: Entries, product: str) -> tuple[str, ...]:
    return entries.products[product].record.networks


def adoptions_are_looked_back_on_within_a_year(entries: Entries) -> Iterator[Problem]:
    """Nobody leaves a product in use for a year without looking whether it works."""
    if entries.today is None:
        return
    for entry in entries.adoptions.values():
        if entries.vocabulary.stage(entry.record.stage).order is None:
            continue
        last = _last_known(entry.record)
        if last is not None and _more_than_a_year(last[0], entries.today):
            yield entry.problem("BW972", last[1])


def _last_known(adoption: Adoption) -> tuple[date, KeyPath] | None:
    """Return the last day that the record itself names, and where it stands."""
    if adoption.look_back:
        return adoption.look_back, ("look_back",)
    if adoption.history:
        return adoption.history[-1].date, ("history", len(adoption.history) - 1, "date")
    return None


def _more_than_a_year(since: date, today: date) -> bool:
    # Not as dates: a year after 29 February, or after the year 9999, there is none.
    return (since.year + 1, since.month, since.day) < (today.year, today.month, today.day)


RULES = (first_year_reached_a_school, adoptions_are_looked_back_on_within_a_year)
