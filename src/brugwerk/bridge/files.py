"""The last steps of a build: files beside the pages, and every link followed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from brugwerk.bridge.pressing import HELD_KEY, shelf_of, told_plainly
from brugwerk.bridge.records import serving
from brugwerk.bridge.site import ground_of, site_of
from brugwerk.problems import report
from brugwerk.publish.attachments import STORE, Store
from brugwerk.publish.exported import exported
from brugwerk.publish.links import built_site
from brugwerk.publish.origins import Origins

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("brugwerk")


def write_form(config: MkDocsConfig) -> None:
    """Write what the form for contributions reads, below the address of its page."""
    for address, content in site_of(config).form_files():
        path = Path(config.site_dir) / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_attachments(config: MkDocsConfig) -> None:
    """Write the attachments as readers get them, at their addresses.

    MkDocs never sees them: it would turn a ``.md`` of a contributor into a page of the site.

    Raises:
        PluginError: An attachment cannot be read or cleaned.
    """
    store = Store(Path(config.config_file_path).parent / STORE)
    for address, path in site_of(config).attachments():
        target = Path(config.site_dir) / address
        try:
            content = store.cleaned(path)
        except (OSError, ValueError) as error:
            raise PluginError(f"{address}: {error}") from error
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    store.forget_others()


def write_exports(config: MkDocsConfig) -> None:
    """Write what machines read of the site as a whole; files of a page come with the page."""
    if serving.on_demand:
        return
    pressed = config.extra[HELD_KEY]
    others = [page for page in site_of(config).pages.values() if page.address not in pressed]
    with told_plainly(config):
        for address, content in exported(others, ground_of(config), shelf_of(config)):
            target = Path(config.site_dir) / address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def check_links(config: MkDocsConfig) -> None:
    """Check that every link within the built site leads somewhere.

    While serving, and in a build that is not strict, what is wrong is only shown.

    Raises:
        PluginError: A page or an anchor that a page leads to is not there.
    """
    if serving.on_demand:
        return
    site = site_of(config)
    built = built_site(Path(config.site_dir), config.site_url or "", config.extra.get(HELD_KEY))
    problems = built.problems(Origins(site, Path(config.config_file_path).parent).of)
    if not problems:
        return
    language = site.catalogue.settings.language
    text = "\n".join([*report.lines(problems, language), report.summary(problems, language)])
    if config.strict and not serving.now:
        raise PluginError(text)
    log.warning(text)
