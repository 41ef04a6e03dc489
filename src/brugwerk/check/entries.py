"""Typed records that are still tied to their file, so that every problem can name its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from brugwerk.problems import Problem
from brugwerk.records.fields import Shape
from brugwerk.records.kinds import RECORD_KINDS
from brugwerk.records.moves import Redirects

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from brugwerk.problems.problem import Wording
    from brugwerk.read.front_matter import Source
    from brugwerk.read.site import RawSite
    from brugwerk.read.yaml_text import KeyPath
    from brugwerk.records.adoption import Adoption
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.reflection import Reflection
    from brugwerk.records.school import School
    from brugwerk.records.sharing import KeptCatalogue
    from brugwerk.records.vocabulary import Vocabulary
    from brugwerk.settings import Settings

RecordShape = TypeVar("RecordShape", bound=Shape)

# Nobody writes a kept version; it is no kind of its own to those who contribute.
KINDS: dict[str, type[Shape]] = {
    **{kind.id: kind.shape for kind in RECORD_KINDS.values()},
    "version": RECORD_KINDS["product"].shape,
}


@dataclass(frozen=True)
class Entry(Generic[RecordShape]):
    """A record of sound shape, with its file."""

    record: RecordShape
    id: str
    owner: str
    source: Source

    def problem(
        self, code: str, path: KeyPath = (), *, of_key: bool = False, **facts: str | Wording
    ) -> Problem:
        """Report ``code`` at the value at ``path`` in the front matter, or at its key."""
        return Problem(code, self.source.place(path, of_key=of_key), facts)


@dataclass
class Entries:
    """All records of sound shape, and the ids of those that exist but are not sound.

    Attributes:
        raw: The site as it was read.
        vocabulary: The controlled lists.
        settings: The site's settings.
        products, networks, schools: By id.
        reflections: By network and date.
        adoptions: By school and product.
        versions: Kept versions of products, by product and version.
        broken: ``(kind, owner, id)`` of records that exist but have a problem of reading or shape.
        today: The day that the records are seen from; none where nothing can be called past.
        redirects: Where former addresses lead, as ``redirects.yml`` says.
        elsewhere: What is kept of other sites, by their id in the settings.
    """

    raw: RawSite
    vocabulary: Vocabulary
    settings: Settings
    products: dict[str, Entry[Product]] = field(default_factory=dict)
    networks: dict[str, Entry[Network]] = field(default_factory=dict)
    schools: dict[str, Entry[School]] = field(default_factory=dict)
    reflections: dict[tuple[str, str], Entry[Reflection]] = field(default_factory=dict)
    adoptions: dict[tuple[str, str], Entry[Adoption]] = field(default_factory=dict)
    versions: dict[tuple[str, str], Entry[Product]] = field(default_factory=dict)
    broken: set[tuple[str, str, str]] = field(default_factory=set)
    today: date | None = None
    redirects: Redirects = field(default_factory=Redirects)
    elsewhere: Mapping[str, KeptCatalogue] = field(default_factory=dict)

    def home(self, kind: str) -> dict[Any, Any]:
        """Return where records of ``kind`` are kept, by id, or by owner and id."""
        homes: dict[str, dict[Any, Any]] = {
            "product": self.products,
            "network": self.networks,
            "school": self.schools,
            "reflection": self.reflections,
            "adoption": self.adoptions,
            "version": self.versions,
        }
        return homes[kind]

    def every_version(self) -> tuple[Entry[Product], ...]:
        """Return the products, and their earlier versions, which are read as well."""
        return (*self.products.values(), *self.versions.values())

    def ids(self, kind: str) -> set[str]:
        """Return the ids of every record of ``kind`` that has a file, sound or not."""
        return {*self.home(kind), *(record_id for k, _, record_id in self.broken if k == kind)}
