"""From a published page back to the file that somebody changes to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.publish.links import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.publish.publication import Publication


@dataclass(frozen=True)
class Origins:
    """Finds the file behind a page.

    Attributes:
        publication: The generated pages.
        root: The folder of the site.
    """

    publication: Publication
    root: Path

    @cached_property
    def _sources(self) -> dict[str, PurePosixPath]:
        pages = self.publication.pages.values()
        return {page.address: page.source for page in pages if page.source is not None}

    def of(self, address: str) -> Origin:
        """Return the file behind the page at an address.

        That is its record, or the page written by hand; for a list, which many files make
        together, it is the page itself.
        """
        for file in self._candidates(address):
            path = self.root / file
            if path.is_file():
                return Origin(file, path.read_text("utf-8"))
        page = f"{address}index.html" if not address or address.endswith("/") else address
        return Origin(PurePosixPath("site", page))

    def _candidates(self, address: str) -> Iterator[PurePosixPath]:
        if address in self._sources:
            yield self._sources[address]
            return
        language = self.publication.catalogue.settings.language
        for stem in (f"{address}index", address.rstrip("/") or "index"):
            for ending in (f".{language}.md", ".md"):
                yield PurePosixPath("docs", f"{stem}{ending}")
