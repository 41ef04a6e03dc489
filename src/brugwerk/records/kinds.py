"""The kinds of record: their shape, their place among the files, and what people call them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from brugwerk.records.adoption import Adoption
from brugwerk.records.network import Network
from brugwerk.records.product import Product
from brugwerk.records.reflection import Reflection
from brugwerk.records.school import School
from brugwerk.records.vocabulary import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.records.fields import Shape


@dataclass(frozen=True)
class RecordKind:
    """One kind of record.

    Attributes:
        id: What the code calls it.
        shape: The pydantic model of its front matter.
        label: What people call it.
        path: Where its file stands, with ``{id}`` and, where a record belongs to another one,
            ``{owner}``.
        owner: The kind that ``{owner}`` is the id of; empty where there is none.
        named_by: What the id is made from: a key of the record, ``date``, or the kind of record
            whose id it shares.
    """

    id: str
    shape: type[Shape]
    label: Label
    path: str
    owner: str = ""
    named_by: str = "title"

    def file(self, record_id: str, owner: str = "") -> str:
        """Return the path of a record's file below the site's root."""
        return self.path.format(id=record_id, owner=owner)


_KINDS = (
    RecordKind("product", Product, Label(nl="Product", en="Product"), "products/{id}/index.md"),
    RecordKind("network", Network, Label(nl="Netwerk", en="Network"), "networks/{id}/index.md"),
    RecordKind(
        "reflection",
        Reflection,
        Label(nl="Reflectie", en="Reflection"),
        "networks/{owner}/reflections/{id}.md",
        "network",
        "date",
    ),
    RecordKind(
        "school", School, Label(nl="School", en="School"), "schools/{id}/index.md", named_by="name"
    ),
    RecordKind(
        "adoption",
        Adoption,
        Label(nl="Product op school", en="Product at a school"),
        "schools/{owner}/{id}.md",
        "school",
        "product",
    ),
)
RECORD_KINDS: Mapping[str, RecordKind] = MappingProxyType({kind.id: kind for kind in _KINDS})
