"""What one build puts on the web, gathered page by page, until search can be made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brugwerk.render.kinds.search import Link, with_written_pages
from brugwerk.search.documents import WrittenPage, document_of_written, in_order
from brugwerk.search.elsewhere import with_elsewhere
from brugwerk.search.files import search_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.catalogue import Catalogue
    from brugwerk.render.page import Page
    from brugwerk.render.templates import Templates
    from brugwerk.search.documents import Document


@dataclass
class Gathering:
    """The pages of one build.

    Attributes:
        catalogue: The sound records.
        templates: The templates in the language of the site.
        pages: Every generated page by its document.
    """

    catalogue: Catalogue
    templates: Templates
    pages: Mapping[str, Page]
    _documents: list[Document] = field(default_factory=list)
    _written: dict[str, WrittenPage] = field(default_factory=dict)

    def again(self, catalogue: Catalogue, pages: Mapping[str, Page]) -> Gathering:
        """Return a gathering of changed records, beside the same hand-written pages."""
        return Gathering(catalogue, self.templates, pages, [], self._written)

    @property
    def words(self) -> dict[str, str]:
        """What the frame of every page needs for its search field."""
        say = self.templates.translator.text
        return {
            "address": self.templates.addresses.search,
            "label": say("Search the site"),
            "hint": say("Search"),
            "selection": say("My selection"),
            "keep": say("Keep in my selection"),
            "kept": say("In my selection"),
            "failed": say("Search could not be loaded. The search page has the whole list."),
        }

    def found(self, document: Document) -> None:
        """Remember a generated page as search sees it."""
        self._documents.append(document)

    def written(self, page: WrittenPage) -> None:
        """Remember a page that was written by hand."""
        self._written[page.address] = page

    def search_page(self) -> str:
        """Return the search page with every page that was gathered."""
        made = self.pages[f"{self.templates.addresses.search}index.md"]
        label = self.templates.translator.text("Explanation")
        links = (Link(page.title, page.address) for page in self._written.values())
        return self.templates.render(with_written_pages(made, label, links))

    def files(self) -> dict[str, bytes]:
        """Return every file of the index by its address."""
        written = map(document_of_written, self._written.values())
        documents = in_order((*self._documents, *written))
        says = self.templates.translator
        found = with_elsewhere(documents, self.catalogue)
        made = search_files(found, self.catalogue, says)
        return {self.templates.addresses.search + path: made[path] for path in sorted(made)}
