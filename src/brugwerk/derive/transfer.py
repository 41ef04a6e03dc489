"""A transfer plan: a product and one school's adoption of it, brought together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.derive.changes_since import Since, changes_since
from brugwerk.records.fields import version_order

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.adoption import (
        Adoption,
        ArrangedCondition,
        Choice,
        Deviation,
        Step,
        Value,
    )
    from brugwerk.records.elements import AdaptableElement, Condition, CoreElement
    from brugwerk.records.keeping import Change
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.school import School


@dataclass(frozen=True)
class FixedPart:
    """A core element, with the school's deviation from it, if there is one."""

    element: CoreElement
    deviation: Deviation | None


@dataclass(frozen=True)
class FreePart:
    """An adaptable element, with the school's choice in it, if there is one."""

    element: AdaptableElement
    choice: Choice | None


@dataclass(frozen=True)
class ConditionHere:
    """A condition of the product, with how it stands at the school, if anyone said so."""

    condition: Condition
    here: ArrangedCondition | None


@dataclass(frozen=True)
class TransferPlan:
    """Everything a school needs to carry a product, or an empty sheet to fill in.

    Attributes:
        product: The product.
        school: The school; none on an empty sheet.
        adoption: The school's record; none on an empty sheet.
        used: The product as the school uses it: a kept version, or else the present one.
        kept: Whether ``used`` is what the school uses, and not the nearest to it that there is.
        fixed: The core elements of that version.
        free: Its adaptable elements.
        conditions: Its conditions, required ones first.
        steps: The school's dated steps in order of date, the next step among them.
        happened, hoped: The value story, what happened apart from what is hoped.
        newer: Change notes of versions after the one that the school uses, oldest first.
        since: How those versions differ from the one in use; none where that one is the present
            one or was not kept.
        networks: The networks that made the product.
        ended: Whether the school stopped or declined.
        replaced_by: What to look at instead of a retired product.
    """

    product: Entry[Product]
    school: Entry[School] | None
    adoption: Entry[Adoption] | None
    used: Product
    kept: bool
    fixed: tuple[FixedPart, ...]
    free: tuple[FreePart, ...]
    conditions: tuple[ConditionHere, ...]
    steps: tuple[Step, ...]
    happened: tuple[Value, ...]
    hoped: tuple[Value, ...]
    newer: tuple[Change, ...]
    since: Since | None
    networks: tuple[Entry[Network], ...]
    ended: bool
    replaced_by: Entry[Product] | None = None

    @property
    def not_arranged(self) -> tuple[ConditionHere, ...]:
        """The conditions that are not arranged, or of which nobody said anything."""
        return tuple(c for c in self.conditions if not c.here or c.here.arranged != "arranged")


def transfer_plan(catalogue: Catalogue, product_id: str, school_id: str | None) -> TransferPlan:
    """Bring a product and a school's adoption of it together.

    Args:
        catalogue: All sound records.
        product_id: The product.
        school_id: A school that adopted it, or none for an empty sheet.
    """
    product = catalogue.products[product_id]
    school = catalogue.schools[school_id] if school_id else None
    adoption = catalogue.adoptions[school_id, product_id] if school_id else None
    record = adoption.record if adoption else None
    deviations = {d.element: d for d in record.deviations} if record else {}
    choices = {c.element: c for c in record.choices} if record else {}
    arranged = {c.condition: c for c in record.conditions} if record else {}
    values = record.value if record else ()
    earlier = catalogue.earlier_versions(product_id).get(record.version) if record else None
    used = earlier.record if earlier else product.record
    newer = _newer(product.record, record)
    stage = catalogue.vocabulary.stage(record.stage) if record else None
    return TransferPlan(
        product=product,
        school=school,
        adoption=adoption,
        used=used,
        kept=earlier is not None or not newer,
        fixed=tuple(FixedPart(e, deviations.get(e.id)) for e in used.core),
        free=tuple(FreePart(e, choices.get(e.id)) for e in used.adaptable),
        conditions=tuple(
            ConditionHere(c, arranged.get(c.id))
            for c in sorted(used.conditions, key=lambda c: c.need != "required")
        ),
        steps=steps_in_order(record) if record else (),
        happened=tuple(v for v in values if v.state == "happened"),
        hoped=tuple(v for v in values if v.state != "happened"),
        newer=newer,
        since=changes_since(used, product.record, record, stage)
        if earlier and record and stage
        else None,
        networks=tuple(catalogue.networks[n] for n in product.record.networks),
        ended=bool(stage and stage.order is None),
        replaced_by=_replacement(product.record, catalogue),
    )


def _replacement(product: Product, catalogue: Catalogue) -> Entry[Product] | None:
    retirement = product.retirement
    if retirement is None or retirement.replaced_by is None:
        return None
    return catalogue.products[retirement.replaced_by]


def steps_in_order(adoption: Adoption) -> tuple[Step, ...]:
    """Return a school's dated steps in order of date, the next step among them."""
    steps = list(adoption.steps)
    if adoption.next_step and not any(
        (s.what, s.date) == (adoption.next_step.what, adoption.next_step.date) for s in steps
    ):
        steps.append(adoption.next_step)
    return tuple(sorted(steps, key=lambda step: step.date))


def _newer(product: Product, adoption: Adoption | None) -> tuple[Change, ...]:
    if adoption is None:
        return ()
    used = version_order(adoption.version)
    return tuple(c for c in product.changes if version_order(c.version) > used)
