"""The text that GitHub makes of a form, and the forms of the repository's own lists."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from brugwerk.check import check_site
from brugwerk.contribute.from_issue import Proposal, propose
from brugwerk.contribute.issue_forms import IssueForm, issue_forms
from brugwerk.contribute.issue_text import read_issue
from brugwerk.contribute.questions import Element
from tests.builders import REPOSITORY, VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path, PurePosixPath

    from brugwerk.contribute.questions import Question

PROMISES = "*"
ADOPTION = {
    "product": "proefles",
    "school": "de-proefschool",
    "version": "1.1",
    "stage": "verkennen",
    "need": "Leerlingen vragen weinig.",
    "bridge-role": "leraar",
    "bridge-mandate": "Mag een kwartier inplannen.",
    "bridge-time": "een uur per maand",
    "next_step-what": "De les bekijken",
    "next_step-role": "leraar",
    "next_step-date": "14-10-2026",
    "agreed": PROMISES,
}
PRODUCT = {
    "title": "Een maand lang de maan tekenen",
    "summary": "Voor groep 5. Leerlingen ontdekken zelf hoe de vorm verandert.",
    "type": "les",
    "agreed": PROMISES,
}


@cache
def forms(language: str = "nl") -> dict[str, IssueForm]:
    """The forms made of the repository's controlled lists."""
    assert VOCABULARY.is_dir()
    return issue_forms(check_site(REPOSITORY).entries.vocabulary, language)


def as_github_writes(form: IssueForm, answers: Mapping[str, str]) -> str:
    """Write answers as the text of an issue.

    Args:
        form: The form.
        answers: By the id of a question; choices of several are separated by ``|``.
    """
    assert set(answers) <= {question.id for question in form.questions}
    return "\n\n".join(
        f"### {question.label}\n\n{_answer(question, answers.get(question.id, ''))}"
        for question in form.questions
    )


def _answer(question: Question, text: str) -> str:
    if question.element is Element.CHECKBOXES:
        ticks = {o.text for o in question.options} if text == PROMISES else set(text.split("|"))
        return "\n".join(
            f"- [{'x' if option.text in ticks else ' '}] {option.text}"
            for option in question.options
        )
    if question.many and question.options:
        text = ", ".join(part for part in text.split("|") if part)
    return text or "_No response_"


def proposed(root: Path, form: IssueForm, text: str, file: PurePosixPath) -> Proposal:
    """Make a proposal of a text for the site below ``root``."""
    return propose(check_site(root).entries, form, read_issue(text, form, file))
