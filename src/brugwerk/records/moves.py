"""What ``redirects.yml`` holds: pages that moved, and pages that are gone for good."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from brugwerk.records.fields import Day, Line, Many, Shape, Text, about

REDIRECTS_FILE = "redirects.yml"


def is_site_address(text: str) -> bool:
    """Return whether a text is an address below the root of the site, such as ``/scholen/``."""
    path = text.partition("#")[0]
    steps = path.split("/")
    return (
        path.startswith("/")
        and "" not in steps[1:-1]
        and not {".", ".."} & set(steps)
        and not set('?\\<>"\t') & set(text)
        and text.isprintable()
    )


def _site_address(value: str) -> str:
    if not is_site_address(value):
        raise PydanticCustomError("site_address", "not an address of this site")
    return value


def _one_or_more(value: tuple[str, ...]) -> tuple[str, ...]:
    # pydantic's own least length counts sound items only, and would complain twice.
    if not value:
        raise PydanticCustomError("too_short", "nothing is named")
    return value


SiteAddress = Annotated[Line, AfterValidator(_site_address)]


class Move(Shape):
    """A page, file or anchor that stands somewhere else now, or in several places."""

    old: SiteAddress = about("Het oude adres", "The old address", example="/producten/oude-naam/")
    new: Annotated[Many[SiteAddress], AfterValidator(_one_or_more)] = about(
        "Waar het nu staat", "Where it is now", example=["/producten/nieuwe-naam/"]
    )


class Gone(Shape):
    """A page, file or anchor that is gone, and that nothing took the place of."""

    old: SiteAddress = about("Het oude adres", "The old address", example="/scholen/een-school/")
    date: Day = about("Weg sinds", "Gone since", example="2026-11-02")
    reason: Text = about(
        "Waarom", "Why", example="De school vroeg ons om haar pagina weg te halen."
    )


class Redirects(Shape):
    """Where former addresses lead, as far as ``aliases`` of records do not say so."""

    moved: Many[Move] = about("Verhuisd", "Moved", default=())
    gone: Many[Gone] = about("Weg", "Gone", default=())
