"""Products of other sites in a list: enough to choose, with where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.records.fields import minutes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brugwerk.catalogue import Catalogue, Elsewhere
    from brugwerk.records.sharing import SharedProduct
    from brugwerk.render.templates import Templates

MOST_THEMES = 2


@dataclass(frozen=True)
class CardElsewhere:
    """What a card of a product of another site shows; all of it is text, in the words of here.

    Attributes:
        address: Its web address, in full.
        title: Its title.
        summary: What it is about.
        language: The language of both; none where that is the site's.
        said_language: What people call that language; empty where that is the site's.
        site: What the settings call the other site.
        type: The id of what it is.
        kind: What people call that.
        status: How far it is.
        time: How long one session takes, and how many there are; empty where it does not say.
        levels: For which years; empty where it does not say.
        themes: What it is about, in a few words.
    """

    address: str
    title: str
    summary: str
    language: str | None
    said_language: str
    site: str
    type: str
    kind: str
    status: str
    time: str
    levels: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class CardsElsewhere:
    """The products of one other site."""

    id: str
    name: str
    cards: tuple[CardElsewhere, ...]


def cards_elsewhere(
    catalogue: Catalogue,
    templates: Templates,
    wanted: Callable[[SharedProduct], bool] = lambda _: True,
) -> Iterator[CardsElsewhere]:
    """Yield the other sites that have a product, each with its cards in order of title.

    Args:
        catalogue: The sound records, with what is kept of other sites.
        templates: For the language of the site.
        wanted: Which products.
    """
    for there in catalogue.elsewhere:
        products = sorted(filter(wanted, there.products), key=lambda p: p.title.casefold())
        if products:
            cards = tuple(_card(product, there, templates) for product in products)
            yield CardsElsewhere(there.site.id, there.site.name, cards)


def _card(product: SharedProduct, there: Elsewhere, templates: Templates) -> CardElsewhere:
    settings, says = templates.settings, templates.translator

    def term(scheme: str, term_id: str) -> str:
        return there.label(scheme, term_id, templates.vocabulary, settings.language)

    other = product.language != settings.language
    minutes = says.minutes(minutes_of(product.duration)) if product.duration else ""
    times = f" × {product.sessions}" if minutes and (product.sessions or 1) > 1 else ""
    years = [term("levels", level) for level in product.levels]
    sectors = [term("sectors", sector) for sector in product.sectors]
    return CardElsewhere(
        address=product.address,
        title=product.title,
        summary=product.summary,
        language=product.language if other else None,
        said_language=term("languages", product.language) if other else "",
        site=there.site.name,
        type=product.type,
        kind=term("product-types", product.type),
        status=term("statuses", product.status),
        time=minutes + times,
        levels=" – ".join(dict.fromkeys((years[0], years[-1]))) if years else ", ".join(sectors),
        themes=tuple(term("themes", theme) for theme in product.themes[:MOST_THEMES]),
    )
