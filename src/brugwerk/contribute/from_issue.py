"""From the text of an issue to a record: answers in their places, checked as part of the site.

What someone wrote is only ever data: it is quoted as YAML or stands in the text below it, and the
path of the file is made of ids that were looked up or made by us.
"""

from __future__ import annotations

import tempfile
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from brugwerk.check.everything import check_read
from brugwerk.contribute.answer_values import Names, Values, ticked
from brugwerk.contribute.front_matter import front_matter
from brugwerk.contribute.ids import id_from
from brugwerk.contribute.issue_forms import AGREED, BODY, IssueForm
from brugwerk.problems import Place, Problem, Severity
from brugwerk.problems.catalogue import severity_of
from brugwerk.problems.problem import Wording
from brugwerk.read.front_matter import Source, read_front_matter
from brugwerk.read.site import RawRecord
from brugwerk.records.description import FieldKind, describe
from brugwerk.records.kinds import RECORD_KINDS

if TYPE_CHECKING:
    from brugwerk.check import Entries
    from brugwerk.contribute.issue_text import Answer, Answers
    from brugwerk.read.site import RawSite
    from brugwerk.read.yaml_text import KeyPath
    from brugwerk.records.vocabulary import Vocabulary

# A key is missing, or one that a stage needs.
_MISSING = frozenset({"BW101", "BW511"})


@dataclass(frozen=True)
class Proposal:
    """A record made of an issue.

    Attributes:
        file: Its path below the site's root; none where no place could be found for it.
        text: What the file would hold.
        problems: What the check says of it, each at the line of the answer that it comes from.
    """

    file: PurePosixPath | None
    text: str
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether the record can be written."""
        wrong = any(severity_of(problem) is Severity.ERROR for problem in self.problems)
        return self.file is not None and not wrong


def propose(entries: Entries, form: IssueForm, answers: Answers) -> Proposal:
    """Make the record that an issue proposes, and check it as a part of the site.

    Args:
        entries: The site. The record is added to what was read of it, and nothing to the disk.
        form: The form, which says what kind of record its answers become.
        answers: The answers.

    Returns:
        The record with every problem of the issue and of the record, in order of line.
    """
    raw = entries.raw
    values = Values(Names.of(raw), answers.file)
    read = {answer.question.id: values.of(answer) for answer in answers.by_id.values()}
    problems = [
        *answers.problems,
        *values.problems,
        *_promises(form, answers),
        *_left_open(form, answers),
        *_open_for_the_stage(entries.vocabulary, form, answers, read),
    ]
    key, found = _key(form, answers, read)
    problems += found
    if key is None:
        return Proposal(None, "", _in_order(problems))
    owner, record_id = key
    file = PurePosixPath(RECORD_KINDS[form.record].file(record_id, owner))
    if _exists(raw, form.record, key):
        place = answers.place("product" if owner else "title")
        problems.append(Problem("BW930", place, {"file": str(file)}))
        return Proposal(None, "", _in_order(problems))
    record = _record(form, answers, read)
    text = front_matter(record)
    if body := answers.said(BODY):
        text += f"\n{body}\n"
    source, found = _as_read(text, file)
    raw.records.append(RawRecord(form.record, record_id, owner, source))
    if form.record == "product":
        raw.attachments[record_id] = {}
    found += [p for p in check_read(raw).problems if p.place.file == file]
    lines = _Lines(source, answers)
    # What an answer left open is said at its question, where the check can only name a key.
    if problems:
        found = [problem for problem in found if problem.code not in _MISSING]
    problems += [Problem(p.code, lines.of(p.place), p.facts) for p in found]
    return Proposal(file, text, _in_order(problems))


def write(root: Path, proposal: Proposal) -> None:
    """Write a sound proposal to its place.

    Raises:
        ValueError: The proposal is not sound.
        FileExistsError: Something stands in its place since it was checked.
    """
    if proposal.file is None or not proposal.sound:
        raise ValueError("a proposal with errors is not written")
    path = root / proposal.file
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(proposal.text)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=Problem.sort_key))


def _promises(form: IssueForm, answers: Answers) -> list[Problem]:
    answer = answers.by_id.get(AGREED)
    if answer is None or not answer.text:
        return []
    (question,) = (question for question in form.questions if question.id == AGREED)
    kept = ticked(answer)
    return [
        Problem("BW932", Place(answers.file, answer.line), {"promise": option.text})
        for option in question.options
        if option.text not in kept
    ]


def _left_open(form: IssueForm, answers: Answers) -> list[Problem]:
    """Report the open questions of a group of which another one was answered."""
    begun = {a.question.path[0] for a in answers.by_id.values() if a.text and a.question.path}
    return [
        Problem("BW924", answers.place(question.id), {"question": question.label})
        for question in form.questions
        if len(question.path) > 1
        and question.path[0] in begun
        and not question.required
        and not answers.said(question.id)
    ]


def _open_for_the_stage(
    vocabulary: Vocabulary, form: IssueForm, answers: Answers, read: dict[str, Any]
) -> list[Problem]:
    """Report the open questions that the chosen stage asks for."""
    if not read.get("stage"):
        return []
    stage = vocabulary.stage(read["stage"])
    begun = {a.question.path[0] for a in answers.by_id.values() if a.text and a.question.path}
    name = Wording(stage.label.nl, stage.label.en)
    return [
        Problem("BW928", answers.place(question.id), {"question": question.label, "stage": name})
        for question in form.questions
        if question.path and question.path[0] in {*stage.needs} - begun
    ]


def _key(
    form: IssueForm, answers: Answers, read: dict[str, Any]
) -> tuple[tuple[str, str] | None, list[Problem]]:
    """Return the owner and the id of the record; the owner is empty where it has none."""
    if owner_kind := RECORD_KINDS[form.record].owner:
        owner, record_id = read.get(owner_kind), read.get("product")
        return ((owner, record_id) if owner and record_id else None), []
    title = answers.said("title")
    if not title:
        return None, []
    if record_id := id_from(title):
        return ("", record_id), []
    return None, [Problem("BW931", answers.place("title"), {"question": _label(form, "title")})]


def _label(form: IssueForm, question_id: str) -> str:
    return next(question.label for question in form.questions if question.id == question_id)


def _exists(raw: RawSite, kind: str, key: tuple[str, str]) -> bool:
    known = {(r.owner, r.id) for r in raw.records if r.kind == kind}
    known |= {(owner, record_id) for k, owner, record_id in raw.unreadable if k == kind}
    owner, record_id = key
    return key in known or (raw.root / RECORD_KINDS[kind].file(record_id, owner)).exists()


def _record(form: IssueForm, answers: Answers, read: dict[str, Any]) -> dict[str, Any]:
    """Put the answers in their places, in the order of the record's keys."""
    found: dict[str, Any] = dict(form.fixed)
    for answer in answers.by_id.values():
        value = read[answer.question.id]
        if answer.question.path and value is not None:
            _put(found, answer.question.path, value)
    fields = describe(RECORD_KINDS[form.record].shape)
    for about in fields:
        if about.kind is FieldKind.GROUP and about.many and about.key in found:
            found[about.key] = [_with_id(about.fields, item) for item in found[about.key]]
    return {about.key: found[about.key] for about in fields if about.key in found}


