"""What an answer means in a record: a term, a date, a length of time, the id of another record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from brugwerk.check.nearest import did_you_mean, nearest, nearest_key
from brugwerk.check.rules.references import KIND_NAMES
from brugwerk.contribute.issue_text import shown
from brugwerk.contribute.questions import Element
from brugwerk.problems import Place, Problem
from brugwerk.problems.problem import Wording
from brugwerk.records.description import FieldKind

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from brugwerk.contribute.issue_text import Answer
    from brugwerk.contribute.questions import Question
    from brugwerk.read.site import RawSite

_BOX = re.compile(r"^[-*] \[(?P<tick>[ xX])\][ \t]*(?P<text>.*)$")
_BULLET = re.compile(r"^(?:[-*•]|\d{1,2}[.)])[ \t]+")
_ISO_DAY = re.compile(r"^(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)$", re.ASCII)
_DAY = re.compile(r"^(?P<day>\d\d?)[-/. ](?P<month>\d\d?)[-/. ](?P<year>\d{4})$", re.ASCII)
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_TIME = re.compile(
    rf"^(?:(?P<hours>{_NUMBER})[ \t]*(?:u|uur|uren|h|hour|hours)\.?)?"
    r"(?:[ \t]*(?:en|and|,)?[ \t]*)"
    r"(?:(?P<minutes>\d{1,4})[ \t]*(?:m|min|minuut|minuten|minute|minutes)\.?)?$",
    re.ASCII | re.IGNORECASE,
)
_FORMS = {
    FieldKind.DATE: (Wording("een datum", "a date"), "14-10-2026"),
    FieldKind.DURATION: (Wording("een tijdsduur", "a length of time"), "50 min"),
    FieldKind.NUMBER: (Wording("een heel getal", "a whole number"), "3"),
}


@dataclass(frozen=True)
class Names:
    """How people may call a record: by id, former id, title or name.

    Attributes:
        by_kind: For each kind of record, the names of each id.
    """

    by_kind: dict[str, dict[str, tuple[str, ...]]]

    @classmethod
    def of(cls, raw: RawSite) -> Names:
        """Gather the names of every record of a site, sound or not."""
        found: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in KIND_NAMES}
        for record in raw.records:
            if record.kind in found:
                aliases = record.data.get("aliases")
                called = [record.data.get("title"), record.data.get("name")]
                called += aliases if isinstance(aliases, list) else []
                names = tuple(name for name in called if isinstance(name, str))
                found[record.kind][record.id] = (record.id, *names)
        return cls(found)

    def find(self, kind: str, text: str) -> str | None:
        """Return the id of the record of a kind that someone means, or none."""
        wanted = text.strip().casefold()
        if wanted.startswith(("http://", "https://")):
            try:
                path = unquote(urlsplit(wanted).path)
            except ValueError:
                return None
            wanted = path.strip("/").rpartition("/")[2]
        matching = [
            record_id
            for record_id, names in self.by_kind[kind].items()
            if wanted in {name.strip().casefold() for name in names}
        ]
        # Two records may bear one title; their ids are their own.
        return wanted if wanted in matching else next(iter(matching), None)


class Values:
    """Reads the values of answers, and collects a problem for each that cannot be read."""

    def __init__(self, names: Names, file: PurePosixPath) -> None:
        self.names = names
        self.file = file
        self.problems: list[Problem] = []

    def of(self, answer: Answer) -> Any:
        """Return what an answer means; none where it is empty or cannot be read."""
        question = answer.question
        if not answer.text:
            return None
        if question.options:
            return self._choices(answer)
        if question.many:
            items = [
                (answer.line + offset, _BULLET.sub("", line.strip()))
                for offset, line in enumerate(answer.text.split("\n"))
                if line.strip()
            ]
            values = [self._value(question, text, line) for line, text in items]
            return [value for value in values if value is not None] or None
        return self._value(question, answer.text, answer.line)

    def _value(self, question: Question, text: str, line: int) -> Any:
        if question.reference:
            return self._reference(question, text, line)
        readers = {
            FieldKind.DATE: _date,
            FieldKind.DURATION: _duration,
            FieldKind.NUMBER: _whole_number,
            FieldKind.VERSION: _version,
        }
        reader = readers.get(question.kind)
        if reader is None:
            return text
        value = reader(text.strip())
        if value is None:
            kind, example = _FORMS[question.kind]
            self._problem("BW927", line, question, text, kind=kind, example=example)
        return value

    def _reference(self, question: Question, text: str, line: int) -> str | None:
        found = self.names.find(question.reference, text)
        if found is None:
            close = nearest_key(text, self.names.by_kind[question.reference])
            kind = KIND_NAMES[question.reference]
            suggestion = did_you_mean(close)
            self._problem("BW929", line, question, text, kind=kind, suggestion=suggestion)
        return found

    def _choices(self, answer: Answer) -> Any:
        question = answer.question
        values = []
        for line, text in _chosen(answer):
            known = {option.text.casefold(): option.value for option in question.options}
            # Someone who edits the issue may know the term itself.
            known |= {str(option.value).casefold(): option.value for option in question.options}
            value = known.get(text.casefold())
            if value is None:
                texts = [option.text for option in question.options]
                suggestion = did_you_mean(nearest(text, texts))
                allowed = "; ".join(texts[:20]) + ("; …" if len(texts) > 20 else "")
                self._problem("BW926", line, question, text, suggestion=suggestion, allowed=allowed)
            elif value not in values:
                values.append(value)
        if question.many:
            return values or None
        if len(values) > 1:
            self._problem("BW933", answer.line, question, "")
        return values[0] if len(values) == 1 else None

    def _problem(
        self, code: str, line: int, question: Question, text: str, **facts: str | Wording
    ) -> None:
        said = {"question": question.label, "found": shown(text), **facts}
        self.problems.append(Problem(code, Place(self.file, line), said))


def _chosen(answer: Answer) -> list[tuple[int, str]]:
    """Return the choices of an answer with the line of each."""
    question = answer.question
    lines = [
        (answer.line + offset, line.strip())
        for offset, line in enumerate(answer.text.split("\n"))
        if line.strip()
    ]
    boxes = [(line, _BOX.match(text), text) for line, text in lines]
    # Hosts without issue forms show boxes for every choice; what is no box was typed by hand.
    if question.element is Element.CHECKBOXES or any(box for _, box, _ in boxes):
        return [
            (line, box["text"].strip() if box else text)
            for line, box, text in boxes
            if not box or box["tick"] != " "
        ]
    if not question.many:
        return [(answer.line, answer.text.strip())]
    texts = [option.text for option in question.options]
    return [(line, text) for line, several in lines for text in _separated(several, texts)]


def _separated(line: str, texts: list[str]) -> list[str]:
    """Take ``a, b`` apart, where a choice may hold a comma itself."""
    found = []
    rest = line.strip()
    while rest:
        known = (
            text
            for text in sorted(texts, key=len, reverse=True)
            if re.match(rf"{re.escape(text)}\s*(?:,|$)", rest, re.IGNORECASE)
        )
        text = next(known, None) or rest.partition(",")[0]
        found.append(text.strip())
        rest = rest[len(text) :].strip().removeprefix(",").strip()
    return [text for text in found if text]


def ticked(answer: Answer) -> set[str]:
    """Return the texts of the boxes that someone ticked."""
    return {text for _, text in _chosen(answer)}


def _date(text: str) -> date | None:
    found = _ISO_DAY.match(text) or _DAY.match(text)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _duration(text: str) -> str | None:
    if text.upper().startswith("P"):
        # Written as records do; whether it is right, the check says.
        return text.upper()
    found = _TIME.match(text)
    if found is None or not any(found.groupdict().values()):
        return None
    hours = float((found["hours"] or "0").replace(",", "."))
    minutes = round(hours * 60) + int(found["minutes"] or 0)
    whole, left = divmod(minutes, 60)
    return "PT" + (f"{whole}H" if whole else "") + (f"{left}M" if left or not whole else "")


def _whole_number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,6}", text, re.ASCII) else None


def _version(text: str) -> str:
    # The people who write records put it in quotation marks, and others write v1.0.
    return text.strip("\"'‘’“”").removeprefix("v").strip() or text
