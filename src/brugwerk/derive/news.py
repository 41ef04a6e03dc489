"""What is new: versions of products by the day that their makers name, and those that retired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.product import Product

Scope = Literal["all", "network", "theme"]


@dataclass(frozen=True)
class News:
    """One event in the life of a product.

    Attributes:
        product: The product.
        day: When it was, as the record says.
        text: What changed, or why it retired; in Markdown.
        version: The version that came; none where the product retired.
    """

    product: Entry[Product]
    day: date
    text: str
    version: str | None = None


@dataclass(frozen=True)
class Channel:
    """The news that somebody can follow.

    Attributes:
        scope: What it is about: all products, those of a network or those about a theme.
        id: The network or the theme.
        news: The newest first; there is some.
    """

    scope: Scope
    id: str
    news: tuple[News, ...]


def changed_on(product: Product) -> date | None:
    """Return the day of the last change that a product tells of; none where it names no day."""
    days = [change.date for change in product.changes]
    if product.retirement:
        days.append(product.retirement.date)
    return max(days, default=None)


def has_news(products: Iterable[Entry[Product]]) -> bool:
    """Return whether anything is known to have happened to any of the products."""
    return any(entry.record.changes or entry.record.retirement for entry in products)


def channels(catalogue: Catalogue) -> tuple[Channel, ...]:
    """Return every channel that has news: the whole site, then networks, then themes."""
    whole = _news(catalogue)
    networks: dict[str, list[News]] = {network: [] for network in catalogue.networks}
    themes: dict[str, list[News]] = {t.id: [] for t in catalogue.vocabulary.lists["themes"].terms}
    for item in whole:
        for network in item.product.record.networks:
            networks[network].append(item)
        for theme in item.product.record.themes:
            themes[theme].append(item)
    found = [
        Channel("all", "", whole),
        *(Channel("network", network, tuple(news)) for network, news in networks.items()),
        *(Channel("theme", theme, tuple(news)) for theme, news in themes.items()),
    ]
    return tuple(channel for channel in found if channel.news)


def _news(catalogue: Catalogue) -> tuple[News, ...]:
    found = []
    for entry in catalogue.products.values():
        if retirement := entry.record.retirement:
            found.append(News(entry, retirement.date, retirement.reason))
        # Versions stand in order; of two on one day the later one is the newer one.
        found += [News(entry, c.date, c.note, c.version) for c in reversed(entry.record.changes)]
    # Days that are equal stay in the order of the catalogue.
    return tuple(sorted(found, key=lambda item: item.day, reverse=True))
