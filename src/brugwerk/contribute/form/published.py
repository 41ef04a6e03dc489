"""What the form needs of the records of the site: whom to refer to, and a record to revise.

Only published records are in here, and of those nothing that is not in their public file.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry

CHOSEN_FROM = ("core", "adaptable", "conditions")


def entries(catalogue: Catalogue) -> Iterator[tuple[str, Entry[Any]]]:
    """Yield the kind and the entry of every published record."""
    for kind, records in (
        ("product", catalogue.products),
        ("network", catalogue.networks),
        ("school", catalogue.schools),
        ("adoption", catalogue.adoptions),
        ("reflection", catalogue.reflections),
    ):
        for entry in records.values():
            yield kind, entry


def whom_to_refer_to(catalogue: Catalogue) -> dict[str, Any]:
    """Return id and name of every product, network and school, and the ids of the rest.

    Args:
        catalogue: The sound records.
    """
    return {
        "product": [{"id": i, "label": e.record.title} for i, e in catalogue.products.items()],
        "network": [{"id": i, "label": e.record.title} for i, e in catalogue.networks.items()],
        "school": [{"id": i, "label": e.record.name} for i, e in catalogue.schools.items()],
        "adoption": [{"owner": owner, "id": i} for owner, i in catalogue.adoptions],
        "reflection": [{"owner": owner, "id": i} for owner, i in catalogue.reflections],
    }


def to_revise(entry: Entry[Any]) -> dict[str, Any]:
    """Return a record as its file says it, with dates as the file writes them."""
    return {"data": _plain(entry.source.data), "body": entry.source.body}


def kept_versions(catalogue: Catalogue, product: str) -> dict[str, Any]:
    """Return, by version, the parts of a product that a school with that version chooses from."""
    return {
        version: {key: _plain(entry.source.data.get(key, [])) for key in CHOSEN_FROM}
        for version, entry in catalogue.earlier_versions(product).items()
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
