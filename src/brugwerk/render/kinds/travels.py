"""How knowledge travels: which products live in which schools, without a ranking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.adoption import Adoption
    from brugwerk.records.product import Product
    from brugwerk.records.school import School
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class Journey:
    """A product and the schools where it lives."""

    product: Entry[Product]
    schools: tuple[tuple[Entry[School], Adoption], ...]


@dataclass(frozen=True)
class TravelsView:
    """What the overview shows.

    Attributes:
        journeys: Products in order of title, their schools in order of name.
        questions: Questions that wait for an answer of a network.
    """

    journeys: tuple[Journey, ...]
    questions: tuple[tuple[Entry[School], Entry[Product], Adoption], ...]


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the overview of all transfer pages."""
    say = templates.translator.text
    journeys = tuple(
        Journey(
            entry,
            tuple((catalogue.schools[a.owner], a.record) for a in catalogue.adoptions_of(product)),
        )
        for product, entry in catalogue.products.items()
        if catalogue.adoptions_of(product)
    )
    questions = tuple(
        (catalogue.schools[school], catalogue.products[product], entry.record)
        for (school, product), entry in catalogue.adoptions.items()
        if entry.record.question and not entry.record.question.answer
    )
    yield Page(
        address=templates.addresses.travels,
        kind="travels",
        title=say("How knowledge travels"),
        description=say("Which products live in which schools, and what schools ask back."),
        view=TravelsView(journeys, questions),
        language=templates.settings.language,
    )
