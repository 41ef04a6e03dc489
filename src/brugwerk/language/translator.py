"""Texts, dates and lengths of time in one language.

The message ids are English; ``locale/<language>.po`` translates them. The ``.po`` files are read as
they are, so that a translator needs no compiler.
"""

from __future__ import annotations

import gettext
import io
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

SOURCE_LANGUAGE = "en"


@dataclass(frozen=True)
class Translator:
    """What an interface says, in one language."""

    language: str
    catalogue: gettext.NullTranslations

    def text(self, message: str) -> str:
        """Return the translation of an English message."""
        return self.catalogue.gettext(message)

    def number(self, one: str, many: str, count: int) -> str:
        """Return the form of a message that goes with ``count``, with ``{n}`` filled in."""
        return self.catalogue.ngettext(one, many, count).format(n=count)

    def day(self, day: date) -> str:
        """Write a date out: ``4 maart 2026``."""
        return format_date(day, "d MMMM y", locale=self.language)

    def day_of_year(self, day: date) -> str:
        """Write a day and its month out: ``4 maart``."""
        return format_skeleton("MMMMd", day, locale=self.language)

    def month(self, day: date) -> str:
        """Write the month of a date out: ``maart 2026``."""
        return format_date(day, "LLLL y", locale=self.language)

    def weekday(self, day: date) -> str:
        """Write a date out with the day of the week: ``woensdag 4 maart 2026``."""
        return format_date(day, "EEEE d MMMM y", locale=self.language)

    def minutes(self, minutes: int) -> str:
        """Write a length of time out: ``1 uur en 30 minuten``."""
        hours, rest = divmod(minutes, 60)
        parts = []
        if hours:
            parts.append(self.number("{n} hour", "{n} hours", hours))
        if rest or not hours:
            parts.append(self.number("{n} minute", "{n} minutes", rest))
        return format_list(parts, locale=self.language)

    def listed(self, items: Sequence[str]) -> str:
        """Join items as a sentence does: ``a, b en c``."""
        return format_list(list(items), locale=self.language)


@cache
def translator(language: str) -> Translator:
    """Return the translator of ``language`` (``nl`` or ``en``)."""
    if language == SOURCE_LANGUAGE:
        return Translator(language, gettext.NullTranslations())
    file = resources.files("brugwerk.language").joinpath("locale", f"{language}.po")
    catalogue = read_po(io.BytesIO(file.read_bytes()), locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translator(language, gettext.GNUTranslations(compiled))
