"""How knowledge travels: what lives in which schools, what changed there, and what they ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.derive.travels import (
    Arrival,
    Departure,
    Journey,
    SchoolQuestion,
    Standing,
    Story,
    answered,
    departures,
    questions,
    stages_by_standing,
    stories,
    waiting,
)
from brugwerk.render import long_lists
from brugwerk.render.page import Page
from brugwerk.render.travels_picture import Band, Crossing, Origin, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.vocabulary import StageTerm
    from brugwerk.render.templates import Templates

# With more lines nobody sees the whole: then words take the place of the picture.
MOST_LINES = 60
NEWEST_STORIES, STORIES_OF_A_NETWORK = 6, 30


@dataclass(frozen=True)
class TravelsView:
    """What the page over all, or that of one network, shows.

    Attributes:
        network: The network; none over all.
        networks: All networks, each with a page of its own; none on that of a network.
        departures: What the table shows, by the networks that made it.
        bands: The same for the picture; none where it would have too many lines.
        crowded: Whether there are too many lines for a picture.
        products: The products instead of a table, where that would be too long.
        more_products: Whether even those are too many.
        legend: The stages that each form of a line stands for.
        stories: The newest stories.
        more_stories: Whether there are older ones.
        open_questions, answered: What schools ask.
        more_questions: Whether they ask more than this page can hold.
    """

    network: Entry[Network] | None
    networks: tuple[Entry[Network], ...]
    departures: tuple[Departure, ...]
    bands: tuple[Band, ...]
    crowded: bool
    products: tuple[Entry[Product], ...]
    more_products: bool
    legend: Mapping[Standing, tuple[StageTerm, ...]]
    stories: tuple[Story, ...]
    more_stories: bool
    open_questions: tuple[SchoolQuestion, ...]
    answered: tuple[SchoolQuestion, ...]
    more_questions: bool


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the page over all networks, and one for each."""
    say = templates.translator.text
    yield Page(
        address=templates.addresses.travels,
        kind="travels",
        title=say("How knowledge travels"),
        description=say("Which products live in which schools, and what schools ask back."),
        view=partial(_view, catalogue, templates, None),
        language=templates.settings.language,
        as_of=catalogue.today,
    )
    for network_id, entry in catalogue.networks.items():
        yield Page(
            address=templates.addresses.network_travels(network_id),
            kind="travels",
            title=say("How knowledge travels: {network}").format(network=entry.record.title),
            description=say("In which schools the products of {network} live.").format(
                network=entry.record.title
            ),
            view=partial(_view, catalogue, templates, entry),
            language=templates.settings.language,
            in_search=False,
        )


def _view(
    catalogue: Catalogue, templates: Templates, network: Entry[Network] | None
) -> TravelsView:
    only = network.id if network else None
    shown = departures(catalogue, only)
    crowded = sum(len(j.arrivals) for d in shown for j in d.journeys) > MOST_LINES
    bands = () if crowded else tuple(_band(departure, templates) for departure in shown)
    told = stories(catalogue, only)
    newest = STORIES_OF_A_NETWORK if network else NEWEST_STORIES
    asked = questions(catalogue, only)
    if crowded and network is None:
        # The pages of the networks hold the rest, and the list of questions those.
        shown = tuple(departure for departure in shown if not departure.networks)
        asked = ()
    products: tuple[Entry[Product], ...] = ()
    if sum(len(j.arrivals) for d in shown for j in d.journeys) > long_lists.WHOLE:
        # Each of their pages names the schools.
        products = tuple(journey.product for d in shown for journey in d.journeys)
        shown = ()
    return TravelsView(
        network=network,
        networks=() if network else tuple(catalogue.networks.values()),
        departures=shown,
        bands=bands,
        crowded=crowded,
        products=() if len(products) > long_lists.WHOLE else products,
        more_products=len(products) > long_lists.WHOLE,
        legend=stages_by_standing(catalogue.vocabulary),
        stories=told[:newest],
        more_stories=len(told) > newest,
        open_questions=waiting(asked)[: long_lists.PART],
        answered=answered(asked)[: long_lists.PART],
        more_questions=max(len(waiting(asked)), len(answered(asked))) > long_lists.PART,
    )


def _band(departure: Departure, templates: Templates) -> Band:
    at = templates.addresses
    networks = tuple(Place(e.record.title, at.network(e.id)) for e in departure.networks)
    nowhere = Place(templates.translator.text("Not made in a network"), "")
    return Band(
        networks or (nowhere,),
        tuple(
            Origin(
                Place(journey.product.record.title, at.product(journey.product.id)),
                tuple(_crossing(journey, arrival, templates) for arrival in journey.arrivals),
            )
            for journey in departure.journeys
        ),
    )


def _crossing(journey: Journey, arrival: Arrival, templates: Templates) -> Crossing:
    at = templates.addresses
    role = templates.term("roles", arrival.adoption.bridge.role)
    stage = templates.term("stages", arrival.adoption.stage)
    school = Place(arrival.school.record.name, at.school(arrival.school.id))
    label = templates.translator.text("{product} at {school}: {role}, {stage}")
    return Crossing(
        school,
        role,
        stage,
        arrival.standing,
        at.transfer(arrival.school.id, journey.product.id),
        label.format(
            product=journey.product.record.title, school=school.name, role=role, stage=stage
        ),
    )
