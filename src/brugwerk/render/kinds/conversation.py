"""Conversation sheets: what a network writes on while it looks back together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.network import Network
    from brugwerk.records.reflection import Adjustment
    from brugwerk.records.vocabulary import VocabularyTerm
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class ConversationView:
    """What a conversation sheet shows.

    Attributes:
        network: The network.
        aspects: What the group talks about, each with its question and its poles.
        directions: Into which direction a group may adjust.
        before: The day of the last reflection and what was agreed then; none where it is the
            first.
    """

    network: Entry[Network]
    aspects: tuple[VocabularyTerm, ...]
    directions: tuple[VocabularyTerm, ...]
    before: tuple[date, Adjustment] | None


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the sheet of each network that planned meetings."""
    say = templates.translator.text
    lists = catalogue.vocabulary.lists
    for network, entry in catalogue.networks.items():
        if not entry.record.meetings:
            continue
        reflections = catalogue.reflections_of(network)
        last = reflections[-1] if reflections else None
        yield Page(
            address=templates.addresses.conversation(network),
            kind="conversation",
            title=say("Conversation sheet: {network}").format(network=entry.record.title),
            description=say("A sheet to print and write on while you look back together."),
            view=ConversationView(
                network=entry,
                aspects=tuple(lists["aspects"].terms),
                directions=tuple(lists["directions"].terms),
                before=(date.fromisoformat(last.id), last.record.adjustment) if last else None,
            ),
            source=entry.source.file,
            in_search=False,
        )
