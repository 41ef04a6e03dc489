"""What visitors may filter on: per facet its values in order, and which a document has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from brugwerk.settings import THIS_SITE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brugwerk.catalogue import Catalogue
    from brugwerk.language import Translator
    from brugwerk.search.documents import Document

# The longest time of each step, in minutes; what takes longer comes after the last.
TIME_STEPS = (15, 30, 60)
LONGER = "langer"
# The words in addresses. Published links hold them: they are permanent, in any language.
PARAMETERS = {
    "kind": "soort",
    "type": "type",
    "theme": "thema",
    "level": "leerjaar",
    "duration": "tijd",
    "subject": "vak",
    "sector": "sector",
    "status": "status",
    "network": "netwerk",
    "format": "vorm",
    "stage": "stadium",
    "origin": "herkomst",
}
KIND_ORDER = (
    "product", "page", "network", "guide", "school", "transfer", "reflection",
)  # fmt: skip


@dataclass(frozen=True)
class FacetValue:
    """One choice: its id in addresses, and what people read."""

    id: str
    label: str


@dataclass(frozen=True)
class Facet:
    """One facet.

    Attributes:
        id: Its name in code, which is the key of a document's values.
        parameter: Its word in addresses; like all addresses, it does not follow the language.
        label: What people read.
        values: The choices that any document has, in the order of the controlled list.
    """

    id: str
    parameter: str
    label: str
    values: tuple[FacetValue, ...]


def time_steps(minutes: int) -> tuple[str, ...]:
    """Return the steps of the time facet that a length of time fits in, all of them.

    Who has half an hour also wants what takes ten minutes.
    """
    return tuple(str(step) for step in TIME_STEPS if minutes <= step) or (LONGER,)


def search_for(chosen: Mapping[str, Iterable[str]], words: str = "") -> str:
    """Return the search part of an address that asks for these choices.

    Args:
        chosen: The values per facet.
        words: What to search for as well.
    """
    asked = [("q", words)] if words else []
    asked += [(PARAMETERS[facet], value) for facet in PARAMETERS for value in chosen.get(facet, ())]
    return f"?{urlencode(asked)}" if asked else ""


def kind_labels(says: Translator) -> dict[str, str]:
    """Return what people call each kind of document."""
    labels = {
        "product": says.text("Products"),
        "page": says.text("Explanation"),
        "network": says.text("Networks"),
        "guide": says.text("Facilitation guides"),
        "school": says.text("Schools"),
        "transfer": says.text("Products at schools"),
        "reflection": says.text("Reflections"),
    }
    return {kind: labels[kind] for kind in KIND_ORDER}


def kind_names(says: Translator) -> dict[str, str]:
    """Return what people call one document of each kind."""
    names = {
        "product": says.text("product"),
        "page": says.text("explanation"),
        "network": says.text("network"),
        "guide": says.text("facilitation guide"),
        "school": says.text("school"),
        "transfer": says.text("product at a school"),
        "reflection": says.text("reflection"),
    }
    return {kind: names[kind] for kind in KIND_ORDER}


def facets_of(
    documents: Iterable[Document], catalogue: Catalogue, says: Translator
) -> tuple[Facet, ...]:
    """Return every facet with the values that occur.

    Args:
        documents: Everything that can be found.
        catalogue: For the controlled lists, and the names of networks.
        says: For the labels.
    """
    used: dict[str, set[str]] = {}
    for document in documents:
        for facet, values in document.facets.items():
            used.setdefault(facet, set()).update(values)
    steps = [
        *((str(step), says.number("at most {n} minute", "at most {n} minutes", step))
          for step in TIME_STEPS),
        (LONGER, says.text("longer than an hour")),
    ]  # fmt: skip

    def terms(scheme: str) -> list[tuple[str, str]]:
        found = catalogue.vocabulary.lists.get(scheme)
        listed = found.terms if found else ()
        return [
            (term.id, term.label.en if says.language == "en" else term.label.nl) for term in listed
        ]

    networks = [(network, entry.record.title) for network, entry in catalogue.networks.items()]
    sites = [(THIS_SITE, catalogue.settings.title)]
    sites += [(there.site.id, there.site.name) for there in catalogue.elsewhere]
    order: tuple[tuple[str, str, list[tuple[str, str]]], ...] = (
        ("kind", says.text("Kind"), list(kind_labels(says).items())),
        ("type", says.text("Type of product"), terms("product-types")),
        ("theme", says.text("Theme"), terms("themes")),
        ("level", says.text("School year"), terms("levels")),
        ("duration", says.text("Time per session"), steps),
        ("subject", says.text("Subject"), terms("subjects")),
        ("sector", says.text("Sector"), terms("sectors")),
        ("status", says.text("Status"), terms("statuses")),
        ("network", says.text("Network"), networks),
        ("format", says.text("Form of meeting"), terms("formats")),
        ("stage", says.text("Stage at a school"), terms("stages")),
        ("origin", says.text("On which site"), sites),
    )
    return tuple(
        Facet(
            facet,
            PARAMETERS[facet],
            label,
            tuple(FacetValue(i, name) for i, name in values if i in used.get(facet, ())),
        )
        for facet, label, values in order
        if used.get(facet)
    )
