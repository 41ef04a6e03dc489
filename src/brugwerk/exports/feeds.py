"""The feeds of a site as files, and the links in the heads of pages that lead to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from brugwerk.derive.news import Channel, channels, has_news
from brugwerk.exports import atom, json_feed
from brugwerk.exports.export import Export
from brugwerk.exports.feed import feed_of
from brugwerk.exports.metadata import web_address
from brugwerk.render.channels import ATOM, JSON_FEED, channel_address, channel_title
from brugwerk.render.kinds.network import NetworkView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brugwerk.exports.export import Ground
    from brugwerk.exports.feed import Feed
    from brugwerk.render.page import Page

# The suffix of a file, its media type, and what writes it.
FORMATS: tuple[tuple[str, str, Callable[[Feed], bytes]], ...] = (
    (ATOM, atom.MEDIA_TYPE, atom.atom),
    (JSON_FEED, json_feed.MEDIA_TYPE, json_feed.json_feed),
)
# The theme takes what is an alternate and nothing else for a translation of the site, and fetches
# the sitemap on every page; a second word keeps it from that, and feed readers look for the first.
_LINK = Markup('<link rel="alternate feed" type="{}" title="{}" href="{}">')


def feeds_of_site(ground: Ground) -> Iterator[Export]:
    """Yield every feed; none where the site does not say where it stands.

    An entry of a feed leaves the site, so that its addresses must be whole.
    """
    if ground.templates.settings.address:
        for channel in channels(ground.catalogue):
            for suffix, _, write in FORMATS:
                address = channel_address(channel, ground.templates, suffix)
                yield Export(address, partial(_written, write, channel, ground))


def feed_of_site_in_head(ground: Ground) -> Iterator[Markup]:
    """Yield the links to the feeds of the whole site, for the head of any page."""
    if ground.templates.settings.address and has_news(ground.catalogue.products.values()):
        yield from _links(Channel("all", "", ()), ground)


def feed_of_network_in_head(page: Page, ground: Ground) -> Iterator[Markup]:
    """Yield the links to the feeds of a network, for the head of its page."""
    view = page.view
    if not isinstance(view, NetworkView) or not ground.templates.settings.address:
        return
    if has_news(view.products):
        yield from _links(Channel("network", view.id, ()), ground)


def _written(write: Callable[[Feed], bytes], channel: Channel, ground: Ground) -> bytes:
    return write(feed_of(channel, ground.catalogue, ground.templates))


def _links(channel: Channel, ground: Ground) -> Iterator[Markup]:
    title = channel_title(channel, ground.catalogue, ground.templates)
    for suffix, media_type, _ in FORMATS:
        address = channel_address(channel, ground.templates, suffix)
        yield _LINK.format(media_type, title, web_address(ground.templates, address, ""))
