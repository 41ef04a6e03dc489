"""How much of each meeting is fixed and how much is open: a picture without a norm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brugwerk.records.meeting import Meeting


@dataclass(frozen=True)
class MinutesOfMeeting:
    """The minutes of a meeting by kind of block.

    Attributes:
        fixed: Minutes of blocks that only have a fixed part.
        framed: Minutes of blocks with a fixed part and room inside it.
        open: Minutes of blocks that only have room.
    """

    fixed: int
    framed: int
    open: int

    @property
    def total(self) -> int:
        """All minutes."""
        return self.fixed + self.framed + self.open


def minutes_of(meeting: Meeting) -> MinutesOfMeeting:
    """Add up the minutes of a meeting's blocks by what is fixed and what is open in them."""
    fixed = sum(b.minutes for b in meeting.blocks if b.fixed and not b.room)
    framed = sum(b.minutes for b in meeting.blocks if b.fixed and b.room)
    return MinutesOfMeeting(fixed, framed, sum(b.minutes for b in meeting.blocks) - fixed - framed)
