"""What a school made of a product, as data for the school's own site."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from brugwerk.addresses import absolute, relative
from brugwerk.exports import adoption_shape as shape
from brugwerk.exports.export import Export
from brugwerk.render.kinds.transfer import TransferView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brugwerk.derive.transfer import ConditionHere, TransferPlan
    from brugwerk.exports.export import Ground
    from brugwerk.records.adoption import Adoption, QuestionBack
    from brugwerk.render.page import Page
    from brugwerk.render.templates import Templates


def adoption(page: Page, ground: Ground) -> Iterator[Export]:
    """Yield the file of an adoption beside its page."""
    view = page.view
    if isinstance(view, TransferView) and view.sharing and view.sharing.data:
        address = view.sharing.data
        yield Export(address, partial(_made, page, view.plan, address, ground.templates))


def _made(page: Page, plan: TransferPlan, address: str, templates: Templates) -> bytes:
    found = adoption_file(page, plan, address, templates)
    return f"{found.model_dump_json(indent=2, by_alias=True)}\n".encode()


def adoption_file(
    page: Page, plan: TransferPlan, address: str, templates: Templates
) -> shape.AdoptionFile:
    """Return what the file of an adoption holds.

    Args:
        page: The transfer page.
        plan: What it shows.
        address: Where the file stands; links are relative to it where the site does not know its
            own address.
        templates: For addresses, and for terms and texts in the language of the site.

    Raises:
        ValueError: The plan is an empty sheet.
    """
    if plan.adoption is None or plan.school is None:
        raise ValueError("an empty sheet is no adoption")
    record, school, product = plan.adoption.record, plan.school, plan.product
    at, root = templates.addresses, templates.settings.address
    folder = address.rpartition("/")[0] + "/"

    def to(target: str) -> str:
        return absolute(target, root) if root else relative(target, folder)

    def term(scheme: str, term_id: str) -> shape.Named:
        return shape.Named(id=term_id, label=templates.term(scheme, term_id))

    words = _optional(templates.in_plain_words)
    return shape.AdoptionFile(
        schema_=to(shape.SCHEMA),
        format=shape.FORMAT,
        language=templates.settings.language,
        as_of=page.as_of,
        page=to(page.address),
        embedded=to(at.embedded(page.address)),
        school=shape.SchoolOfFile(
            id=school.id,
            name=school.record.name,
            pseudonym=school.record.pseudonym,
            sector=term("sectors", school.record.sector),
            page=to(at.school(school.id)),
        ),
        product=shape.ProductOfFile(
            id=product.id,
            title=product.record.title,
            page=to(at.product(product.id)),
            version=product.record.version,
            license=product.record.license,
            networks=tuple(
                shape.Made(id=n.id, title=n.record.title, page=to(at.network(n.id)))
                for n in plan.networks
            ),
        ),
        version=record.version,
        stage=term("stages", record.stage),
        since=next((s.date for s in reversed(record.history) if s.stage == record.stage), None),
        ended=plan.ended,
        reason=words(record.reason),
        need=templates.in_plain_words(record.need),
        fit=words(record.fit),
        choices=_choices(plan, templates),
        deviations=_deviations(plan, templates),
        conditions=tuple(_condition(c, term, words) for c in plan.conditions),
        next_step=_next_step(record),
        look_back=record.look_back,
        anchored_in=words(record.anchored_in),
        value=tuple(
            shape.ValueOfFile(
                kind=term("value-kinds", v.kind),
                happened=v.state == "happened",
                text=templates.in_plain_words(v.text),
            )
            for v in (*plan.happened, *plan.hoped)
        ),
        question=_question(record.question, words) if record.question else None,
    )


def _optional(words: Callable[[str], str]) -> Callable[[str | None], str | None]:
    return lambda text: None if text is None else words(text)


def _choices(plan: TransferPlan, templates: Templates) -> tuple[shape.ChoiceOfFile, ...]:
    words = _optional(templates.in_plain_words)
    return tuple(
        shape.ChoiceOfFile(
            what=part.element.what,
            choice=templates.in_plain_words(part.choice.choice),
            reason=words(part.choice.reason),
        )
        for part in plan.free
        if part.choice
    )


def _deviations(plan: TransferPlan, templates: Templates) -> tuple[shape.DeviationOfFile, ...]:
    words = _optional(templates.in_plain_words)
    return tuple(
        shape.DeviationOfFile(
            what=part.element.what,
            change=templates.in_plain_words(part.deviation.change),
            reason=templates.in_plain_words(part.deviation.reason),
            effect=words(part.deviation.effect),
        )
        for part in plan.fixed
        if part.deviation
    )


def _condition(
    found: ConditionHere,
    term: Callable[[str, str], shape.Named],
    words: Callable[[str | None], str | None],
) -> shape.ConditionOfFile:
    here = found.here
    return shape.ConditionOfFile(
        what=found.condition.what,
        need=term("needs", found.condition.need),
        arranged=term("arranged", here.arranged) if here else None,
        how=words(here.how) if here else None,
    )


def _next_step(record: Adoption) -> shape.StepOfFile | None:
    step = record.next_step
    return shape.StepOfFile(what=step.what, date=step.date) if step else None


def _question(
    asked: QuestionBack, words: Callable[[str | None], str | None]
) -> shape.QuestionOfFile:
    return shape.QuestionOfFile(
        text=words(asked.text) or "",
        deadline=asked.deadline,
        answer=words(asked.answer),
        answered_on=asked.answered_on,
    )
