"""Everything that a site publishes of its records, whichever generator puts it on the web."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from brugwerk.catalogue import Catalogue, build_catalogue
from brugwerk.contribute.form.files import form_files
from brugwerk.exports import Ground as GroundOfExports
from brugwerk.exports import kept_addresses
from brugwerk.publish.permanence.aliased import aliased
from brugwerk.publish.permanence.moves import Answer, Ground, Moves, moves
from brugwerk.publish.permanence.owners import owners
from brugwerk.publish.permanence.parts import with_former_parts
from brugwerk.publish.permanence.published import published
from brugwerk.publish.permanence.standing import called
from brugwerk.read.ledger import Ledger
from brugwerk.records.moves import Gone, Redirects
from brugwerk.render.kinds import all_pages
from brugwerk.render.templates import Templates
from brugwerk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from brugwerk.check import Checked
    from brugwerk.render.page import Page


class TwoPagesError(ValueError):
    """Two pages claim one address; a record's id equals a word of the addresses."""

    def __init__(self, address: str) -> None:
        super().__init__(f"two pages at {address}")
        self.address = address


@dataclass(frozen=True)
class Publication:
    """A catalogue on its way out.

    Attributes:
        catalogue: The sound records.
        templates: The templates in the language of the site.
        redirects: Where former addresses lead, as ``redirects.yml`` says.
        ledger: Every address that was ever published.
        root: The site's folder, with the hand-written pages; none where there are none.
    """

    catalogue: Catalogue
    templates: Templates
    redirects: Redirects = field(default_factory=Redirects)
    ledger: Ledger = field(default_factory=Ledger)
    root: Path | None = None

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every generated page by its document, such as ``producten/<id>/index.md``.

        Raises:
            TwoPagesError: Two pages claim one address.
        """
        found: dict[str, Page] = {}
        for page in all_pages(self.catalogue, self.templates):
            if page.document in found:
                raise TwoPagesError(page.address)
            found[page.document] = page
        for page in found.values():
            for address in kept_addresses(page, self.templates.addresses):
                if f"{address}index.md" in found:
                    raise TwoPagesError(address)
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

    def ground_of_exports(
        self, attachment: Callable[[Path], bytes], content: Callable[[Page], str] | None = None
    ) -> GroundOfExports:
        """Return what files beside the pages and heads of pages are made from.

        Args:
            attachment: Gives an attachment as readers get it.
            content: Gives the HTML of a page; without it, pages are rendered for it.
        """
        return GroundOfExports(
            catalogue=self.catalogue,
            templates=self.templates,
            pages=self.pages,
            content=content or self.templates.render,
            attachment=attachment,
            licence=self._licence,
        )

    def _licence(self, spdx: str) -> str | None:
        """Return the text of a licence from the folder in which REUSE 3.3 keeps it."""
        if spdx not in self._licences:
            file = self.root / "LICENSES" / f"{spdx}.txt" if self.root else None
            there = file is not None and file.is_file()
            self._licences[spdx] = file.read_text("utf-8") if file and there else None
        return self._licences[spdx]

    @cached_property
    def _licences(self) -> dict[str, str | None]:
        return {}

    @cached_property
    def published(self) -> frozenset[str]:
        """Every address that others may link to."""
        return published(self)

    @cached_property
    def ground(self) -> Ground:
        """What redirects are judged against."""
        at = self.templates.addresses
        return Ground(
            self.published, self.ledger.lines, self._has_anchor, lambda former: owners(at, former)
        )

    @cached_property
    def moves(self) -> Moves:
        """Where every former address leads."""
        return moves(aliased(self, self.published), self.redirects, self.ground)

    @cached_property
    def former_parts(self) -> dict[str, dict[str, Answer]]:
        """Where the former anchors of each page lead, by the address of the page."""
        found: dict[str, dict[str, Answer]] = {}
        for address, answer in self.moves.answers.items():
            page, mark, anchor = address.partition("#")
            if mark:
                found.setdefault(page, {})[anchor] = answer
        return found

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of every generated page by its address."""
        return {page.address: page.title for page in self.pages.values()}

    def former_parts_with_titles(self, address: str) -> list[tuple[str, Answer, list[str]]]:
        """Return where the former parts of a page lead, and what that is called."""
        return [
            (anchor, answer, [])
            if isinstance(answer, Gone)
            else (anchor, answer, [called(target, self.titles) for target in answer])
            for anchor, answer in self.former_parts.get(address, {}).items()
        ]

    def _has_anchor(self, address: str, anchor: str) -> bool | None:
        page = self.pages.get(f"{address}index.md")
        if page is None:
            # Those of a hand-written page are only known once its generator has read it.
            return None
        return f' id="{escape(anchor)}"' in self.templates.render(page)

    def render(self, page: Page) -> str:
        """Return the HTML of a page's content, with its former anchors."""
        return self.with_former_parts(self.templates.render(page), page.address)

    def with_former_parts(self, content: str, address: str) -> str:
        """Return the HTML of any page's content, with its former anchors."""
        if address not in self.former_parts:
            return content
        return with_former_parts(content, address, self)


def publication(
    checked: Checked,
    language: str | None = None,
    assets: Callable[[str], str] | None = None,
) -> Publication:
    """Prepare the sound records of a check for publication.

    Args:
        checked: What the check left.
        language: A language of the site to use instead of that of its settings.
        assets: Gives the folder of scripts and styles for a language; without it they stand in
            the folder of the theme.

    Raises:
        ValueError: Brugwerk does not speak that language.
    """
    catalogue = build_catalogue(checked.entries)
    if language:
        settings = Settings.model_validate({**dict(catalogue.settings), "language": language})
        catalogue = replace(catalogue, settings=settings)
    entries = checked.entries
    templates = Templates(catalogue.vocabulary, catalogue.settings)
    if assets is not None:
        templates = replace(templates, assets=assets(catalogue.settings.language))
    return Publication(
        catalogue,
        templates,
        entries.redirects,
        entries.raw.ledger,
        entries.raw.root,
    )
