"""What the web answered, and a book of answers, so that nothing is asked again too soon."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

VERSION = 1


class Outcome(StrEnum):
    """What a reader would meet behind a link."""

    FOUND = "found"
    MOVED = "moved"
    GONE = "gone"
    SILENT = "silent"
    UNSAFE = "unsafe"
    PRIVATE = "private"
    CIRCLING = "circling"
    REFUSED = "refused"
    UNASKED = "unasked"


class Silence(StrEnum):
    """Why there is no useful answer."""

    NONE = ""
    LATE = "late"
    UNKNOWN = "unknown"
    BROKEN = "broken"
    UNREADABLE = "unreadable"
    STATUS = "status"


@dataclass(frozen=True)
class Answer:
    """What became of asking one address.

    Attributes:
        outcome: What a reader would meet.
        status: The HTTP status that decided; 0 where there was none.
        moved_to: The new address, where the old one has moved for good.
        silence: Why there was no answer.
    """

    outcome: Outcome
    status: int = 0
    moved_to: str = ""
    silence: Silence = Silence.NONE


class UnreadableBookError(Exception):
    """The file of earlier answers does not hold answers."""


@dataclass
class AnswerBook:
    """Answers by address, each with the day on which it was given."""

    answers: dict[str, tuple[date, Answer]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> AnswerBook:
        """Read a book; where there is no file yet, it is empty.

        Raises:
            UnreadableBookError: The file holds something else.
        """
        if not path.exists():
            return cls()
        try:
            data = json.loads(path.read_bytes())
            if data["version"] != VERSION:
                raise UnreadableBookError
            return cls({link: _entry(entry) for link, entry in data["answers"].items()})
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableBookError from error

    def write(self, path: Path) -> None:
        """Write the book, in order of address."""
        answers = {
            link: {"day": day.isoformat(), **asdict(answer)}
            for link, (day, answer) in sorted(self.answers.items())
        }
        text = json.dumps({"version": VERSION, "answers": answers}, ensure_ascii=False, indent=1)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n", "utf-8")

    def keep(self, links: Collection[str]) -> None:
        """Forget the addresses that no file names any more."""
        self.answers = {link: self.answers[link] for link in self.answers if link in links}

    def fresh(self, link: str, today: date, days: int) -> Answer | None:
        """Return an answer of fewer than ``days`` days ago, or none.

        A silence is not kept: it says something of that moment only.
        """
        if link not in self.answers:
            return None
        day, answer = self.answers[link]
        recent = timedelta(0) <= today - day < timedelta(days)
        return answer if recent and answer.outcome is not Outcome.SILENT else None


def _entry(entry: dict[str, Any]) -> tuple[date, Answer]:
    answer = Answer(
        Outcome(entry["outcome"]),
        int(entry["status"]),
        str(entry["moved_to"]),
        Silence(entry["silence"]),
    )
    return date.fromisoformat(entry["day"]), answer
