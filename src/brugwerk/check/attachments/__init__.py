"""What is inside attachments: looked at in memory, up to a limit, and never run or unpacked."""

from brugwerk.check.attachments.content import KINDS, PICTURES, flaws
from brugwerk.check.attachments.flaw import MAX_BYTES

__all__ = ["KINDS", "MAX_BYTES", "PICTURES", "flaws"]
