"""A site that is checked whole: its records, and what it once promised to those who link to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.check import check_site
from brugwerk.problems import Place, Problem
from brugwerk.problems.withheld import withhold
from brugwerk.publish.permanence.judged import broken_promises
from brugwerk.publish.publication import Publication, TwoPagesError, publication
from brugwerk.settings import SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from brugwerk.check import Checked


def publishable(
    root: Path,
    language: str | None = None,
    today: date | None = None,
    assets: Callable[[str], str] | None = None,
) -> tuple[Checked, Publication | None]:
    """Check a site, its former addresses too, and prepare it for publication.

    Args:
        root: The site's folder.
        language: A language of the site to use instead of that of its settings.
        today: The day that the records are seen from; without it nothing is called past.
        assets: Gives the folder of scripts and styles for a language.

    Returns:
        What the check found, and the site; none where it has an error.
    """
    checked = check_site(root, today)
    if checked.errors:
        # Where everything stands follows from sound records alone.
        return checked, None
    site = publication(checked, language, assets)
    promises = map(withhold, _beyond_records(site, checked))
    problems = sorted((*checked.problems, *promises), key=Problem.sort_key)
    checked = replace(checked, problems=tuple(problems))
    return checked, None if checked.errors else site


def _beyond_records(site: Publication, checked: Checked) -> Iterator[Problem]:
    try:
        yield from broken_promises(site, checked.entries.raw)
    except TwoPagesError as error:
        place = Place(PurePosixPath(SETTINGS_FILE))
        yield Problem("BW958", place, {"address": f"/{error.address}"})
