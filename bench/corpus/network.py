"""Made networks, with the meetings of two years and what they said when they looked back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from bench.corpus.writer import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.corpus.writer import Record, Writer

FIRST = date(2023, 9, 13)
APART = timedelta(days=63)
# Of the programme of design cycles, in vocabulary/programmes.yml.
PHASES = (
    *("start", "analyse-1", "ontwerp-1", "evaluatie-1"),
    *("analyse-2", "ontwerp-2", "evaluatie-2", "afsluiting"),
)
MINUTES = (15, 25, 20, 25, 10, 30, 15, 10)
ROLES = ("teacher", "teacher-educator", "researcher", "facilitator")
ASPECTS = ("connectedness", "equality", "applied-value", "structure-and-room")


def days(meetings: int) -> tuple[date, ...]:
    """Return the days of so many meetings."""
    return tuple(FIRST + APART * number for number in range(meetings))


@dataclass(frozen=True)
class Group:
    """Who a network is.

    Attributes:
        id: Its id, which ends in a number.
        sector: Its sector.
        themes: Its themes.
        schools: The schools that take part.
        meetings: How many meetings it has.
    """

    id: str
    sector: str
    themes: Sequence[str]
    schools: Sequence[str]
    meetings: int


def network(group: Group, status: str, writer: Writer) -> Record:
    """Return a network with its meetings.

    Args:
        group: Who it is.
        status: Whether it is running or closed.
        writer: Gives its texts.
    """
    planned = days(group.meetings)
    front: dict[str, Any] = {
        "title": f"Netwerk {writer.write('names')} (gemaakt {group.id.rpartition('-')[2]})",
        "summary": writer.paragraph("summaries", 2),
        "question": writer.write("questions"),
        "status": status,
        "themes": list(group.themes),
        "sectors": [group.sector],
        "programme": "design-cycles",
        "start": FIRST,
        "years": 2,
        "participants": [
            {"role": "teacher", "number": 8, "task": writer.paragraph("arranges", 2)},
            {"role": "teacher-educator", "task": writer.write("arranges")},
            {"role": "researcher", "task": writer.write("arranges")},
            {"role": "facilitator", "task": writer.write("arranges")},
        ],
        "format": "onsite",
        "format_reason": writer.paragraph("whys", 2),
        "fixed": [{"what": writer.write("whats"), "why": writer.write("whys")} for _ in range(4)],
        "open": [
            {"what": writer.write("frees"), "decided_by": "De hele groep, na een voorstel"}
            for _ in range(4)
        ],
        "result": {"what": writer.paragraph("designs", 2), "date": planned[-1] + APART},
        "schools": list(group.schools),
        "meetings": [
            _meeting(day, PHASES[number * len(PHASES) // group.meetings], writer)
            for number, day in enumerate(planned)
        ],
    }
    return record(f"networks/{group.id}/index.md", front, writer.paragraph("sentences", 8))


def _meeting(day: date, phase: str, writer: Writer) -> dict[str, Any]:
    return {
        "date": day,
        "start": "14:30",
        "minutes": sum(MINUTES),
        "title": writer.write("titles"),
        "phase": phase,
        "format": "onsite",
        "format_reason": writer.write("whys"),
        "goal": writer.paragraph("goals", 2),
        "result": writer.paragraph("recognises", 2),
        "preparation": [f"Iedereen: {writer.write('materials')}." for _ in range(4)],
        "blocks": [
            _block(minutes, number % 3 != 1, number % 2 == 1, writer)
            for number, minutes in enumerate(MINUTES)
        ],
        "informal": writer.paragraph("sentences", 2),
        "recognition": writer.paragraph("recognises", 2),
        "transfer_question": writer.write("questions"),
        "decisions": [writer.write("whats") for _ in range(3)],
        "plan_b": writer.paragraph("arranges", 3),
    }


def _block(minutes: int, fixed: bool, room: bool, writer: Writer) -> dict[str, Any]:
    block: dict[str, Any] = {"minutes": minutes, "activity": writer.write("headings")}
    if fixed:
        block["fixed"] = writer.paragraph("sentences", 5)
    if room or not fixed:
        block["room"] = writer.paragraph("sentences", 3)
    block["materials"] = writer.some("materials", 1, 3)
    block["role"] = writer.choose(ROLES)[0]
    return block


def reflection(network_id: str, day: date, writer: Writer) -> Record:
    """Return what a network said on the day of one of its meetings."""
    front = {
        "present": writer.choose(range(10, 20))[0],
        "title": writer.write("titles"),
        "aspects": [
            {
                "aspect": aspect,
                "wish": writer.paragraph("wishes", 2),
                "experience": writer.paragraph("experiences", 3),
                "place": {
                    "wished": writer.choose(range(1, 8))[0],
                    "experienced": writer.choose(range(1, 8))[0],
                },
                "question": writer.write("questions"),
            }
            for aspect in writer.choose(ASPECTS, 2, 3)
        ],
        "conclusion": writer.paragraph("experiences", 2),
        "adjustment": {
            "direction": writer.choose(("more-room", "more-structure"))[0],
            "what": writer.paragraph("wishes", 2),
            "role": "facilitator",
            "date": day + timedelta(days=21),
        },
        "agreed_with_group": True,
    }
    body = f"## {writer.write('headings')}\n\n{writer.paragraph('sentences', 8)}"
    return record(f"networks/{network_id}/reflections/{day}.md", front, body)
