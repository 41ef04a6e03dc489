"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from brugwerk.render.channels import JSON_FEED

if TYPE_CHECKING:
    from brugwerk.exports.feed import Feed, FeedEntry
    from brugwerk.exports.metadata import Maker

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Return the text of a feed."""
    whole = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address(JSON_FEED),
        "language": feed.language,
        "authors": [_author(feed.publisher)],
        "items": [_item(entry, feed) for entry in feed.entries],
    }
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace") + b"\n"


def _item(entry: FeedEntry, feed: Feed) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.text,
        "date_published": entry.moment,
        "authors": [_author(maker) for maker in entry.makers or (feed.publisher,)],
        "tags": [label for _, label in entry.tags],
        "language": entry.language,
    }


def _author(maker: Maker) -> dict[str, str]:
    return {"name": maker.name, "url": maker.url}
