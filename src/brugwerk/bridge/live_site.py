"""The site while somebody writes: a page is made when a browser asks for it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.plugins import get_plugin_logger

from brugwerk.bridge.records import check_records, serving
from brugwerk.bridge.search import GATHERING_KEY
from brugwerk.bridge.site import forget_ground, ground_of, site_of
from brugwerk.exports import files_of_page, files_of_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from brugwerk.exports import Export
    from brugwerk.publish.press.press import Press
    from brugwerk.render.page import Page
    from brugwerk.search.gathering import Gathering

log = get_plugin_logger("brugwerk")
# What the records say; everything else that is watched changes the frame of every page.
RECORDS = ("products", "networks", "schools", "redirects.yml", "addresses.txt")


class LiveSite:
    """A site in a folder, in which pages, attachments and search appear when they are asked for.

    Args:
        load: Reads the configuration anew.
    """

    def __init__(self, load: Callable[[], MkDocsConfig]) -> None:
        self._load = load
        self._lock = threading.RLock()
        self._seen: dict[Path, tuple[int, int]] = {}
        self._config: MkDocsConfig | None = None
        self._made: set[str] = set()
        self._search_made = False

    def bring_up_to_date(self) -> None:
        """Take in what was saved: only the records, or all of it where something else changed.

        Raises:
            Exception: The site cannot be built at all; the last good one stays.
        """
        with self._lock:
            now = self._others()
            if self._config is None or now != self._seen:
                self._build()
                self._seen = self._others()
            else:
                self._check_again(self._config)
            self._search_made = False

    def _build(self) -> None:
        serving.on_demand = True
        config = self._load()
        build(config, serve_url=config.site_url)
        self._config = config

    def _check_again(self, config: MkDocsConfig) -> None:
        config.extra.pop("brugwerk_problems", None)
        check_records(config)
        forget_ground(config)
        press = self._press()
        gathering: Gathering = config.extra[GATHERING_KEY]
        site = site_of(config)
        config.extra[GATHERING_KEY] = gathering.again(site.catalogue, site.pages)
        serving.press = replace(
            press, site=site, ground=ground_of(config), frames=press.frames.anew()
        )

    def _press(self) -> Press:
        if serving.press is None:
            raise RuntimeError("the site has not been built")
        return serving.press

    def watched(self) -> list[Path]:
        """Return the files and folders from which the site is made.

        Raises:
            RuntimeError: The site has not been built.
        """
        if self._config is None:
            raise RuntimeError("the site has not been built")
        config = self._config
        return [Path(config.docs_dir), Path(config.config_file_path), *map(Path, config.watch)]

    def _others(self) -> dict[Path, tuple[int, int]]:
        """Return size and time of every file that is watched and is no record."""
        if self._config is None:
            return {}
        found = {}
        for start in self.watched():
            if start.name in RECORDS:
                continue
            for path in (start, *start.rglob("*")) if start.is_dir() else (start,):
                if path.is_file():
                    state = path.stat()
                    found[path] = (state.st_size, state.st_mtime_ns)
        return found

    def bring(self, address: str) -> None:
        """Make what stands at an address, if records make it.

        Args:
            address: Below the root of the site, such as ``producten/<id>/``.
        """
        with self._lock:
            press = self._press()
            folder = address if address.endswith("/") or not address else f"{address}/"
            page = press.site.pages.get(f"{folder}index.md")
            if page is not None and page.address != press.site.templates.addresses.search:
                press.press(page)
                self._made.add(page.address)
            elif folder in self._made:
                (press.folder / folder / "index.html").unlink(missing_ok=True)
                self._made.discard(folder)
            elif not address.endswith("/"):
                self._bring_file(press, address)

    def _bring_file(self, press: Press, address: str) -> None:
        at = press.site.templates.addresses
        if address.startswith(at.search):
            self._make_search(press)
            return
        attached = dict(press.site.attachments())
        if address in attached:
            _write(press, address, press.ground.attachment(attached[address]))
            return
        if address.startswith(at.form):
            for name, content in press.site.form_files():
                _write(press, name, content)
            return
        for export in (*self._of_page(press, address), *files_of_site(press.ground)):
            if export.address == address:
                _write(press, address, export.content(press.shelf))
                return

    def _of_page(self, press: Press, address: str) -> Iterator[Export]:
        page: Page | None = press.site.pages.get(f"{address.rpartition('/')[0]}/index.md")
        if page is not None:
            yield from files_of_page(page, press.ground)

    def _make_search(self, press: Press) -> None:
        if self._search_made or self._config is None:
            return
        log.info("Search: every page is read; the first time this takes a while.")
        gathering: Gathering = self._config.extra[GATHERING_KEY]
        for page in press.site.pages.values():
            if page.in_search and (found := press.press(page).document) is not None:
                gathering.found(found)
        for address, content in gathering.files().items():
            _write(press, address, content)
        self._search_made = True


def _write(press: Press, address: str, content: bytes) -> None:
    target = press.folder / address
    target.parent.mkdir(parents=True, exist_ok=True)
    # What stands there may be a second name of a file that is kept.
    target.unlink(missing_ok=True)
    target.write_bytes(content)
