"""A school is public only when it agreed, and takes on no more than it can carry."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries
    from brugwerk.problems import Problem

NEW_AT_ONCE = 3


def named_schools_agreed(entries: Entries) -> Iterator[Problem]:
    """A school by its own name has recorded consent; a pseudonym carries no public number."""
    for entry in entries.schools.values():
        school = entry.record
        if not school.pseudonym and school.consent is None:
            yield entry.problem("BW501", ("name",))
        if school.pseudonym:
            for key in ("brin", "board"):
                if getattr(school, key):
                    yield entry.problem("BW504", (key,), of_key=True, key=key)


def few_new_products_at_once(entries: Entries) -> Iterator[Problem]:
    """More than three products in their first stages at one school ask too much of it."""
    new: dict[str, list[str]] = defaultdict(list)
    for (school, product), entry in entries.adoptions.items():
        order = entries.vocabulary.stage(entry.record.stage).order
        if order is not None and order <= 3:
            new[school].append(product)
    for school_id, products in new.items():
        if len(products) > NEW_AT_ONCE and school_id in entries.schools:
            yield entries.schools[school_id].problem(
                "BW503", ("name",), products=", ".join(sorted(products))
            )


RULES = (named_schools_agreed, few_new_products_at_once)
