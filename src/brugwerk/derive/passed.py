"""Days that records named and that lie behind us, so that somebody may pick them up again.

Nothing here blames: a day that passed is a reason to look, and no more. Without a today nothing
is past.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from brugwerk.derive.transfer import steps_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import PurePosixPath

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.adoption import Adoption, Step
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.school import School


class Kind(StrEnum):
    """What was meant to happen on a day."""

    REVIEW = "review"
    LOOK_BACK = "look-back"
    STEP = "step"
    QUESTION = "question"
    ADJUSTMENT = "adjustment"


@dataclass(frozen=True)
class Passed:
    """One day that passed.

    Attributes:
        kind: What was meant to happen.
        day: The day that the record names.
        file: The file of the record.
        networks: The networks that it concerns.
        product: The product; none for a reflection.
        school: The school; none where the makers or the network act.
        reflection: The network and the day of a reflection; none for the rest.
        step: The step, where it is one.
    """

    kind: Kind
    day: date
    file: PurePosixPath
    networks: tuple[str, ...]
    product: Entry[Product] | None = None
    school: Entry[School] | None = None
    reflection: tuple[Entry[Network], date] | None = None
    step: Step | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What it is about, from the widest to the narrowest: the order of the alphabet."""
        found = [self.product.record.title if self.product else ""]
        if self.reflection:
            found = [self.reflection[0].record.title]
        if self.school:
            found.append(self.school.record.name)
        return tuple(found)


def reviews(catalogue: Catalogue) -> Iterator[Passed]:
    """Yield the products at which the makers meant to look again."""
    if (today := catalogue.today) is None:
        return
    for entry in catalogue.products.values():
        record = entry.record
        if record.status != "retired" and record.review_by and record.review_by < today:
            file = entry.source.file
            yield Passed(Kind.REVIEW, record.review_by, file, record.networks, entry)


def school_days(catalogue: Catalogue) -> Iterator[Passed]:
    """Yield what schools meant to do, and the questions for which they wait."""
    if (today := catalogue.today) is None:
        return
    for (school, product), entry in catalogue.adoptions.items():
        made = catalogue.products[product]
        for kind, day, step in _days(entry.record, catalogue):
            if day < today:
                yield Passed(
                    kind,
                    day,
                    entry.source.file,
                    made.record.networks,
                    made,
                    catalogue.schools[school],
                    step=step,
                )


def _days(adoption: Adoption, catalogue: Catalogue) -> Iterator[tuple[Kind, date, Step | None]]:
    question = adoption.question
    if question and question.deadline and not question.answer:
        yield Kind.QUESTION, question.deadline, None
    # A school that stopped or declined has nothing to look back on any more.
    if catalogue.vocabulary.stage(adoption.stage).order is None:
        return
    if adoption.look_back:
        yield Kind.LOOK_BACK, adoption.look_back, None
    for step in steps_in_order(adoption):
        if not step.done:
            yield Kind.STEP, step.date, step


def adjustments(catalogue: Catalogue) -> Iterator[Passed]:
    """Yield adjustments of running networks on which no later reflection looked back."""
    if (today := catalogue.today) is None:
        return
    # By the day as it is written, ``2026-02-04``: in order of text is in order of time.
    latest: dict[str, str] = {}
    for network, day in catalogue.reflections:
        latest[network] = max(day, latest.get(network, ""))
    for (network, day), entry in catalogue.reflections.items():
        owner = catalogue.networks[network]
        meant = entry.record.adjustment.date
        if owner.record.status == "closed" or meant >= today or latest[network] >= str(meant):
            continue
        told = (owner, date.fromisoformat(day))
        yield Passed(Kind.ADJUSTMENT, meant, entry.source.file, (network,), reflection=told)


def all_passed(catalogue: Catalogue) -> tuple[Passed, ...]:
    """Return everything that passed, by date, and within a day in order of the alphabet."""
    found = (*reviews(catalogue), *school_days(catalogue), *adjustments(catalogue))
    return tuple(sorted(found, key=_order))


def by_file(found: Iterable[Passed]) -> Mapping[PurePosixPath, tuple[Passed, ...]]:
    """Return what passed for each record that has any, by its file and in order of date."""
    groups: defaultdict[PurePosixPath, list[Passed]] = defaultdict(list)
    for item in sorted(found, key=_order):
        groups[item.file].append(item)
    return {file: tuple(items) for file, items in groups.items()}


def by_network(found: Iterable[Passed]) -> Mapping[str, tuple[Passed, ...]]:
    """Return what passed for each network that has any, in the order in which it is given."""
    groups: defaultdict[str, list[Passed]] = defaultdict(list)
    for item in found:
        for network in item.networks:
            groups[network].append(item)
    return {network: tuple(items) for network, items in groups.items()}


def _order(item: Passed) -> tuple[date, tuple[str, ...], str, str]:
    names = tuple(name.casefold() for name in item.names)
    return item.day, names, item.kind, item.step.what if item.step else ""
