"""Everything that a site publishes of its records, whichever generator puts it on the web."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from brugwerk.catalogue import Catalogue, build_catalogue
from brugwerk.contribute.form.files import form_files
from brugwerk.render.kinds import all_pages
from brugwerk.render.templates import Templates
from brugwerk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brugwerk.check import Checked
    from brugwerk.render.page import Page

_HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Heading:
    """A heading of a page: its level, its anchor, and its text, escaped as HTML."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True)
class Publication:
    """A catalogue on its way out.

    Attributes:
        catalogue: The sound records.
        templates: The templates in the language of the site.
    """

    catalogue: Catalogue
    templates: Templates

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every generated page by its document, such as ``producten/<id>/index.md``.

        Raises:
            ValueError: Two pages claim one address; a record's id equals a word of the addresses.
        """
        found: dict[str, Page] = {}
        for page in all_pages(self.catalogue, self.templates):
            if page.document in found:
                raise ValueError(f"two pages at {page.address}")
            found[page.document] = page
        return found

    def attachments(self) -> Iterator[tuple[str, Path]]:
        """Yield the address and the file of every attachment."""
        for product, files in self.catalogue.attachments.items():
            if product in self.catalogue.products:
                for path, file in files.items():
                    yield self.templates.addresses.attachment(product, path), file

    def form_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the address and the content of every file that the form reads."""
        for name, content in form_files(self.catalogue, self.templates.translator):
            yield f"{self.templates.addresses.form}{name}", content

    def render(self, page: Page) -> str:
        """Return the HTML of a page's content."""
        return self.templates.render(page)


def publication(checked: Checked, language: str | None = None) -> Publication:
    """Prepare the sound records of a check for publication.

    Args:
        checked: What the check left.
        language: A language of the site to use instead of that of its settings.

    Raises:
        ValueError: Brugwerk does not speak that language.
    """
    catalogue = build_catalogue(checked.entries)
    if language:
        settings = Settings.model_validate({**dict(catalogue.settings), "language": language})
        catalogue = replace(catalogue, settings=settings)
    return Publication(catalogue, Templates(catalogue.vocabulary, catalogue.settings))


def headings(html: str) -> tuple[Heading, ...]:
    """Return the headings of levels 2 and 3 of a rendered page, for its table of contents."""
    return tuple(
        Heading(int(level), anchor, _TAG.sub("", text).strip())
        for level, anchor, text in _HEADING.findall(html)
    )
