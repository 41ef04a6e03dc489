"""What is kept of other sites: read before a build, which never fetches anything itself."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.check.rules.sources import place_of_source
from brugwerk.problems import Place, Problem
from brugwerk.problems.problem import Wording
from brugwerk.read.shared import MOST_BYTES, FlawedCatalogueError, at_home, read_shared
from brugwerk.read.site import SOURCES, RawSite
from brugwerk.records.sharing import KeptCatalogue

if TYPE_CHECKING:
    from brugwerk.settings import OtherSite, Settings


def kept_catalogues(
    raw: RawSite, settings: Settings
) -> tuple[dict[str, KeptCatalogue], list[Problem]]:
    """Read what is kept of the sites that the settings name.

    What is missing or broken never stands in the way of the site's own records: it is a warning,
    and the products of that site are not shown.

    Args:
        raw: The files of the site.
        settings: Its settings.

    Returns:
        The catalogues by the id of their site, in order of the settings, and what is wrong.
    """
    found: dict[str, KeptCatalogue] = {}
    problems = []
    for index, site in enumerate(settings.sources):
        try:
            if (kept := _kept(raw, site)) is not None:
                found.setdefault(site.id, kept)
            else:
                problems.append(Problem("BW976", place_of_source(raw, index), {"name": site.name}))
        except FlawedCatalogueError as flaw:
            file = PurePosixPath(SOURCES, f"{site.id}.json")
            problems.append(Problem(flaw.code, Place(file), {"name": site.name, **flaw.facts}))
    return found, problems


def _kept(raw: RawSite, site: OtherSite) -> KeptCatalogue | None:
    path = raw.kept_catalogues.get(site.id)
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        cause = Wording("het is niet te lezen", "it cannot be read")
        raise FlawedCatalogueError("BW977", cause=cause) from error
    kept = read_shared(content, KeptCatalogue)
    if kept.fetched_from != site.catalogue:
        raise FlawedCatalogueError("BW979")
    # Somebody may have written it by hand: where its links lead is looked at once more.
    return at_home(kept, "")
