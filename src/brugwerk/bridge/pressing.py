"""Generated pages are pressed beside MkDocs, which meanwhile builds those written by hand."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from brugwerk.bridge.frames import ThemeFrames
from brugwerk.bridge.pages import listed_in_menu, pages_to_press
from brugwerk.bridge.progress import Progress
from brugwerk.bridge.records import serving
from brugwerk.bridge.search import GATHERING_KEY
from brugwerk.bridge.site import ground_of, site_of
from brugwerk.exports import NotExportedError
from brugwerk.problems import report
from brugwerk.publish.exported import KEPT
from brugwerk.publish.press.kept import KeptPages
from brugwerk.publish.press.made_by import made_by
from brugwerk.publish.press.part import Part
from brugwerk.publish.press.press import Press
from brugwerk.publish.press.share import Shares, processes
from brugwerk.publish.sitemap import sitemap
from brugwerk.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from brugwerk.publish.links import Held
    from brugwerk.search.gathering import Gathering

# Below the site's root; nothing in it belongs to the site.
KEPT_PAGES = PurePosixPath(".brugwerk", "pages")
HELD_KEY = "brugwerk_held"
_PAGES_KEY = "brugwerk_kept_pages"
_NAV_KEY = "brugwerk_nav"
_SHELF_KEY = "brugwerk_shelf"
_SHARES_KEY = "brugwerk_shares"


class PartPressed(Exception):  # noqa: N818 - it ends a build that went well
    """All pages of the part that was asked for are kept; the build has nothing more to do.

    Args:
        count: How many pages they are.
    """

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} pages")
        self.count = count


def remember_navigation(nav: Navigation, config: MkDocsConfig) -> None:
    """Keep the menu, which every frame shows."""
    config.extra[_NAV_KEY] = nav


def start_pressing(env: jinja2.Environment, files: Files, config: MkDocsConfig) -> None:
    """Let the generated pages be written, by as many processes as there are processors.

    Raises:
        PartPressed: Only a part of them was asked for, and all of it has been written.
    """
    frames = ThemeFrames(env, config, config.extra[_NAV_KEY], files)
    config.extra["brugwerk_sitemap"] = sitemap(site_of(config))
    press = Press(
        site=site_of(config),
        ground=ground_of(config),
        frames=frames,
        folder=Path(config.site_dir),
        shelf=shelf_of(config),
        kept=config.extra.setdefault(_PAGES_KEY, KeptPages(_root(config) / KEPT_PAGES)),
        made_by=made_by(),
        in_menu=listed_in_menu(config),
    )
    serving.press = press
    pages = [] if serving.on_demand else pages_to_press(config)
    part = Part.asked_for()
    if part is None:
        config.extra[_SHARES_KEY] = Shares(press, pages, processes())
        return
    with told_plainly(config):
        shares = Shares(press, part.of(pages), processes())
        count = sum(1 for _ in shares.done(_progress(config)))
    raise PartPressed(count)


def finish_pressing(config: MkDocsConfig) -> None:
    """Wait until every generated page has been written, and remember what others need of it."""
    shares: Shares = config.extra[_SHARES_KEY]
    gathering: Gathering = config.extra[GATHERING_KEY]
    found: dict[str, Held] = {}
    with told_plainly(config):
        for pressed in shares.done(_progress(config)):
            found[pressed.page.removesuffix("index.md")] = pressed.held
            if pressed.document is not None:
                gathering.found(pressed.document)
    config.extra[HELD_KEY] = found
    kept: KeptPages = config.extra[_PAGES_KEY]
    if not serving.on_demand:
        kept.forget_others()


@contextmanager
def told_plainly(config: MkDocsConfig) -> Iterator[None]:
    """Let a file that cannot be made of what somebody wrote end a build with its sentences.

    Raises:
        PluginError: There is such a file.
    """
    try:
        yield
    except NotExportedError as error:
        lines = report.lines([error.problem], site_of(config).catalogue.settings.language)
        raise PluginError("\n".join(lines)) from error


def shelf_of(config: MkDocsConfig) -> Shelf:
    """Return where files that are dear to make are kept."""
    shelf: Shelf = config.extra.setdefault(_SHELF_KEY, Shelf(_root(config) / KEPT))
    return shelf


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _progress(config: MkDocsConfig) -> Progress:
    return Progress(site_of(config).templates.translator.text("Pages"))
