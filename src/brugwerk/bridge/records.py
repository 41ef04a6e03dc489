"""The first steps of a build: records are checked, and the site follows its own settings."""

from __future__ import annotations

import html
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from brugwerk.bridge.assets import assets_folder
from brugwerk.bridge.site import ground_of, site_of
from brugwerk.exports import head_of_site
from brugwerk.macros import PUBLICATION_KEY, Macros, plain, sandboxed
from brugwerk.problems import report
from brugwerk.publish.navigation import navigation
from brugwerk.publish.permanence.judged import not_kept_yet
from brugwerk.publish.publishable import publishable
from brugwerk.read import moment
from brugwerk.render.policy import POLICY

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from brugwerk.publish.press.press import Press
    from brugwerk.publish.publication import Publication

log = get_plugin_logger("brugwerk")
CONTENT_FOLDERS = (
    *("products", "networks", "schools", "vocabulary", "sources"),
    *("brugwerk.yml", "redirects.yml", "addresses.txt"),
)
LANGUAGE_VARIABLE = "BRUGWERK_LANGUAGE"


@dataclass
class Serving:
    """What a server that rebuilds must remember: MkDocs starts every build from nothing.

    Attributes:
        now: Whether pages are served while someone writes.
        on_demand: Whether pages are made when a browser asks for them, and not in the build.
        press: Makes them.
        last_good: The last site without an error.
    """

    now: bool = False
    on_demand: bool = False
    press: Press | None = None
    last_good: Publication | None = None


serving = Serving()


def start(command: str) -> None:
    """Remember whether pages are served while someone writes."""
    serving.now = command == "serve"
    logging.getLogger("mkdocs.commands.build").addFilter(_is_news)


def _is_news(record: logging.LogRecord) -> bool:
    # It says so of every page that the press writes and the menu names.
    return "Generated empty output" not in record.msg


def check_records(config: MkDocsConfig) -> None:
    """Check all records; an error stops the build, a warning is only shown.

    While serving, an error leaves the last good pages up, with the problems on top of them.

    Raises:
        PluginError: A record has an error, or what was named as today is no day.
    """
    root = Path(config.config_file_path).parent
    os.environ[moment.VARIABLE] = str(moment.moment_of(root))
    try:
        today = moment.day_of(root, os.environ.get(moment.DAY_VARIABLE))
    except moment.NoDayError as error:
        raise PluginError(
            "\n".join(report.lines([error.problem], os.environ.get(LANGUAGE_VARIABLE) or "nl"))
        ) from error
    checked, site = publishable(root, os.environ.get(LANGUAGE_VARIABLE), today, assets_folder)
    language = checked.entries.settings.language
    for line in report.lines(checked.warnings, language):
        log.info(line)
    if site is None:
        lines = [*report.lines(checked.errors, language)]
        text = "\n".join([*lines, report.summary(checked.problems, language)])
        if serving.last_good is None:
            raise PluginError(text)
        log.error(text)
        config.extra["brugwerk_problems"] = text
        config.extra[PUBLICATION_KEY] = serving.last_good
        return
    if new := not_kept_yet(site):
        say = site.templates.translator.text
        log.info(
            say("New addresses, to be kept with `brugwerk ledger --write`: {n}").format(n=len(new))
        )
    config.extra[PUBLICATION_KEY] = site
    if serving.now:
        serving.last_good = site


def follow_settings(config: MkDocsConfig) -> None:
    """Let the site's own settings decide on language, name, address and navigation."""
    site = site_of(config)
    settings = site.catalogue.settings
    say = site.templates.translator.text
    config.site_name = html.escape(settings.title)
    config.site_url = settings.address or ""
    config.repo_url = settings.repository
    # MkDocs names a repository while it reads its own settings, which have none.
    config.repo_name = say("Files of this site")
    config.theme["language"] = settings.language
    config.nav = navigation(site.templates)
    for scheme, name in zip(
        config.theme["palette"], (say("To dark colours"), say("To light colours")), strict=True
    ):
        scheme["toggle"]["name"] = name
    config.extra["brugwerk_policy"] = POLICY
    config.extra["brugwerk_head"] = head_of_site(ground_of(config))
    config.extra["brugwerk_contact"] = settings.contact
    config.extra["brugwerk_editor"] = settings.editor is not None
    footer = settings.footer
    config.extra["brugwerk_footer"] = site.templates.in_words(footer) if footer else ""
    root = Path(config.config_file_path).parent
    config.watch.extend(str(root / name) for name in CONTENT_FOLDERS if (root / name).exists())


def confine_macros(config: MkDocsConfig) -> None:
    """Let hand-written pages reach plain settings and our own functions, and nothing else."""
    plugin: Any = config.plugins["macros"]
    functions = Macros(site_of(config), lambda: str(plugin.page.file.url)).all()
    plugin._env = sandboxed(plugin.env, functions)  # the plugin offers no other way in
    plugin.variables.clear()
    plugin.variables["config"] = {**plain(config), "extra": plain(config.extra)}