def _put(record: dict[str, Any], path: KeyPath, value: Any) -> None:
    key, *rest = path
    if not rest:
        record[str(key)] = value
    elif rest[0] == 0:
        _put(record.setdefault(str(key), [{}])[0], tuple(rest[1:]), value)
    else:
        _put(record.setdefault(str(key), {}), tuple(rest), value)


def _with_id(fields: tuple[Any, ...], item: dict[str, Any]) -> dict[str, Any]:
    """Give an element the id that its first text makes, where its kind has one."""
    own = [about.key for about in fields if about.required and about.kind is FieldKind.ID]
    text = next((value for value in item.values() if isinstance(value, str)), "")
    made = "-".join(id_from(text).split("-")[:4]) or "1"
    return {**dict.fromkeys(own, made), **item}


def _as_read(text: str, file: PurePosixPath) -> tuple[Source, list[Problem]]:
    """Read a record that is not on disk yet, with the positions of its keys."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, "record.md")
        written.write_text(text, encoding="utf-8", newline="\n")
        return read_front_matter(written, file)


class _Lines:
    """Which answer each line of a record comes from."""

    def __init__(self, source: Source, answers: Answers) -> None:
        self.source, self.answers = source, answers
        starts: dict[int, Answer] = {}
        for answer in answers.by_id.values():
            path = answer.question.path
            for depth in range(1, len(path) + 1) if path and answer.text else ():
                # The line of a group's key belongs to the first of its answers.
                starts.setdefault(source.place(path[:depth], of_key=True).line, answer)
        self.starts = sorted(starts)
        self.answer_at = starts

    def of(self, place: Place) -> Place:
        """Return the place in the issue for a place in the record."""
        body = self.answers.by_id.get(BODY)
        if body and body.text and place.line >= self.source.body_line:
            line = body.line + place.line - self.source.body_line
            return Place(self.answers.file, line, place.column)
        index = bisect_right(self.starts, place.line) - 1
        line = self.answer_at[self.starts[max(index, 0)]].line if self.starts else 1
        return Place(self.answers.file, line)
