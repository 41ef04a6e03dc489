"""The forms in which ``brugwerk check`` reports, by the name that a person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk import __version__
from brugwerk.addresses import Addresses
from brugwerk.problems.report import data, github, gitlab, plain, sarif
from brugwerk.read.history import folder_in_repository

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brugwerk.problems import Problem
    from brugwerk.settings import Settings

FORMATS = ("plain", "github", "json", "sarif", "gitlab")


def reported(
    form: str, problems: Sequence[Problem], language: str, root: Path, settings: Settings
) -> str:
    """Return the whole report in one form, with a line feed at its end.

    Args:
        form: One of :data:`FORMATS`.
        problems: What to report.
        language: ``nl`` or ``en``.
        root: The folder of the site; a forge wants paths from the root of its repository.
        settings: The settings of the site, which may say where codes are explained.
    """
    address = help_address(settings)
    match form:
        case "github":
            folder = folder_in_repository(root)
            commands = github.lines(problems, language, folder)
            lines = [*commands, plain.summary(problems, language)]
        case "json":
            lines = [data.text(problems, language, address)]
        case "sarif":
            folder = folder_in_repository(root)
            lines = [sarif.text(problems, language, __version__, address, folder)]
        case "gitlab":
            lines = [gitlab.text(problems, language, folder_in_repository(root))]
        case _:
            lines = [*plain.lines(problems, language), plain.summary(problems, language)]
    return "".join(f"{line}\n" for line in lines)


def help_address(settings: Settings) -> str:
    """Return the page of the site that explains every code; empty where the site has no address."""
    if settings.address is None:
        return ""
    return f"{settings.address.rstrip('/')}/{Addresses(settings.path_words).problems}"
