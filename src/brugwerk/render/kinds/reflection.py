"""Reflection pages, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.check.rules.small_groups import SMALLEST_GROUP_OF_A_SCHOOL
from brugwerk.derive.passed import adjustments, by_file
from brugwerk.render.long_lists import Cut, by_name, pages_of_list
from brugwerk.render.page import Page
from brugwerk.render.passed import Told, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.derive.passed import Passed
    from brugwerk.records.network import Network
    from brugwerk.records.reflection import Reflection
    from brugwerk.records.vocabulary import AspectTerm
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class ReflectionView:
    """What a reflection page shows."""

    day: date
    reflection: Reflection
    body: str
    network: Entry[Network]
    aspects: dict[str, AspectTerm]
    number: int | None
    few: bool
    passed: tuple[Told, ...]


OfNetwork = tuple["Entry[Network]", tuple[tuple[date, "Entry[Reflection]"], ...]]
_BY_NETWORK: Cut[OfNetwork] = by_name(
    lambda group: group[0].record.title, weight=lambda group: len(group[1])
)


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the list of reflections and the page of each."""
    says = templates.translator
    yield from pages_of_list(
        Page(
            address=templates.addresses.reflections,
            kind="reflection-list",
            title=says.text("Reflections"),
            description=says.text("What networks saw when they looked back together."),
            view=None,
            language=templates.settings.language,
            in_search=False,
        ),
        tuple(_groups(catalogue)),
        _BY_NETWORK,
        templates.addresses,
    )
    passed = by_file(adjustments(catalogue))
    for (network_id, day), entry in catalogue.reflections.items():
        when = date.fromisoformat(day)
        yield Page(
            address=templates.addresses.reflection(network_id, day),
            kind="reflection",
            title=says.text("Reflection of {day}").format(day=says.day(when)),
            description=partial(templates.plain, entry.record.conclusion),
            view=partial(_view, entry, when, catalogue, templates, passed),
            source=entry.source.file,
            as_of=catalogue.today,
        )


def _groups(catalogue: Catalogue) -> Iterator[OfNetwork]:
    """Yield each network with its reflections in order of date."""
    for network, entry in catalogue.networks.items():
        if held := catalogue.reflections_of(network):
            yield entry, tuple((date.fromisoformat(e.id), e) for e in held)


def _view(
    entry: Entry[Reflection],
    when: date,
    catalogue: Catalogue,
    templates: Templates,
    passed: Mapping[PurePosixPath, tuple[Passed, ...]],
) -> ReflectionView:
    network = catalogue.networks[entry.owner]
    return ReflectionView(
        day=when,
        reflection=entry.record,
        body=entry.source.body,
        network=network,
        aspects={
            talk.aspect: catalogue.vocabulary.aspect(talk.aspect) for talk in entry.record.aspects
        },
        number=next((i for i, m in enumerate(network.record.meetings, 1) if m.date == when), None),
        # Not the number itself: two of them side by side show that someone left.
        few=entry.record.present < SMALLEST_GROUP_OF_A_SCHOOL,
        passed=told(passed.get(entry.source.file, ()), templates),
    )
