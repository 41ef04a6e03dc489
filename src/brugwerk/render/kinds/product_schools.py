"""How schools use a product: on its page, or where there are many in parts beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.render import long_lists
from brugwerk.render.long_lists import Beside, Cut, Part, by_name, pages_of_parts
from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.adoption import Adoption
    from brugwerk.records.product import Product
    from brugwerk.records.school import School
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class InSchool:
    """An adoption of a product, with its school."""

    school: Entry[School]
    adoption: Adoption


@dataclass(frozen=True)
class ProductSchoolsView:
    """What a part of the schools of a product shows.

    Attributes:
        id: The product.
        schools: The schools in order of name.
        beside: Where this part stands.
    """

    id: str
    schools: tuple[InSchool, ...]
    beside: Beside


_BY_SCHOOL: Cut[InSchool] = by_name(lambda item: item.school.record.name)


def schools_of(product: str, catalogue: Catalogue) -> tuple[InSchool, ...]:
    """Return how each school uses a product, in order of the school's name."""
    return tuple(
        InSchool(catalogue.schools[e.owner], e.record) for e in catalogue.adoptions_of(product)
    )


def parts_of(
    product: str, schools: tuple[InSchool, ...], templates: Templates
) -> tuple[Part[InSchool], ...]:
    """Return the parts of the schools of a product; none where they fit on its page."""
    at = templates.addresses
    of = f"{at.product(product)}{templates.settings.path_words.schools}/"
    return _BY_SCHOOL.parts(schools, of, at, long_lists.PART)


def pages_of(entry: Entry[Product], catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield a page for each part; none where the page of the product holds them all."""
    say = templates.translator.text
    listed = Page(
        address=templates.addresses.product(entry.id),
        kind="product-schools",
        title=f"{say('How schools use it')}: {entry.record.title}",
        description=say("Schools that work with {product}.").format(product=entry.record.title),
        view=None,
        language=templates.settings.language,
    )
    yield from pages_of_parts(
        listed,
        parts_of(entry.id, schools_of(entry.id, catalogue), templates),
        lambda held, beside: ProductSchoolsView(entry.id, held, beside),
        "#in-scholen",
    )
