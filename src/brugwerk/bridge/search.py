"""Everything that stands on the site can be found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from brugwerk.bridge.records import serving
from brugwerk.bridge.site import site_of
from brugwerk.search.documents import WrittenPage
from brugwerk.search.gathering import Gathering

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as DocumentPage

GATHERING_KEY = "brugwerk_gathering"


def prepare_search(config: MkDocsConfig) -> None:
    """Give every page its search field, and start gathering what it will find."""
    site = site_of(config)
    gathering = Gathering(site.catalogue, site.templates, site.pages)
    config.extra[GATHERING_KEY] = gathering
    config.extra["brugwerk_search"] = gathering.words


def gather_page(content: str, page: DocumentPage, config: MkDocsConfig) -> None:
    """Remember what a hand-written page holds, unless it asks search to leave it out.

    Raises:
        PluginError: A page asks for a weight in search that is none.
    """
    gathering: Gathering = config.extra[GATHERING_KEY]
    asked = page.meta.get("search") or {}
    if page.file.src_uri in gathering.pages:
        return
    if not asked.get("exclude"):
        description = str(page.meta.get("description") or "")
        boost = asked.get("boost", 1.0)
        if not isinstance(boost, int | float) or boost <= 0:
            raise PluginError(f"docs/{page.file.src_uri}: search.boost must be more than 0")
        gathering.written(WrittenPage(page.url, str(page.title), description, content, boost))


def complete_search_page(page: DocumentPage, config: MkDocsConfig) -> None:
    """List the hand-written pages on the search page too; by now all of them have been read."""
    gathering: Gathering = config.extra[GATHERING_KEY]
    if page.url == gathering.words["address"]:
        page.content = gathering.search_page()
        page.meta["hide"] = ["navigation", "toc"]


def write_search(config: MkDocsConfig) -> None:
    """Write the files of search below the address of the search page."""
    if serving.on_demand:
        return
    gathering: Gathering = config.extra[GATHERING_KEY]
    for address, content in gathering.files().items():
        path = Path(config.site_dir) / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
