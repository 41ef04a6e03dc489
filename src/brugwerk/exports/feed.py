"""A feed of new versions, before a format writes it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from markupsafe import Markup

from brugwerk.exports.metadata import Maker, Metadata, lasting_id, web_address
from brugwerk.render.channels import channel_address, channel_title

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from brugwerk.catalogue import Catalogue
    from brugwerk.derive.news import Channel, News
    from brugwerk.render.templates import Templates

# What a reader of feeds asks for again and again; what is older stands on the pages.
MOST = 50


@dataclass(frozen=True)
class FeedEntry:
    """One version that came, or one product that retired.

    Attributes:
        id: The address that belongs to this event for good.
        url: The page to read.
        title: What it is called.
        day: When it was.
        language: The language of the product.
        text: What changed, or why it retired, as plain text.
        html: The same, and what the product is.
        makers: The networks that made it.
        tags: Its themes and subjects, by id and in words.
        rights: What others may do with it.
    """

    id: str
    url: str
    title: str
    day: date
    language: str
    text: str
    html: Markup
    makers: tuple[Maker, ...]
    tags: tuple[tuple[str, str], ...]
    rights: str

    @property
    def moment(self) -> str:
        """The day as a moment, which feeds ask for: at noon it is that day all around the world."""
        return f"{self.day.isoformat()}T12:00:00Z"


@dataclass(frozen=True)
class Feed:
    """Something to follow.

    Attributes:
        title: What it is called.
        language: The language of the site.
        page: The web address of the page that it belongs to.
        address: Gives its own web address for the suffix of a format.
        publisher: The site.
        entries: The newest first; at least one.
    """

    title: str
    language: str
    page: str
    address: Callable[[str], str]
    publisher: Maker
    entries: tuple[FeedEntry, ...]


def feed_of(channel: Channel, catalogue: Catalogue, templates: Templates) -> Feed:
    """Return the feed of a channel.

    Args:
        channel: What it is about.
        catalogue: The records.
        templates: Addresses, words, and the settings of a site that says where it stands.
    """
    at = templates.addresses
    page = at.network(channel.id) if channel.scope == "network" else at.products
    return Feed(
        title=channel_title(channel, catalogue, templates),
        language=templates.settings.language,
        page=web_address(templates, page, ""),
        address=lambda suffix: web_address(
            templates, channel_address(channel, templates, suffix), ""
        ),
        publisher=Maker(templates.settings.title, web_address(templates, "", "")),
        entries=tuple(_entry(item, catalogue, templates) for item in islice(channel.news, MOST)),
    )


def _entry(item: News, catalogue: Catalogue, templates: Templates) -> FeedEntry:
    metadata = Metadata(item.product, catalogue, templates)
    product, at = metadata.product, templates.addresses
    say, text = templates.translator.text, templates.in_plain_words(item.text)
    page = metadata.address
    if item.version:
        title = say("{product}, version {version}").format(
            product=product.title, version=item.version
        )
        lasting = at.version(lasting_id(item.product), item.version)
        if item.version in catalogue.earlier_versions(item.product.id):
            page = at.version(item.product.id, item.version)
    else:
        title = say("Retired: {product}").format(product=product.title)
        lasting = f"{at.product(lasting_id(item.product))}#retirement"
    return FeedEntry(
        id=web_address(templates, lasting, ""),
        url=web_address(templates, page, ""),
        title=title,
        day=item.day,
        language=product.language,
        text=text,
        html=Markup("<p>{}</p>\n<p>{}</p>").format(text, metadata.summary),
        makers=metadata.makers,
        tags=tuple(
            (term.id, metadata.label(term)) for term in (*metadata.themes, *metadata.subjects)
        ),
        rights=metadata.rights,
    )
