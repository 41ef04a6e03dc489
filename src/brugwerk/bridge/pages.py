"""Generated pages join the hand-written ones, and get their content."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from brugwerk.bridge.frames import table_of_contents
from brugwerk.bridge.site import ground_of, site_of
from brugwerk.exports import head_of_page
from brugwerk.publish.editor import NoPackageError, editor_files
from brugwerk.publish.host_headers import host_headers
from brugwerk.publish.permanence.standing import standing_files
from brugwerk.publish.publication import Publication
from brugwerk.render.headings import headings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as DocumentPage

    from brugwerk.publish.publication import Publication
    from brugwerk.render.page import Page

LANGUAGES = ("nl", "en")
NOT_IN_NAV = InclusionLevel.NOT_IN_NAV


def choose_language(files: Files, config: MkDocsConfig) -> Files:
    """Keep of each hand-written page the one in the language of the site.

    ``x.md`` is Dutch; ``x.en.md`` takes its place on an English site.
    """
    language = site_of(config).catalogue.settings.language
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
    """Add the generated pages that the menu names, and the search page.

    The press writes all of them but the search page; MkDocs must know what its menu names.

    Attachments are no pages, and are written at the end.

    Raises:
        PluginError: A generated page would stand where a hand-written one is, or the editor is
            switched on and its package is not there.
    """
    site = site_of(config)
    for document in site.pages:
        if files.get_file_from_path(document) is not None:
            raise PluginError(f"docs/{document} stands where a generated page belongs")
    listed = listed_in_menu(config)
    for document in sorted({*listed, f"{site.templates.addresses.search}index.md"}):
        if document in site.pages:
            inclusion = InclusionLevel.INCLUDED if document in listed else NOT_IN_NAV
            files.append(File.generated(config, document, content="", inclusion=inclusion))
    for address, content in (standing_files(site) | host_headers(site.templates)).items():
        # MkDocs leaves out files with a dot in front, such as .htaccess, unless it is told.
        files.append(File.generated(config, address, content=content, inclusion=NOT_IN_NAV))
    _add_editor(files, site, config)
    return files


def pages_to_press(config: MkDocsConfig) -> list[Page]:
    """Return every generated page but the search page, which lists what MkDocs has built."""
    site = site_of(config)
    return [page for page in site.pages.values() if page.address != site.templates.addresses.search]


def listed_in_menu(config: MkDocsConfig) -> frozenset[str]:
    """Return the documents that the menu names."""
    return frozenset(_documents(config.nav or []))


def leave_to_press(output: str, page: DocumentPage, config: MkDocsConfig) -> str:
    """Return nothing for a page that is pressed; MkDocs then writes no file for it."""
    site = site_of(config)
    made = site.pages.get(page.file.src_uri)
    pressed = made is not None and made.address != site.templates.addresses.search
    return "" if pressed else output


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
    """Give the search page its title and description."""
    made = _search_page(page, config)
    if made is None:
        return
    # The theme's frame does not escape; everything of a record that reaches it is escaped here.
    page.meta["title"] = html.escape(made.title)
    # The tabs lead everywhere; beside a page there is only its own table of contents.
    page.meta["hide"] = ["navigation", "toc"] if made.wide else ["navigation"]
    page.meta["description"] = html.escape(made.description)
    page.meta["brugwerk_head"] = head_of_page(made, ground_of(config))
    if not made.in_search:
        page.meta["search"] = {"exclude": True}


def fill_page(content: str, page: DocumentPage, config: MkDocsConfig) -> str:
    """Return the search page's own HTML, and that of a hand-written page with its former parts."""
    site = site_of(config)
    made = _search_page(page, config)
    if made is None:
        return site.with_former_parts(content, page.url)
    rendered = site.render(made)
    found = headings(rendered)
    page.toc = table_of_contents(found)
    page.present_anchor_ids = {heading.anchor for heading in found}
    return rendered


def _search_page(page: DocumentPage, config: MkDocsConfig) -> Page | None:
    site = site_of(config)
    made = site.pages.get(page.file.src_uri)
    return made if made and made.address == site.templates.addresses.search else None


def _documents(nav: Iterable[object]) -> Iterable[str]:
    for item in nav:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            for value in item.values():
                yield from _documents(value if isinstance(value, list) else [value])
