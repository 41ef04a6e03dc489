"""What readers call a channel of news, and where its feeds stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue
    from brugwerk.derive.news import Channel
    from brugwerk.render.templates import Templates

# The suffixes of the two formats: Atom and JSON Feed.
ATOM, JSON_FEED = "xml", "json"


def channel_title(channel: Channel, catalogue: Catalogue, templates: Templates) -> str:
    """Return what the feed of a channel is called."""
    about = channel_subject(channel, catalogue, templates)
    return templates.translator.text("New and renewed: {about}").format(about=about)


def channel_subject(channel: Channel, catalogue: Catalogue, templates: Templates) -> str:
    """Return what a channel is about: the site, a network or a theme."""
    match channel.scope:
        case "network":
            return catalogue.networks[channel.id].record.title
        case "theme":
            return templates.term("themes", channel.id)
        case _:
            return templates.settings.title


def channel_address(channel: Channel, templates: Templates, suffix: str) -> str:
    """Return where the feed of a channel stands, below the site's root."""
    at = templates.addresses
    match channel.scope:
        case "network":
            return at.network_feed(channel.id, suffix)
        case "theme":
            return at.theme_feed(channel.id, suffix)
        case _:
            return at.feed(suffix)
