"""School pages, and the list of schools."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from brugwerk.derive.suggestions import Suggestion, suggestions_for
from brugwerk.render.long_lists import by_name, pages_of_list
from brugwerk.render.page import Page
from brugwerk.render.sharing import Sharing, sharing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.adoption import Adoption, Step
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.school import School
    from brugwerk.render.templates import Templates


# More than a team looks through; search narrows down by theme and school year.
MOST_SUGGESTIONS = 40


@dataclass(frozen=True)
class ProductHere:
    """A product at a school, with the adoption that says how."""

    product: Entry[Product]
    adoption: Adoption


@dataclass(frozen=True)
class StepAhead:
    """The next step of an adoption."""

    step: Step
    product: Entry[Product]


@dataclass(frozen=True)
class SchoolView:
    """What a school page shows."""

    id: str
    school: School
    body: str
    networks: tuple[Entry[Network], ...]
    adoptions: tuple[ProductHere, ...]
    steps: tuple[StepAhead, ...]
    suggestions: tuple[Suggestion, ...]
    more_suggestions: bool
    network_titles: dict[str, str]
    sharing: Sharing | None


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the list of schools and the page of each."""
    say = templates.translator.text
    yield from pages_of_list(
        Page(
            address=templates.addresses.schools,
            kind="school-list",
            title=say("Schools"),
            description=say("Schools that work with products of networks, each in its own way."),
            view=None,
            language=templates.settings.language,
            in_search=False,
        ),
        tuple((entry, _here(school, catalogue)) for school, entry in catalogue.schools.items()),
        by_name(lambda listed: listed[0].record.name),
        templates.addresses,
    )
    for school_id, entry in catalogue.schools.items():
        yield Page(
            address=templates.addresses.school(school_id),
            kind="school",
            title=entry.record.name,
            description=say("Which products {school} works with, and how.").format(
                school=entry.record.name
            ),
            view=partial(_view, entry, catalogue, templates),
            source=entry.source.file,
            as_of=catalogue.today,
        )


def _view(entry: Entry[School], catalogue: Catalogue, templates: Templates) -> SchoolView:
    here = _here(entry.id, catalogue)
    steps = [
        StepAhead(item.adoption.next_step, item.product) for item in here if item.adoption.next_step
    ]
    # One more than are shown tells whether there are more.
    suggested = tuple(islice(suggestions_for(entry.id, catalogue), MOST_SUGGESTIONS + 1))
    shown = suggested[:MOST_SUGGESTIONS]
    makers = {network for item in shown for network in item.own_networks}
    return SchoolView(
        id=entry.id,
        school=entry.record,
        body=entry.source.body,
        networks=catalogue.networks_of(entry.id),
        adoptions=here,
        steps=tuple(sorted(steps, key=lambda s: (s.step.date, s.product.id))),
        suggestions=shown,
        more_suggestions=len(suggested) > MOST_SUGGESTIONS,
        network_titles={network: catalogue.networks[network].record.title for network in makers},
        sharing=sharing(templates, templates.addresses.school(entry.id), entry.record.name),
    )


def _here(school: str, catalogue: Catalogue) -> tuple[ProductHere, ...]:
    return tuple(
        ProductHere(catalogue.products[e.id], e.record) for e in catalogue.adoptions_at(school)
    )
