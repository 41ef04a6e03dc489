"""What asks for attention: days that passed, for each network and for who keeps the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.derive.passed import all_passed, by_network
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
        passed: Days that passed, by date, and within a day in order of the alphabet.
    """

    network: Entry[Network] | None
    passed: tuple[Told, ...]


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the page for who keeps the site, and one for each network."""
    say = templates.translator.text
    found = all_passed(catalogue)
    of_network = by_network(found)
    title = say("What asks for attention")
    yield Page(
        address=templates.addresses.attention,
        kind="attention",
        title=title,
        description=say("Days that somebody named and that have passed."),
        view=AttentionView(None, told(found, templates)),
        language=templates.settings.language,
        in_search=False,
        as_of=catalogue.today,
    )
    for network, entry in catalogue.networks.items():
        yield Page(
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
