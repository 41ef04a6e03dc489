"""An id means one record for ever: no alias may point at two, and no part may be named twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry
    from brugwerk.problems import Problem
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.school import School


def aliases_point_at_one_record(entries: Entries) -> Iterator[Problem]:
    """A former id is neither an id in use nor the former id of another record."""
    kinds: dict[str, dict[str, Entry[Product] | Entry[Network] | Entry[School]]] = {
        "product": {**entries.products},
        "network": {**entries.networks},
        "school": {**entries.schools},
    }
    for kind, records in kinds.items():
        owners: dict[str, str] = {record_id: record_id for record_id in entries.ids(kind)}
        for record_id, entry in records.items():
            for index, alias in enumerate(entry.record.aliases):
                if alias in owners:
                    path = ("aliases", index)
                    yield entry.problem("BW202", path, alias=alias, other=owners[alias])
                owners.setdefault(alias, record_id)


def parts_named_once(entries: Entries) -> Iterator[Problem]:
    """Within a record every element, condition and phase has a name of its own."""
    for product in entries.every_version():
        for key in ("core", "adaptable", "conditions"):
            names = [part.id for part in getattr(product.record, key)]
            yield from _twice(product, key, names, "id")
    for network in entries.networks.values():
        yield from _twice(network, "phases", [p.id for p in network.record.phases], "id")
    for adoption in entries.adoptions.values():
        record = adoption.record
        yield from _twice(adoption, "choices", [c.element for c in record.choices], "element")
        named = [c.condition for c in record.conditions]
        yield from _twice(adoption, "conditions", named, "condition")
    for reflection in entries.reflections.values():
        aspects = [talk.aspect for talk in reflection.record.aspects]
        yield from _twice(reflection, "aspects", aspects, "aspect")


def _twice(entry: Entry[Any], key: str, names: list[str], field: str) -> Iterator[Problem]:
    if len(set(names)) == len(names):
        return
    counted: Counter[str] = Counter()
    for index, name in enumerate(names):
        if counted[name]:
            yield entry.problem("BW206", (key, index, field), name=name, key=key)
        counted[name] += 1


RULES = (aliases_point_at_one_record, parts_named_once)
