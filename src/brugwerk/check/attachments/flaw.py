"""What can be wrong inside an attachment, and the limits that reading it keeps to."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000


@dataclass(frozen=True)
class Flaw:
    """Something wrong inside an attachment.

    Attributes:
        code: The problem's code.
        line: The line, from 1, where the attachment has lines.
        facts: What the code's sentences name.
    """

    code: str
    line: int = 1
    facts: dict[str, str] = field(default_factory=dict)


class FlawedAttachmentError(Exception):
    """The attachment cannot be looked into any further; ``flaw`` says why."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.flaw = Flaw(code, facts=facts)
