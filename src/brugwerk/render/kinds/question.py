"""What schools ask networks: each question at an address of its own, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.derive.travels import SchoolQuestion, answered, questions, waiting
from brugwerk.render.long_lists import Beside, Cut, Stretch, by_name, pages_of_parts, stretches
from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class QuestionView:
    """What the page of a question shows."""

    asked: SchoolQuestion


@dataclass(frozen=True)
class Group:
    """Questions that wait (``open``) or that have an answer (``beantwoord``).

    Attributes:
        kind: Which of the two; also its anchor.
        questions: The questions; none where there are too many for this page.
        contents: The parts that hold them instead, by the products that they are about.
    """

    kind: str
    questions: tuple[SchoolQuestion, ...]
    contents: tuple[Stretch, ...] = ()


_BY_PRODUCT: Cut[SchoolQuestion] = by_name(lambda asked: asked.product.record.title)


@dataclass(frozen=True)
class QuestionListView:
    """What the list of questions, or a part of it, shows.

    Attributes:
        groups: Those that wait, and those with an answer.
        beside: Where this part stands in the list.
    """

    groups: tuple[Group, ...]
    beside: Beside | None = None


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the list of questions and the page of each."""
    say = templates.translator.text
    asked = questions(catalogue)
    yield from _lists(asked, templates)
    for one in asked:
        yield Page(
            address=templates.addresses.question(one.school.id, one.product.id),
            kind="question",
            title=say("Question of {school} about {product}").format(
                school=one.school.record.name, product=one.product.record.title
            ),
            description=partial(templates.plain, one.question.text),
            view=QuestionView(one),
            source=one.adoption.source.file,
            # Search finds question and answer on the transfer page.
            in_search=False,
        )


def _lists(asked: tuple[SchoolQuestion, ...], templates: Templates) -> Iterator[Page]:
    say, at = templates.translator.text, templates.addresses
    listed = Page(
        address=at.questions,
        kind="question-list",
        title=say("Questions from schools"),
        description=say("What schools ask the networks, and what the networks answer."),
        view=None,
        language=templates.settings.language,
        in_search=False,
    )
    groups, of_groups = [], {}
    for kind, ordered in (("open", waiting(asked)), ("beantwoord", answered(asked))):
        # Of many, those about one product are looked for; of few, what is most pressing or newest.
        held = {id(one) for one in ordered}
        by_product = tuple(one for one in asked if id(one) in held)
        parts = _BY_PRODUCT.parts(by_product, f"{at.questions}{kind}/", at)
        groups.append(Group(kind, () if parts else ordered, stretches(parts)))
        of_groups[kind] = parts
    yield replace(listed, view=QuestionListView(tuple(groups)))
    for kind, parts in of_groups.items():
        yield from pages_of_parts(listed, parts, partial(_part, kind), f"#{kind}")


def _part(kind: str, held: tuple[SchoolQuestion, ...], beside: Beside) -> QuestionListView:
    return QuestionListView((Group(kind, held),), beside)
