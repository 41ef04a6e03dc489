"""The words by which people speak of one person in a role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brugwerk.records.vocabulary import RoleTerm, Vocabulary


def role_words(vocabulary: Vocabulary) -> dict[str, re.Pattern[str]]:
    """Return for each role what finds its words in a text: its labels and its synonyms.

    The words are singular, as the list gives them: "de leraren" are several people.
    """
    return {role.id: _pattern(role) for role in vocabulary.roles()}


def _pattern(role: RoleTerm) -> re.Pattern[str]:
    words = sorted({role.label.nl, role.label.en, *role.synonyms}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
