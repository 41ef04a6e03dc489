"""What is rare in the texts of records, found in one pass for every rule that asks for it."""

from __future__ import annotations

from enum import Enum, auto

from brugwerk.first_look import FirstLook
from brugwerk.personal import FIRST_LOOKS, without_web_addresses
from brugwerk.records.overclaim import MAY_OVERCLAIM
from brugwerk.records.prose import MAY_NEST_TOO_DEEPLY
from brugwerk.records.unseen import MAY_BE_UNSEEN


class Rare(Enum):
    """What may be in a text: only a closer look can tell."""

    PERSONAL = auto()
    NESTED_TOO_DEEPLY = auto()
    OVERCLAIM = auto()
    UNSEEN = auto()


_PATTERNS = (
    *((pattern, Rare.PERSONAL) for pattern in FIRST_LOOKS),
    (MAY_NEST_TOO_DEEPLY, Rare.NESTED_TOO_DEEPLY),
    (MAY_OVERCLAIM, Rare.OVERCLAIM),
    (MAY_BE_UNSEEN, Rare.UNSEEN),
)
_FIRST_LOOK = FirstLook([pattern for pattern, _ in _PATTERNS])
_NOTHING: frozenset[Rare] = frozenset()


def rare_in(text: str) -> frozenset[Rare]:
    """Return what may be in a text; what is not among it is not in there.

    Args:
        text: One text, or several that each stand on lines of their own.
    """
    found = _FIRST_LOOK.found_in(text)
    plain = without_web_addresses(text)
    if plain is not text:
        found += _FIRST_LOOK.found_in(plain)
    return frozenset(_PATTERNS[index][1] for index in found) if found else _NOTHING
