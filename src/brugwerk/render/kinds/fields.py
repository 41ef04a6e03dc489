"""The reference for contributors: every key of every kind of record, each with an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.contribute.reference import KindReference, reference
from brugwerk.records.kinds import RECORD_KINDS
from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.records.kinds import RecordKind
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class FieldsView:
    """Every kind of record with its keys."""

    kinds: tuple[KindReference, ...]


def pages(_catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the page that explains every key."""
    yield page_of(RECORD_KINDS.values(), templates)


def page_of(kinds: Iterable[RecordKind], templates: Templates) -> Page:
    """Return the reference page of the given kinds of record."""
    says = templates.translator
    return Page(
        address=templates.addresses.fields,
        kind="fields",
        title=says.text("What every key holds"),
        description=says.text(
            "Every key of a product, network, school, adoption and reflection, with an example."
        ),
        view=lambda: FieldsView(
            tuple(reference(kind, templates.vocabulary, says) for kind in kinds)
        ),
        language=templates.settings.language,
        # Its examples would answer a teacher who searches for a lesson.
        in_search=False,
    )
