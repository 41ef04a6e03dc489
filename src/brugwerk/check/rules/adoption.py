"""An adoption that a school can stand on: a version, a carrier, and what its stage asks for."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.check.shape import field_name
from brugwerk.problems.problem import Wording
from brugwerk.records.adoption import Adoption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry
    from brugwerk.problems import Problem
    from brugwerk.records.product import Product

Pair = tuple["Entry[Adoption]", "Entry[Product]"]


def _with_product(entries: Entries) -> Iterator[Pair]:
    for (_, product), entry in entries.adoptions.items():
        if product in entries.products:
            yield entry, entries.products[product]


def _with_version(entries: Entries) -> Iterator[Pair]:
    """Yield each adoption with the version it is about: as it was kept, or else the present one.

    A kept version that is not sound cannot say what it holds; its own problems come first.
    """
    for entry, product in _with_product(entries):
        key = (entry.id, entry.record.version)
        if ("version", *key) not in entries.broken:
            yield entry, entries.versions.get(key, product)


def versions_exist(entries: Entries) -> Iterator[Problem]:
    """A school adopts a version that the product has, or had."""
    for entry, product in _with_product(entries):
        versions = {change.version for change in product.record.changes}
        if product.record.version:
            versions.add(product.record.version)
        if entry.record.version not in versions:
            yield entry.problem(
                "BW510",
                ("version",),
                version=entry.record.version,
                allowed=", ".join(sorted(versions)) or "–",
            )


def stages_have_what_they_need(entries: Entries) -> Iterator[Problem]:
    """What a stage needs stands in ``vocabulary/stages.yml`` (domain rules 6 and 7)."""
    for entry in entries.adoptions.values():
        record = entry.record
        stage = entries.vocabulary.stage(record.stage)
        name = Wording(stage.label.nl, stage.label.en)
        for need in stage.needs:
            if need == "outside_users":
                if not any(entries.vocabulary.place(u.place).outside_network for u in record.users):
                    yield entry.problem("BW508", ("stage",), stage=name)
            elif need in Adoption.model_fields and not getattr(record, need):
                field = field_name(Adoption, (need,))
                yield entry.problem("BW511", ("stage",), field=field, stage=name)


def deputies_are_others(entries: Entries) -> Iterator[Problem]:
    """The deputy is another role than the bridge role."""
    for entry in entries.adoptions.values():
        deputy = entry.record.deputy
        if deputy and deputy.role == entry.record.bridge.role:
            yield entry.problem("BW512", ("deputy", "role"))


def elements_exist(entries: Entries) -> Iterator[Problem]:
    """Conditions, choices and deviations name parts of the product, each of the right kind."""
    for entry, product in _with_version(entries):
        core = {e.id for e in product.record.core}
        free = {e.id for e in product.record.adaptable}
        conditions = {c.id for c in product.record.conditions}
        record = entry.record
        for index, condition in enumerate(record.conditions):
            path = ("conditions", index, "condition")
            yield from _known(entry, "BW513", path, condition.condition, conditions)
        for index, choice in enumerate(record.choices):
            path = ("choices", index, "element")
            if choice.element in core:
                yield entry.problem("BW509", path, id=choice.element)
            else:
                yield from _known(entry, "BW514", path, choice.element, free)
        for index, deviation in enumerate(record.deviations):
            path = ("deviations", index, "element")
            yield from _known(entry, "BW515", path, deviation.element, core)


def _known(
    entry: Entry[Adoption], code: str, path: tuple[str | int, ...], name: str, allowed: set[str]
) -> Iterator[Problem]:
    if name not in allowed:
        suggestion = did_you_mean(nearest(name, allowed))
        names = ", ".join(sorted(allowed)) or "–"
        yield entry.problem(code, path, id=name, suggestion=suggestion, allowed=names)


def realised_follows_applied(entries: Entries) -> Iterator[Problem]:
    """Realised value that happened rests on applied value that happened (domain rule 9)."""
    for entry in entries.adoptions.values():
        happened = {v.kind for v in entry.record.value if v.state == "happened"}
        if "realised" in happened and "applied" not in happened:
            index = [(v.kind, v.state) for v in entry.record.value].index(("realised", "happened"))
            yield entry.problem("BW516", ("value", index, "kind"))


def history_ends_at_the_stage(entries: Entries) -> Iterator[Problem]:
    """The history runs in order of date and ends at the present stage."""
    for entry in entries.adoptions.values():
        history = entry.record.history
        if not history:
            continue
        if history[-1].stage != entry.record.stage:
            yield entry.problem("BW520", ("history", len(history) - 1, "stage"))
        for index, (before, after) in enumerate(itertools.pairwise(history)):
            if after.date < before.date:
                yield entry.problem("BW521", ("history", index + 1, "date"))


def students_leave(entries: Entries) -> Iterator[Problem]:
    """A bridge role that leaves after a year needs someone who stays."""
    for entry in entries.adoptions.values():
        if entry.record.bridge.role == "student":
            yield entry.problem("BW517", ("bridge", "role"))


def running_adoptions_are_looked_back_on(entries: Entries) -> Iterator[Problem]:
    """From trying out on, there is a date to look back."""
    for entry in entries.adoptions.values():
        order = entries.vocabulary.stage(entry.record.stage).order
        if order is not None and order >= 3 and entry.record.look_back is None:
            yield entry.problem("BW518", ("stage",))


def required_conditions_are_named(entries: Entries) -> Iterator[Problem]:
    """From preparing on, every required condition of the product has an answer."""
    for entry, product in _with_version(entries):
        order = entries.vocabulary.stage(entry.record.stage).order
        if order is None or order < 2:
            continue
        named = {c.condition for c in entry.record.conditions}
        for condition in product.record.conditions:
            if condition.need == "required" and condition.id not in named:
                path = ("conditions",) if entry.record.conditions else ("stage",)
                yield entry.problem(
                    "BW519", path, of_key=True, id=condition.id, what=condition.what
                )


def first_use_stays_close(entries: Entries) -> Iterator[Problem]:
    """An element that is free from round 2 is not changed before the school applies the product."""
    for entry, product in _with_version(entries):
        order = entries.vocabulary.stage(entry.record.stage).order
        rounds = {e.id: e.from_round for e in product.record.adaptable}
        for index, choice in enumerate(entry.record.choices):
            if rounds.get(choice.element, 1) > 1 and order is not None and order < 4:
                yield entry.problem("BW522", ("choices", index, "element"), id=choice.element)


RULES = (
    versions_exist,
    stages_have_what_they_need,
    deputies_are_others,
    elements_exist,
    realised_follows_applied,
    history_ends_at_the_stage,
    students_leave,
    running_adoptions_are_looked_back_on,
    required_conditions_are_named,
    first_use_stays_close,
)
