"""Facilitation guides, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.derive.guide import Guide, guide_of
from brugwerk.render.kinds.network import BY_TITLE
from brugwerk.render.long_lists import pages_of_list
from brugwerk.render.page import Colophon, Page
from brugwerk.render.subscription import subscription
from brugwerk.render.take_along import word_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.network import Network
    from brugwerk.records.school import School
    from brugwerk.render.templates import Templates

# With the number of a meeting behind it: the anchor of its plan.
MEETING_ANCHOR = "bijeenkomst-"
# In one sentence; more stand on the page of the network.
MOST_SCHOOLS = 40


@dataclass(frozen=True)
class GuideView:
    """What a facilitation guide shows."""

    id: str
    guide: Guide
    schools: tuple[Entry[School], ...]
    more_schools: bool
    longest: int
    product_titles: dict[str, str]
    subscription: str | None


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the list of guides and the guide of each network that has meetings."""
    say = templates.translator.text
    planned = tuple(e for e in catalogue.networks.values() if e.record.meetings)
    yield from pages_of_list(
        Page(
            address=templates.addresses.guides,
            kind="guide-list",
            title=say("Facilitation guides"),
            description=say("A plan for each network, minute by minute."),
            view=None,
            language=templates.settings.language,
            in_search=False,
        ),
        planned,
        BY_TITLE,
        templates.addresses,
    )
    for entry in planned:
        address = templates.addresses.guide(entry.id)
        title = say("Facilitation guide: {network}").format(network=entry.record.title)
        yield Page(
            address=address,
            kind="guide",
            title=title,
            description=partial(templates.plain, entry.record.question),
            view=partial(_view, entry, catalogue, templates),
            source=entry.source.file,
            take_along=(word_file(address, f"{say('facilitation guide')}-{entry.id}", templates),),
            colophon=Colophon(title, (entry.record.title,)),
        )


def _view(entry: Entry[Network], catalogue: Catalogue, templates: Templates) -> GuideView:
    guide = guide_of(entry.id, catalogue, templates.settings.language)
    schools = catalogue.schools_of(entry.id)
    return GuideView(
        id=entry.id,
        guide=guide,
        schools=schools if len(schools) <= MOST_SCHOOLS else (),
        more_schools=len(schools) > MOST_SCHOOLS,
        product_titles={
            product: catalogue.products[product].record.title
            for plan in guide.meetings
            for product in plan.meeting.products
        },
        subscription=subscription(entry.id, templates),
        longest=max(plan.minutes.total for plan in guide.meetings),
    )
