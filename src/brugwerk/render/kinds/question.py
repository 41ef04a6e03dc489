"""What schools ask networks: each question at an address of its own, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.derive.travels import SchoolQuestion, answered, questions, waiting
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
class QuestionListView:
    """What the list of questions shows: those that wait, and those with an answer."""

    open_questions: tuple[SchoolQuestion, ...]
    answered: tuple[SchoolQuestion, ...]


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the list of questions and the page of each."""
    say = templates.translator.text
    asked = questions(catalogue)
    yield Page(
        address=templates.addresses.questions,
        kind="question-list",
        title=say("Questions from schools"),
        description=say("What schools ask the networks, and what the networks answer."),
        view=QuestionListView(waiting(asked), answered(asked)),
        language=templates.settings.language,
        in_search=False,
    )
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
