"""A passage that holds personal data: what kind, and from where to where; never what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a passage gives away."""

    MAIL = "mail"
    PHONE = "phone"
    BSN = "bsn"
    PERHAPS_BSN = "perhaps-bsn"
    IBAN = "iban"
    BIRTH = "birth"
    ADDRESS = "address"
    PROFILE = "profile"
    GRADES = "grades"
    PERHAPS_GRADES = "perhaps-grades"
    NAME = "name"


@dataclass(frozen=True, order=True)
class Span:
    """A passage of a text, as offsets into it."""

    start: int
    end: int
    kind: Kind
