"""Network pages, and the list of networks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.derive.guide import MeetingPlan, PhasePlan, guide_of
from brugwerk.derive.travels import SchoolQuestion, answered, questions, waiting
from brugwerk.render.long_lists import (
    Beside,
    Cut,
    Listing,
    Part,
    Stretch,
    by_name,
    pages_of_list,
    pages_of_parts,
    stretches,
)
from brugwerk.render.page import Page
from brugwerk.render.subscription import subscription

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.reflection import Reflection
    from brugwerk.records.school import School
    from brugwerk.render.templates import Templates


# The rest stands on the page of how its products travel.
MOST_QUESTIONS = 40


@dataclass(frozen=True)
class NetworkView:
    """What a network page shows."""

    id: str
    network: Network
    body: str
    phases: tuple[PhasePlan, ...]
    meetings: tuple[MeetingPlan, ...]
    schools: tuple[Entry[School], ...]
    school_parts: tuple[Stretch, ...]
    products: tuple[Entry[Product], ...]
    reflections: tuple[Entry[Reflection], ...]
    questions: tuple[SchoolQuestion, ...]
    more_questions: bool
    subscription: str | None


_BY_NAME: Cut[Entry[School]] = by_name(lambda entry: entry.record.name)
BY_TITLE: Cut[Entry[Network]] = by_name(lambda entry: entry.record.title)


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the list of networks and the page of each."""
    say = templates.translator.text
    yield from pages_of_list(
        Page(
            address=templates.addresses.networks,
            kind="network-list",
            title=say("Networks"),
            description=say("Which networks there are, what they ask and what they made."),
            view=None,
            language=templates.settings.language,
            in_search=False,
        ),
        tuple(catalogue.networks.values()),
        BY_TITLE,
        templates.addresses,
    )
    for entry in catalogue.networks.values():
        parts = _parts_of(entry, catalogue, templates)
        yield Page(
            address=templates.addresses.network(entry.id),
            kind="network",
            title=entry.record.title,
            description=partial(templates.plain, entry.record.summary),
            view=partial(_view, entry, catalogue, templates, stretches(parts)),
            source=entry.source.file,
            as_of=catalogue.today,
        )
        yield from pages_of_parts(_schools(entry, templates), parts, _part, "#scholen")


def _view(
    entry: Entry[Network],
    catalogue: Catalogue,
    templates: Templates,
    school_parts: tuple[Stretch, ...],
) -> NetworkView:
    found = questions(catalogue, entry.id)
    asked = waiting(found) + answered(found)
    guide = guide_of(entry.id, catalogue, templates.settings.language)
    return NetworkView(
        id=entry.id,
        network=entry.record,
        body=entry.source.body,
        phases=tuple(phase for year in guide.years for phase in year.phases),
        meetings=guide.meetings,
        schools=() if school_parts else catalogue.schools_of(entry.id),
        school_parts=school_parts,
        products=guide.products,
        reflections=catalogue.reflections_of(entry.id),
        questions=asked[:MOST_QUESTIONS],
        more_questions=len(asked) > MOST_QUESTIONS,
        subscription=subscription(entry.id, templates),
    )


def _parts_of(
    entry: Entry[Network], catalogue: Catalogue, templates: Templates
) -> tuple[Part[Entry[School]], ...]:
    at = templates.addresses
    of = f"{at.network(entry.id)}{templates.settings.path_words.schools}/"
    return _BY_NAME.parts(catalogue.schools_of(entry.id), of, at)


def _schools(entry: Entry[Network], templates: Templates) -> Page:
    say = templates.translator.text
    return Page(
        address=templates.addresses.network(entry.id),
        kind="network-schools",
        title=f"{say('Schools')}: {entry.record.title}",
        description=say("Schools that take part in {network}.").format(network=entry.record.title),
        view=None,
        language=templates.settings.language,
    )


def _part(held: tuple[Entry[School], ...], beside: Beside) -> Listing[Entry[School]]:
    return Listing(held, beside=beside)
