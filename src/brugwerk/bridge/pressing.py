"""Generated pages are pressed beside MkDocs, which meanwhile builds those written by hand."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from brugwerk.bridge.frames import ThemeFrames
from brugwerk.bridge.pages import pages_to_press
from brugwerk.bridge.search import GATHERING_KEY
from brugwerk.bridge.site import ground_of, site_of
from brugwerk.publish.press.kept import KeptPages
from brugwerk.publish.press.made_by import made_by
from brugwerk.publish.press.press import Press
from brugwerk.publish.press.share import Shares, processes
from brugwerk.shelf import Shelf

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from brugwerk.publish.links import Held
    from brugwerk.search.gathering import Gathering

log = get_plugin_logger("brugwerk")
# Below the site's root; nothing in it belongs to the site.
KEPT_EXPORTS = PurePosixPath(".brugwerk", "exports")
KEPT_PAGES = PurePosixPath(".brugwerk", "pages")
HELD_KEY = "brugwerk_held"
_PAGES_KEY = "brugwerk_kept_pages"
_NAV_KEY = "brugwerk_nav"
_SHELF_KEY = "brugwerk_shelf"
_SHARES_KEY = "brugwerk_shares"


def remember_navigation(nav: Navigation, config: MkDocsConfig) -> None:
    """Keep the menu, which every frame shows."""
    config.extra[_NAV_KEY] = nav


def start_pressing(env: jinja2.Environment, files: Files, config: MkDocsConfig) -> None:
    """Let the generated pages be written, by as many processes as there are processors."""
    frames = ThemeFrames(env, config, config.extra[_NAV_KEY], files)
    press = Press(
        site=site_of(config),
        ground=ground_of(config),
        frames=frames,
        folder=Path(config.site_dir),
        shelf=shelf_of(config),
        kept=config.extra.setdefault(_PAGES_KEY, KeptPages(_root(config) / KEPT_PAGES)),
        made_by=made_by(),
    )
    config.extra[_SHARES_KEY] = Shares(press, pages_to_press(files, config), processes())


def finish_pressing(config: MkDocsConfig) -> None:
    """Wait until every generated page has been written, and remember what others need of it."""
    shares: Shares = config.extra[_SHARES_KEY]
    gathering: Gathering = config.extra[GATHERING_KEY]
    found: dict[str, Held] = {}
    for pressed in shares.done(_say_progress):
        found[pressed.page.removesuffix("index.md")] = pressed.held
        if pressed.document is not None:
            gathering.found(pressed.document)
    config.extra[HELD_KEY] = found
    kept: KeptPages = config.extra[_PAGES_KEY]
    kept.forget_others()


def shelf_of(config: MkDocsConfig) -> Shelf:
    """Return where files that are dear to make are kept."""
    shelf: Shelf = config.extra.setdefault(_SHELF_KEY, Shelf(_root(config) / KEPT_EXPORTS))
    return shelf


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _say_progress(done: int, total: int) -> None:
    if total >= 1000 and done * 10 // total != (done - 25) * 10 // total:
        log.info(f"{done} / {total}")
