"""How knowledge travels: from networks, by bridge roles, to schools and back.

Everything is in order of the alphabet or of date; nothing is added up, and no order is by number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.adoption import Adoption, QuestionBack, Value
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.school import School
    from brugwerk.records.vocabulary import StageTerm, Vocabulary

# On its way to use, in use, or ended: three forms of a line, none better than another.
Standing = Literal["ahead", "in-use", "ended"]


@dataclass(frozen=True)
class Arrival:
    """A product at one school."""

    school: Entry[School]
    adoption: Adoption
    standing: Standing


@dataclass(frozen=True)
class Journey:
    """A product and the schools that it reached.

    Attributes:
        product: The product.
        arrivals: The schools in order of name.
    """

    product: Entry[Product]
    arrivals: tuple[Arrival, ...]


@dataclass(frozen=True)
class Departure:
    """What the same networks made together.

    Attributes:
        networks: The networks in order of title; none where a product names no network.
        journeys: Their products in order of title.
    """

    networks: tuple[Entry[Network], ...]
    journeys: tuple[Journey, ...]


@dataclass(frozen=True)
class Story:
    """What changed at a school because of a product.

    Attributes:
        product, school: Where it happened.
        happened, hoped: What happened, apart from what is hoped.
        day: The last day that the school's record tells of; none where it tells of no day.
    """

    product: Entry[Product]
    school: Entry[School]
    happened: tuple[Value, ...]
    hoped: tuple[Value, ...]
    day: date | None


@dataclass(frozen=True)
class SchoolQuestion:
    """What a school asks the networks that made a product."""

    school: Entry[School]
    product: Entry[Product]
    adoption: Entry[Adoption]
    question: QuestionBack
    networks: tuple[Entry[Network], ...]


def departures(catalogue: Catalogue, network: str | None = None) -> tuple[Departure, ...]:
    """Return what travelled, by the networks that made it.

    Args:
        catalogue: All sound records.
        network: Only what this network made, alone or with others; all where none is given.
    """
    by_makers: dict[tuple[str, ...], list[Journey]] = {}
    for entry in _products(catalogue, network):
        arrivals = tuple(
            Arrival(
                catalogue.schools[adoption.owner],
                adoption.record,
                standing_of(catalogue.vocabulary.stage(adoption.record.stage)),
            )
            for adoption in catalogue.adoptions_of(entry.id)
        )
        if arrivals:
            makers = tuple(maker.id for maker in _makers(entry, catalogue))
            by_makers.setdefault(makers, []).append(Journey(entry, arrivals))
    order = {network_id: place for place, network_id in enumerate(catalogue.networks)}
    found = sorted(by_makers, key=lambda ids: (not ids, [order[i] for i in ids]))
    return tuple(
        Departure(tuple(catalogue.networks[i] for i in ids), tuple(by_makers[ids])) for ids in found
    )


def standing_of(stage: StageTerm) -> Standing:
    """Return whether a school in a stage prepares, uses or no longer considers a product."""
    if stage.order is None:
        return "ended"
    return "in-use" if stage.in_use else "ahead"


def stages_by_standing(vocabulary: Vocabulary) -> dict[Standing, tuple[StageTerm, ...]]:
    """Return the stages that share a standing, in the order of the list."""
    found: dict[Standing, tuple[StageTerm, ...]] = {}
    for term in vocabulary.lists["stages"].terms:
        stage = vocabulary.stage(term.id)
        standing = standing_of(stage)
        found[standing] = (*found.get(standing, ()), stage)
    return found


def stories(catalogue: Catalogue, network: str | None = None) -> tuple[Story, ...]:
    """Return what changed at schools, the newest first; a hope alone is not a story yet.

    Args:
        catalogue: All sound records.
        network: Only about what this network made; all where none is given.
    """
    found = [
        Story(
            product,
            catalogue.schools[entry.owner],
            happened,
            tuple(v for v in entry.record.value if v.state != "happened"),
            _last_day(entry.record),
        )
        for product in _products(catalogue, network)
        for entry in catalogue.adoptions_of(product.id)
        if (happened := tuple(v for v in entry.record.value if v.state == "happened"))
    ]
    # Sorting keeps the order of the alphabet where days are equal.
    return tuple(sorted(found, key=lambda s: s.day or date.min, reverse=True))


def questions(catalogue: Catalogue, network: str | None = None) -> tuple[SchoolQuestion, ...]:
    """Return what schools ask, in order of product and school, answered or not.

    Args:
        catalogue: All sound records.
        network: Only about what this network made; all where none is given.
    """
    return tuple(
        SchoolQuestion(
            catalogue.schools[entry.owner],
            product,
            entry,
            entry.record.question,
            _makers(product, catalogue),
        )
        for product in _products(catalogue, network)
        for entry in catalogue.adoptions_of(product.id)
        if entry.record.question
    )


def waiting(asked: tuple[SchoolQuestion, ...]) -> tuple[SchoolQuestion, ...]:
    """Return the questions without an answer, those that a school wants answered first in front."""
    found = (q for q in asked if not q.question.answer)
    return tuple(sorted(found, key=lambda q: q.question.deadline or date.max))


def answered(asked: tuple[SchoolQuestion, ...]) -> tuple[SchoolQuestion, ...]:
    """Return the questions with an answer, the newest answer first."""
    found = (q for q in asked if q.question.answer)
    return tuple(sorted(found, key=lambda q: q.question.answered_on or date.min, reverse=True))


def _makers(product: Entry[Product], catalogue: Catalogue) -> tuple[Entry[Network], ...]:
    """Return the networks that made a product, in order of title."""
    named = dict.fromkeys(product.record.networks)
    made = [catalogue.networks[network] for network in named if network in catalogue.networks]
    return tuple(sorted(made, key=lambda maker: (maker.record.title.casefold(), maker.id)))


def _products(catalogue: Catalogue, network: str | None) -> Iterator[Entry[Product]]:
    yield from catalogue.products.values() if network is None else catalogue.products_of(network)


def _last_day(adoption: Adoption) -> date | None:
    """The last day on which something happened; a day to look back may still have to come."""
    days = [h.date for h in adoption.history] + [s.date for s in adoption.steps if s.done]
    return max(days, default=adoption.look_back)
