"""Network pages, and the list of networks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.derive.guide import MeetingPlan, PhasePlan, guide_of
from brugwerk.derive.travels import SchoolQuestion, answered, questions, waiting
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


@dataclass(frozen=True)
class NetworkView:
    """What a network page shows."""

    id: str
    network: Network
    body: str
    phases: tuple[PhasePlan, ...]
    meetings: tuple[MeetingPlan, ...]
    schools: tuple[Entry[School], ...]
    products: tuple[Entry[Product], ...]
    reflections: tuple[Entry[Reflection], ...]
    questions: tuple[SchoolQuestion, ...]
    subscription: str | None


@dataclass(frozen=True)
class NetworkListView:
    """What the list of networks shows, in order of name."""

    networks: tuple[Entry[Network], ...]


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the list of networks and the page of each."""
    say = templates.translator.text
    yield Page(
        address=templates.addresses.networks,
        kind="network-list",
        title=say("Networks"),
        description=say("Which networks there are, what they ask and what they made."),
        view=NetworkListView(tuple(catalogue.networks.values())),
        language=templates.settings.language,
        in_search=False,
    )
    for network_id, entry in catalogue.networks.items():
        yield Page(
            address=templates.addresses.network(network_id),
            kind="network",
            title=entry.record.title,
            description=partial(templates.plain, entry.record.summary),
            view=partial(_view, entry, catalogue, templates),
            source=entry.source.file,
            as_of=catalogue.today,
        )


def _view(entry: Entry[Network], catalogue: Catalogue, templates: Templates) -> NetworkView:
    asked = questions(catalogue, entry.id)
    guide = guide_of(entry.id, catalogue, templates.settings.language)
    return NetworkView(
        id=entry.id,
        network=entry.record,
        body=entry.source.body,
        phases=tuple(phase for year in guide.years for phase in year.phases),
        meetings=guide.meetings,
        schools=catalogue.schools_of(entry.id),
        products=guide.products,
        reflections=catalogue.reflections_of(entry.id),
        questions=waiting(asked) + answered(asked),
        subscription=subscription(entry.id, templates),
    )
