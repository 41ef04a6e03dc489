"""What ``scripts/bench open --write`` found on the pages of a site, for its own readers to see."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads it at run time
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

if TYPE_CHECKING:
    from pathlib import Path

# Beside the page that tells of it, so that a site publishes the figures with it.
FILE = "docs/uitleg/toegankelijkheid.json"


class MeasuredError(ValueError):
    """The file with what was found cannot be read; the text says how to make it again."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Broken(_Value):
    """A rule that a page breaks.

    Attributes:
        page: The address of the page.
        rule: The rule, in the words of axe-core.
        criteria: The criteria of WCAG that it is part of, such as ``1.4.3``.
        where: In which window: width, colours and size of text.
        places: In how many places of the page.
    """

    page: str
    rule: str
    criteria: tuple[str, ...]
    where: str
    places: int


class Undecided(_Value):
    """A rule that a program could not decide on in some places: a person has to look.

    Attributes:
        rule: The rule, in the words of axe-core.
        criteria: The criteria of WCAG that it is part of.
        pages: The addresses of the pages.
    """

    rule: str
    criteria: tuple[str, ...]
    pages: tuple[str, ...]


class Measured(_Value):
    """What was looked at, with what, and what was found.

    Attributes:
        day: When.
        axe: The version of axe-core.
        chromium: The version of the browser.
        widths: How wide the windows were, in CSS pixels.
        schemes: In which colours.
        text: How large the text was, in per cent.
        pages: The address of each page, by what it is.
        broken: Every rule that is broken.
        undecided: What a person has to look at.
    """

    day: date
    axe: str
    chromium: str
    widths: tuple[int, ...]
    schemes: tuple[str, ...]
    text: tuple[int, ...]
    pages: dict[str, str]
    broken: tuple[Broken, ...]
    undecided: tuple[Undecided, ...]


def measured(root: Path) -> Measured | None:
    """Return what was found the last time; none where a site was never measured.

    Args:
        root: The folder of the site.

    Raises:
        MeasuredError: The file is not as ``scripts/bench open --write`` makes it.
    """
    file = root / FILE
    if not file.is_file():
        return None
    try:
        return Measured.model_validate_json(file.read_bytes())
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise MeasuredError(
            f"{FILE}: {where or 'the file'} is not as it was made. "
            "Make it again with scripts/bench open --write."
        ) from error
