"""What asks for attention: days that passed, for each network and for who keeps the site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.derive.passed import all_passed, by_network
from brugwerk.render.long_lists import Beside, Cut, Stretch, pages_of_parts, stretches
from brugwerk.render.page import Page
from brugwerk.render.passed import Told, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.network import Network
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class AttentionView:
    """What the page of a network or of the whole site shows.

    Attributes:
        network: The network; none for the whole site.
        passed: Days that passed, by date, and within a day in order of the alphabet; none where
            there are too many for one page.
        contents: The parts that hold them instead.
        beside: Where this part stands among them.
    """

    network: Entry[Network] | None
    passed: tuple[Told, ...]
    contents: tuple[Stretch, ...] = ()
    beside: Beside | None = None


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the page for who keeps the site, and one for each network."""
    say = templates.translator.text
    found = all_passed(catalogue)
    of_network = by_network(found)
    title = say("What asks for attention")
    listed = Page(
        address=templates.addresses.attention,
        kind="attention",
        title=title,
        description=say("Days that somebody named and that have passed."),
        view=AttentionView(None, told(found, templates)),
        language=templates.settings.language,
        in_search=False,
        as_of=catalogue.today,
    )
    yield from _in_parts(listed, templates)
    for network, entry in catalogue.networks.items():
        listed = Page(
            address=templates.addresses.network_attention(network),
            kind="attention",
            title=f"{title}: {entry.record.title}",
            description=say("Days that this network or its schools named and that have passed."),
            view=AttentionView(entry, told(of_network.get(network, ()), templates)),
            source=entry.source.file,
            language=templates.settings.language,
            in_search=False,
            as_of=catalogue.today,
        )
        yield from _in_parts(listed, templates)


def _in_parts(listed: Page, templates: Templates) -> Iterator[Page]:
    """Yield the page, and where too many days passed for it, a page for each part of the time."""
    view = listed.view
    if not isinstance(view, AttentionView):
        raise TypeError(f"{listed.address} is not about what asks for attention")
    by_year: Cut[Told] = Cut(
        lambda item: templates.translator.day(item.day), lambda item: str(item.day.year)
    )
    parts = by_year.parts(view.passed, listed.address, templates.addresses)
    if parts:
        listed = replace(listed, view=AttentionView(view.network, (), stretches(parts)))
    yield listed
    yield from pages_of_parts(listed, parts, partial(_part, view.network))


def _part(network: Entry[Network] | None, held: tuple[Told, ...], beside: Beside) -> AttentionView:
    return AttentionView(network, held, beside=beside)
