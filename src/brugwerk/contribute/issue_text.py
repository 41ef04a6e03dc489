"""Reading the text of an issue back into the answers of its form.

GitHub writes ``### Label``, an empty line and the answer, and ``_No response_`` where there is
none. People edit that text afterwards, so nothing in it is taken for granted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.contribute.questions import Element, Question
from brugwerk.problems import Place, Problem

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from brugwerk.contribute.issue_forms import IssueForm
    from brugwerk.problems.problem import Wording

_HEADING = re.compile(r"^###[ \t]+(?P<label>.*\S)[ \t]*$")
_NOTHING = "_No response_"
_EMPTY_BOX = re.compile(r"^\s*[-*] \[ \]")
_NOT_CHOSEN = "None"
# What the readers of records refuse too; a line feed and a tab are no surprise in an answer.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Answer:
    """What someone answered.

    Attributes:
        question: The question.
        text: The answer without empty lines around it; empty where there is none.
        line: The line of the issue's text on which it begins, or else that of its heading.
    """

    question: Question
    text: str
    line: int


@dataclass(frozen=True)
class Answers:
    """The answers of one issue.

    Attributes:
        file: What problems call the text.
        by_id: The answers to the questions that the text holds.
        problems: What stands in the text and is no answer, and what is missing.
    """

    file: PurePosixPath
    by_id: dict[str, Answer] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def said(self, question_id: str) -> str:
        """Return an answer, or nothing where the question was not answered."""
        answer = self.by_id.get(question_id)
        return answer.text if answer else ""

    def place(self, question_id: str) -> Place:
        """Return where an answer stands; the beginning of the text where there is none."""
        answer = self.by_id.get(question_id)
        return Place(self.file, answer.line) if answer else Place(self.file)


def shown(text: str) -> str:
    """Return the beginning of a stranger's text, fit to stand in a sentence of ours."""
    line = "".join(sign if sign.isprintable() else " " for sign in text)
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"


def read_issue(text: str, form: IssueForm, file: PurePosixPath) -> Answers:
    """Read the answers to a form from the text of an issue.

    Args:
        text: The text, with any kind of line ends.
        form: The form that the issue was made with.
        file: What problems call the text.

    Returns:
        The answers, and every problem of the text as a whole. Whether an answer is a good one is
        not judged here.
    """
    answers = Answers(file)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _Reading(form, answers).run(lines)
    if not answers.by_id:
        return Answers(file, {}, [Problem("BW921", Place(file), {"form": form.name})])
    for question in form.questions:
        if question.required and not answers.said(question.id):
            facts = {"question": question.label}
            answers.problems.append(Problem("BW924", answers.place(question.id), facts))
    for number, line in enumerate(lines, 1):
        if found := _INVISIBLE.search(line):
            answers.problems.append(Problem("BW016", Place(file, number, found.start() + 1)))
    return answers


class _Reading:
    """Goes through the lines once; a heading counts only by the label that it holds."""

    def __init__(self, form: IssueForm, answers: Answers) -> None:
        self.labels = {question.label: question for question in form.questions}
        self.answers = answers
        self.question: Question | None = None
        self.passing_by = False
        self.heading_line = 0
        self.kept: list[str] = []
        # Headings inside a long answer: its own, or those of a question that someone renamed.
        self.inside: list[tuple[int, str]] = []

    def run(self, lines: list[str]) -> None:
        for number, line in enumerate(lines, 1):
            heading = _HEADING.match(line)
            if heading and heading["label"] in self.labels:
                self._close()
                self._open(self.labels[heading["label"]], number)
            elif heading and not self._is_long():
                self._close()
                self.passing_by = True
                self._unknown(number, heading["label"])
            else:
                if heading:
                    self.inside.append((number, heading["label"]))
                self._keep(number, line)
        self._close()
        for number, label in self.inside:
            if self._meant(label):
                self._unknown(number, label)

    def _is_long(self) -> bool:
        return self.question is not None and self.question.element is Element.TEXTAREA

    def _open(self, question: Question, number: int) -> None:
        self.passing_by = question.id in self.answers.by_id
        if self.passing_by:
            place = Place(self.answers.file, number)
            self.answers.problems.append(Problem("BW923", place, {"question": question.label}))
            return
        self.question, self.heading_line = question, number

    def _keep(self, number: int, line: str) -> None:
        if self.question is not None:
            self.kept.append(line)
        elif line.strip() and not self.passing_by:
            self.passing_by = True
            place = Place(self.answers.file, number)
            self.answers.problems.append(Problem("BW925", place, {"found": shown(line)}))

    def _close(self) -> None:
        if self.question is not None:
            first = next((i for i, line in enumerate(self.kept) if line.strip()), 0)
            text = "\n".join(self.kept[first:]).rstrip()
            line = self.heading_line + 1 + first
            if _says_nothing(text, self.question):
                text, line = "", self.heading_line
            self.answers.by_id[self.question.id] = Answer(self.question, text, line)
        self.question, self.kept = None, []

    def _meant(self, label: str) -> str | None:
        missing = [name for name, q in self.labels.items() if q.id not in self.answers.by_id]
        return nearest(label, missing)

    def _unknown(self, number: int, label: str) -> None:
        place = Place(self.answers.file, number)
        facts: dict[str, str | Wording] = {"found": shown(label)}
        facts["suggestion"] = did_you_mean(self._meant(label))
        self.answers.problems.append(Problem("BW922", place, facts))


def _says_nothing(text: str, question: Question) -> bool:
    if text.strip() in {"", _NOTHING}:
        return True
    if not question.options:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    return text.strip() == _NOT_CHOSEN or all(_EMPTY_BOX.match(line) for line in lines)
