"""The one place that knows MkDocs: it hands checked records over, and pages back.

Nothing is decided here. Each function is one step of a build; the hooks call them in order.
"""

from __future__ import annotations

import html
import os
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs.contrib.search
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from brugwerk.macros import PUBLICATION_KEY, Macros, plain, sandboxed
from brugwerk.problems import report
from brugwerk.publish.attachments import STORE, Store
from brugwerk.publish.editor import NoPackageError, editor_files
from brugwerk.publish.links import built_site
from brugwerk.publish.navigation import navigation
from brugwerk.publish.origins import Origins
from brugwerk.publish.permanence.judged import not_kept_yet
from brugwerk.publish.permanence.standing import standing_files
from brugwerk.publish.publication import Heading, Publication, headings
from brugwerk.publish.publishable import publishable
from brugwerk.publish.security_policy import POLICY, frame_scripts
from brugwerk.read import moment
from brugwerk.search.documents import WrittenPage
from brugwerk.search.gathering import Gathering

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as DocumentPage

log = get_plugin_logger("brugwerk")
CONTENT_FOLDERS = (
    *("products", "networks", "schools", "vocabulary"),
    *("brugwerk.yml", "redirects.yml", "addresses.txt"),
)
GATHERING_KEY = "brugwerk_gathering"
SCRIPTS = Path(__file__).parent / "theme" / "assets" / "search"
LANGUAGE_VARIABLE = "BRUGWERK_LANGUAGE"
LANGUAGES = ("nl", "en")


@dataclass
class _Serving:
    """What a server that rebuilds must remember: MkDocs starts every build from nothing."""

    now: bool = False
    last_good: Publication | None = None


_serving = _Serving()


def start(command: str) -> None:
    """Remember whether pages are served while someone writes."""
    _serving.now = command == "serve"


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
    checked, site = publishable(root, os.environ.get(LANGUAGE_VARIABLE), today)
    language = checked.entries.settings.language
    for line in report.lines(checked.warnings, language):
        log.info(line)
    if site is None:
        lines = [*report.lines(checked.errors, language)]
        text = "\n".join([*lines, report.summary(checked.problems, language)])
        if _serving.last_good is None:
            raise PluginError(text)
        log.error(text)
        config.extra["brugwerk_problems"] = text
        config.extra[PUBLICATION_KEY] = _serving.last_good
        return
    if new := not_kept_yet(site):
        say = site.templates.translator.text
        log.info(
            say("New addresses, to be kept with `brugwerk ledger --write`: {n}").format(n=len(new))
        )
    config.extra[PUBLICATION_KEY] = site
    if _serving.now:
        _serving.last_good = site


def follow_settings(config: MkDocsConfig) -> None:
    """Let the site's own settings decide on language, name, address and navigation."""
    site = _publication(config)
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
    config.extra["brugwerk_contact"] = settings.contact
    config.extra["brugwerk_editor"] = settings.editor is not None
    footer = settings.footer
    config.extra["brugwerk_footer"] = site.templates.in_words(footer) if footer else ""
    root = Path(config.config_file_path).parent
    config.watch.extend(str(root / name) for name in CONTENT_FOLDERS if (root / name).exists())


def confine_macros(config: MkDocsConfig) -> None:
    """Let hand-written pages reach plain settings and our own functions, and nothing else."""
    plugin: Any = config.plugins["macros"]
    functions = Macros(_publication(config), lambda: str(plugin.page.file.url)).all()
    plugin._env = sandboxed(plugin.env, functions)  # the plugin offers no other way in
    plugin.variables.clear()
    plugin.variables["config"] = {**plain(config), "extra": plain(config.extra)}


def choose_language(files: Files, config: MkDocsConfig) -> Files:
    """Keep of each hand-written page the one in the language of the site.

    ``x.md`` is Dutch; ``x.en.md`` takes its place on an English site.
    """
    language = _publication(config).catalogue.settings.language
    for file in list(files):
        stem, _, suffix = file.src_uri.removesuffix(".md").rpartition(".")
        if file.src_uri.endswith(".md") and suffix in LANGUAGES and stem:
            files.remove(file)
            if suffix == language and file.abs_src_path:
                uri = f"{stem}.md"
                if (base := files.get_file_from_path(uri)) is not None:
                    files.remove(base)
                files.append(File.generated(config, uri, abs_src_path=file.abs_src_path))
    return files


