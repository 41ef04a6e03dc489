"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.exports.xml_text import DECLARATION, child, root, written
from brugwerk.render.channels import ATOM

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from brugwerk.exports.feed import Feed, FeedEntry
    from brugwerk.exports.metadata import Maker

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> bytes:
    """Return the text of a feed."""
    found = root("feed", {"": NAMESPACE})
    found.set("xml:lang", feed.language)
    own = feed.address(ATOM)
    child(found, "id", own)
    child(found, "title", feed.title)
    child(found, "updated", max(entry.moment for entry in feed.entries))
    _link(found, "self", MEDIA_TYPE, own)
    _link(found, "alternate", "text/html", feed.page)
    _author(found, feed.publisher)
    for entry in feed.entries:
        _entry(found, entry, feed)
    return DECLARATION + written(found) + b"\n"


def _entry(parent: Element, entry: FeedEntry, feed: Feed) -> None:
    found = child(parent, "entry", language=entry.language)
    child(found, "id", entry.id)
    child(found, "title", entry.title)
    child(found, "published", entry.moment)
    child(found, "updated", entry.moment)
    _link(found, "alternate", "text/html", entry.url)
    for maker in entry.makers or (feed.publisher,):
        _author(found, maker)
    for term, label in entry.tags:
        child(found, "category", attributes={"term": term, "label": label})
    child(found, "summary", entry.text)
    child(found, "content", entry.html, attributes={"type": "html"})
    child(found, "rights", entry.rights)


def _author(parent: Element, maker: Maker) -> None:
    author = child(parent, "author")
    child(author, "name", maker.name)
    child(author, "uri", maker.url)


def _link(parent: Element, relation: str, media_type: str, target: str) -> None:
    child(parent, "link", attributes={"rel": relation, "type": media_type, "href": target})
