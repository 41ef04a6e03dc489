"""What changed in a product since the version that a school uses, and what that means there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.records.adoption import Adoption
    from brugwerk.records.elements import AdaptableElement, Condition, CoreElement
    from brugwerk.records.product import Product
    from brugwerk.records.vocabulary import StageTerm

    Part = CoreElement | AdaptableElement | Condition

# What of each kind of part is compared. Order is that of reading.
COMPARED = {
    "core": ("what", "why", "recognise", "without"),
    "adaptable": ("what", "options", "limit", "from_round"),
    "conditions": ("what", "need", "arrange"),
}
OTHER_HALF = {"core": "adaptable", "adaptable": "core"}
# From this stage on a school has done the product as described (``first_use_stays_close``).
APPLYING = 4


@dataclass(frozen=True)
class Rewording:
    """One key of a part that says something else now; none where it said or says nothing."""

    key: str
    before: str | int | tuple[str, ...] | None
    after: str | int | tuple[str, ...] | None


@dataclass(frozen=True)
class PartChange:
    """How one core element, adaptable element or condition differs between two versions.

    Attributes:
        list: ``core``, ``adaptable`` or ``conditions``: where it stands now, or stood where gone.
        how: ``added``, ``gone``, ``moved`` (from fixed to free or back) or ``reworded``.
        before, after: The part in either version.
        rewordings: What it says otherwise now.
    """

    list: str
    how: str
    before: Part | None
    after: Part | None
    rewordings: tuple[Rewording, ...] = ()


@dataclass(frozen=True)
class Consequence:
    """What a change asks of the school.

    Attributes:
        kind: ``choice-gone``, ``choice-fixed``, ``choice-limit``, ``choice-later``,
            ``deviation-gone``, ``deviation-free``, ``deviation-core``, ``new-core`` or
            ``new-condition``.
        what: The part that it is about.
        here: What the school chose or does differently; empty where it is not about that.
        now: The text of the new version that the school can hold against it; may be empty.
    """

    kind: str
    what: str
    here: str = ""
    now: str = ""


@dataclass(frozen=True)
class Since:
    """Everything that differs between the version in use and the present one."""

    changes: tuple[PartChange, ...]
    consequences: tuple[Consequence, ...]


def changes_since(before: Product, after: Product, adoption: Adoption, stage: StageTerm) -> Since:
    """Compare the version that a school uses with the present one.

    Args:
        before: The version in use.
        after: The present version.
        adoption: The school's record.
        stage: The stage it is at. A school that stopped or declined has nothing to reconsider.
    """
    follows = consequences(before, after, adoption, stage.order) if stage.order else ()
    return Since(part_changes(before, after), tuple(follows))


def part_changes(before: Product, after: Product) -> tuple[PartChange, ...]:
    """Return how the parts of two versions differ, in order of the later one, what is gone last."""
    found: list[PartChange] = []
    for name in COMPARED:
        old, new = _parts(before, name), _parts(after, name)
        elsewhere = _parts(before, OTHER_HALF[name]) if name in OTHER_HALF else {}
        for part_id, part in new.items():
            if part_id in old:
                if rewordings := _rewordings(name, old[part_id], part):
                    found.append(PartChange(name, "reworded", old[part_id], part, rewordings))
            elif part_id in elsewhere:
                found.append(PartChange(name, "moved", elsewhere[part_id], part))
            else:
                found.append(PartChange(name, "added", None, part))
        moved = _parts(after, OTHER_HALF[name]) if name in OTHER_HALF else {}
        found += [
            PartChange(name, "gone", part, None)
            for part_id, part in old.items()
            if part_id not in new and part_id not in moved
        ]
    return tuple(found)


def consequences(
    before: Product, after: Product, adoption: Adoption, order: int
) -> Iterator[Consequence]:
    """Yield what the later version asks of a school: choices, deviations, then what is new.

    Args:
        before: The version in use.
        after: The later version.
        adoption: The school's record.
        order: How far the school is.
    """
    yield from _of_choices(before, after, adoption, order)
    yield from _of_deviations(before, after, adoption)
    # Of what it chose in, a school has heard already that it is fixed now.
    known = {element.id for element in before.core} | {c.element for c in adoption.choices}
    for element in after.core:
        if element.id not in known:
            yield Consequence("new-core", element.what, now=element.why)
    needed = {c.id for c in before.conditions if c.need == "required"}
    for condition in after.conditions:
        if condition.need == "required" and condition.id not in needed:
            yield Consequence("new-condition", condition.what, now=condition.arrange or "")


def _of_choices(
    before: Product, after: Product, adoption: Adoption, order: int
) -> Iterator[Consequence]:
    old = {element.id: element for element in before.adaptable}
    free = {element.id: element for element in after.adaptable}
    fixed = {element.id: element for element in after.core}
    for choice in adoption.choices:
        if (was := old.get(choice.element)) is None:
            continue
        if (core := fixed.get(was.id)) is not None:
            yield Consequence("choice-fixed", core.what, choice.choice, core.why)
        elif (now := free.get(was.id)) is None:
            yield Consequence("choice-gone", was.what, choice.choice)
        else:
            if now.limit != was.limit:
                yield Consequence("choice-limit", now.what, choice.choice, now.limit)
            if now.from_round > was.from_round and order < APPLYING:
                yield Consequence("choice-later", now.what, choice.choice, str(now.from_round))


def _of_deviations(before: Product, after: Product, adoption: Adoption) -> Iterator[Consequence]:
    old = {element.id: element for element in before.core}
    fixed = {element.id: element for element in after.core}
    free = {element.id: element for element in after.adaptable}
    for deviation in adoption.deviations:
        if (was := old.get(deviation.element)) is None:
            continue
        if (element := free.get(was.id)) is not None:
            yield Consequence("deviation-free", element.what, deviation.change, element.limit)
        elif (now := fixed.get(was.id)) is None:
            yield Consequence("deviation-gone", was.what, deviation.change)
        elif (now.what, now.why) != (was.what, was.why):
            yield Consequence("deviation-core", now.what, deviation.change, now.why)


def _parts(product: Product, name: str) -> dict[str, Part]:
    return {part.id: part for part in getattr(product, name)}


def _rewordings(name: str, before: Part, after: Part) -> tuple[Rewording, ...]:
    return tuple(
        Rewording(key, getattr(before, key), getattr(after, key))
        for key in COMPARED[name]
        if getattr(before, key) != getattr(after, key)
    )
