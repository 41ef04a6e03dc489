"""How a day that passed is told: in calm words, with the place where it may be picked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.derive.passed import Kind, Passed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import PurePosixPath

    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class Told:
    """A day that passed, in the language of the site.

    Attributes:
        kind: What was meant to happen.
        day: The day.
        title: What it is about, as plain text.
        sentence: What was meant to happen, as plain text.
        address: Where it stands on the site.
        file: The file of the record.
    """

    kind: str
    day: date
    title: str
    sentence: str
    address: str
    file: PurePosixPath


def told(found: Iterable[Passed], templates: Templates) -> tuple[Told, ...]:
    """Put days that passed into words, in the order in which they are given."""
    return tuple(
        Told(
            kind=item.kind.value,
            day=item.day,
            title=_title(item, templates),
            sentence=_sentence(item, templates),
            address=_address(item, templates),
            file=item.file,
        )
        for item in found
    )


def _title(item: Passed, templates: Templates) -> str:
    say = templates.translator.text
    if item.reflection:
        network, day = item.reflection
        title = say("Reflection of {day}").format(day=templates.translator.day(day))
        return f"{title}, {network.record.title}"
    product = item.product.record.title if item.product else ""
    if item.school:
        return say("{product} at {school}").format(product=product, school=item.school.record.name)
    return product


def _sentence(item: Passed, templates: Templates) -> str:
    says = templates.translator
    say, month, day = says.text, says.month(item.day), says.day(item.day)
    match item.kind:
        case Kind.REVIEW:
            return say("The makers meant to look at this again before {month}.").format(month=month)
        case Kind.LOOK_BACK:
            return say("In {month} the school meant to look back on this.").format(month=month)
        case Kind.QUESTION:
            return say("The school hoped for an answer by {day}.").format(day=day)
        case Kind.ADJUSTMENT:
            return say(
                "From {day} on the network meant to do this differently. How did it go?"
            ).format(day=day)
        case Kind.STEP:
            what = item.step.what.rstrip(".") if item.step else ""
            role = templates.term("roles", item.step.role) if item.step else ""
            return say("This step was meant for {month}: {step} ({role}).").format(
                month=month, step=what, role=role
            )


def _address(item: Passed, templates: Templates) -> str:
    at = templates.addresses
    if item.reflection:
        network, day = item.reflection
        return f"{at.reflection(network.id, day.isoformat())}#bijsturing"
    product = item.product.id if item.product else ""
    if item.school is None:
        return at.product(product)
    anchor = "terug-naar-het-netwerk" if item.kind is Kind.QUESTION else "stappen"
    return f"{at.transfer(item.school.id, product)}#{anchor}"
