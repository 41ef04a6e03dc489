"""Other sites in the settings: each with an id of its own, and a place that can be asked safely."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from brugwerk.check.rules.settings import THIS_MACHINE
from brugwerk.problems import Place, Problem
from brugwerk.settings import SETTINGS_FILE, THIS_SITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries
    from brugwerk.read.site import RawSite

# Two letters at least: one is a drive of Windows.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def sources_can_be_asked(entries: Entries) -> Iterator[Problem]:
    """What is fetched in plain sight, somebody on the way may replace."""
    for index, site in enumerate(entries.settings.sources):
        if is_on_the_web(site.catalogue) and not is_safe(site.catalogue):
            yield Problem("BW974", place_of_source(entries.raw, index))


def is_on_the_web(place: str) -> bool:
    """Return whether a catalogue is asked for, and not read from this computer."""
    return bool(_SCHEME.match(place))


def is_safe(address: str) -> bool:
    """Return whether nobody on the way can read or replace what comes from an address."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (
        parts.scheme == "https" or (parts.scheme == "http" and host in THIS_MACHINE)
    )


def sources_have_ids_of_their_own(entries: Entries) -> Iterator[Problem]:
    """A file is kept, and a choice in search is named, by this id."""
    taken = {THIS_SITE}
    for index, site in enumerate(entries.settings.sources):
        if site.id in taken:
            yield Problem("BW975", place_of_source(entries.raw, index, "id"), {"id": site.id})
        taken.add(site.id)


def place_of_source(raw: RawSite, index: int, key: str = "catalogue") -> Place:
    """Return where the settings name another site."""
    if raw.settings is None:
        return Place(PurePosixPath(SETTINGS_FILE))
    return raw.settings.place(("sources", index, key))


RULES = (sources_can_be_asked, sources_have_ids_of_their_own)