def add_pages(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page; attachments are no pages, and are written at the end.

    Raises:
        PluginError: A generated page would stand where a hand-written one is, or the editor is
            switched on and its package is not there.
    """
    site = _publication(config)
    listed = set(_documents(config.nav or []))
    for document, page in site.pages.items():
        if files.get_file_from_path(document) is not None:
            raise PluginError(f"docs/{document} stands where a generated page belongs")
        inclusion = InclusionLevel.INCLUDED if document in listed else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, document, content="", inclusion=inclusion)
        file.edit_uri = f"../{page.source}" if page.source else None
        files.append(file)
    for address, script in frame_scripts(_theme_script).items():
        files.append(File.generated(config, address, content=script))
    for address, content in standing_files(site).items():
        # MkDocs leaves out files with a dot in front, such as .htaccess, unless it is told.
        inclusion = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, address, content=content, inclusion=inclusion))
    _add_editor(files, site, config)
    return files


def _theme_script(name: str) -> str:
    templates = resources.files("material") / "templates" / "partials" / "javascripts"
    return (templates / f"{name}.html").read_text("utf-8")


def _add_editor(files: Files, site: Publication, config: MkDocsConfig) -> None:
    try:
        found = editor_files(site, Path(config.config_file_path).parent)
    except NoPackageError as error:
        raise PluginError(str(error)) from error
    for address, content in found.items():
        if isinstance(content, Path):
            files.append(File.generated(config, address, abs_src_path=str(content)))
        else:
            files.append(File.generated(config, address, content=content))


def describe_page(page: DocumentPage, config: MkDocsConfig) -> None:
    """Give a generated page its title and description."""
    made = _publication(config).pages.get(page.file.src_uri)
    if made is None:
        return
    # The theme's frame does not escape; everything of a record that reaches it is escaped here.
    page.meta["title"] = html.escape(made.title)
    # The tabs lead everywhere; beside a page there is only its own table of contents.
    page.meta["hide"] = ["navigation", "toc"] if made.wide else ["navigation"]
    page.meta["description"] = html.escape(made.description)
    if not made.in_search:
        page.meta["search"] = {"exclude": True}


def fill_page(content: str, page: DocumentPage, config: MkDocsConfig) -> str:
    """Return a generated page's own HTML, and give it its table of contents."""
    site = _publication(config)
    made = site.pages.get(page.file.src_uri)
    if made is None:
        return site.with_former_parts(content, page.url)
    rendered = site.render(made)
    found = headings(rendered)
    page.toc = TableOfContents(_nested(found))
    page.present_anchor_ids = {heading.anchor for heading in found}
    return rendered


def prepare_search(config: MkDocsConfig) -> None:
    """Give every page its search field, and start gathering what it will find."""
    site = _publication(config)
    gathering = Gathering(site.catalogue, site.templates, site.pages)
    config.extra[GATHERING_KEY] = gathering
    config.extra["brugwerk_search"] = gathering.words


def join_scripts(files: Files, config: MkDocsConfig) -> Files:
    """Put each script of search in the place of the modules that it is made of."""
    gathering: Gathering = config.extra[GATHERING_KEY]
    mkdocs_search = Path(mkdocs.contrib.search.__file__).parent
    for name, content in gathering.scripts(SCRIPTS, mkdocs_search).items():
        uri = f"assets/search/{name}"
        if (alone := files.get_file_from_path(uri)) is not None:
            files.remove(alone)
        files.append(File.generated(config, uri, content=content))
    return files


def gather_page(content: str, page: DocumentPage, config: MkDocsConfig) -> None:
    """Remember what a page holds, unless it asks search to leave it out."""
    gathering: Gathering = config.extra[GATHERING_KEY]
    if page.file.src_uri in gathering.pages:
        gathering.generated(page.file.src_uri, content)
    elif not page.meta.get("search", {}).get("exclude"):
        description = str(page.meta.get("description") or "")
        gathering.written(WrittenPage(page.url, str(page.title), description, content))


def complete_search_page(page: DocumentPage, config: MkDocsConfig) -> None:
    """List the hand-written pages on the search page too; by now all of them have been read."""
    gathering: Gathering = config.extra[GATHERING_KEY]
    if page.url == gathering.words["address"]:
        page.content = gathering.search_page()
        page.meta["hide"] = ["navigation", "toc"]


def write_search(config: MkDocsConfig) -> None:
    """Write the files of search below the address of the search page."""
    gathering: Gathering = config.extra[GATHERING_KEY]
    for address, content in gathering.files().items():
        path = Path(config.site_dir) / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_form(config: MkDocsConfig) -> None:
    """Write what the form for contributions reads, below the address of its page."""
    for address, content in _publication(config).form_files():
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
    for address, path in _publication(config).attachments():
        target = Path(config.site_dir) / address
        try:
            content = store.cleaned(path)
        except (OSError, ValueError) as error:
            raise PluginError(f"{address}: {error}") from error
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    store.forget_others()


def check_links(config: MkDocsConfig) -> None:
    """Check that every link within the built site leads somewhere.

    While serving, and in a build that is not strict, what is wrong is only shown.

    Raises:
        PluginError: A page or an anchor that a page leads to is not there.
    """
    site = _publication(config)
    built = built_site(Path(config.site_dir), config.site_url or "")
    problems = built.problems(Origins(site, Path(config.config_file_path).parent).of)
    if not problems:
        return
    language = site.catalogue.settings.language
    text = "\n".join([*report.lines(problems, language), report.summary(problems, language)])
    if config.strict and not _serving.now:
        raise PluginError(text)
    log.warning(text)


def _publication(config: MkDocsConfig) -> Publication:
    site: Publication = config.extra[PUBLICATION_KEY]
    return site


def _documents(nav: Iterable[object]) -> Iterable[str]:
    for item in nav:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            for value in item.values():
                yield from _documents(value if isinstance(value, list) else [value])


def _nested(found: Iterable[Heading]) -> list[AnchorLink]:
    top: list[AnchorLink] = []
    for heading in found:
        link = AnchorLink(heading.text, heading.anchor, heading.level)
        if heading.level > 2 and top:
            top[-1].children.append(link)
        else:
            top.append(link)
    return top
