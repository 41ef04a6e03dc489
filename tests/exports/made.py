"""The files that a catalogue in memory leaves the site as, by address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brugwerk.exports import files_of_page
from tests.in_memory import publish

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue


def made(found: Catalogue, ending: str = "") -> dict[str, bytes]:
    """Make every file of a page whose address has this ending."""
    site = publish(found)
    ground = site.ground_of_exports(Path.read_bytes)
    return {
        export.address: export.make()
        for page in site.pages.values()
        for export in files_of_page(page, ground)
        if export.address.endswith(ending)
    }
