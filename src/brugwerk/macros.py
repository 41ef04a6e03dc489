"""What pages written by hand in ``docs/`` may use: living lists, counts and tables.

Only docs/ is run through Jinja; records are data and never become a template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brugwerk.addresses import relative
from brugwerk.records.fields import minutes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from brugwerk.check import Entry
    from brugwerk.publish.publication import Publication
    from brugwerk.records.product import Product

PUBLICATION_KEY = "brugwerk_publication"


def define_env(env: Any) -> None:
    """Give mkdocs-macros its functions; called by the plugin.

    Args:
        env: The plugin's environment; the bridge left the publication in its variables.
    """
    publication: Publication = env.conf["extra"][PUBLICATION_KEY]
    for macro in Macros(publication, lambda: str(env.page.file.url)).all():
        env.macro(macro)


class Macros:
    """The functions that pages may call.

    Args:
        publication: The site's records and templates.
        address: Returns the address of the page that calls.
    """

    def __init__(self, publication: Publication, address: Callable[[], str]) -> None:
        self._publication = publication
        self._address = address

    def all(self) -> tuple[Callable[..., str], ...]:
        """Return every function, under the name that pages use."""
        return (
            self.product_cards,
            self.network_cards,
            self.count,
            self.vocabulary_table,
            self.glossary,
            self.link,
        )

    def product_cards(self, **wanted: Any) -> str:
        """Show cards of the products that fit every filter, in order of title.

        Args:
            **wanted: ``type``, ``theme``, ``level``, ``sector``, ``subject``, ``network`` or
                ``status`` with a term or a list of terms; ``minutes`` for the longest time.

        Raises:
            ValueError: A filter has another name than these.
        """
        products = [
            entry
            for entry in self._publication.catalogue.products.values()
            if entry.record.status != "retired" and _fits(entry, wanted)
        ]
        return self._part("product-cards", products=products)

    def network_cards(self, status: str | None = None) -> str:
        """Show cards of the networks, all or those with a status."""
        networks = [
            entry
            for entry in self._publication.catalogue.networks.values()
            if status is None or entry.record.status == status
        ]
        return self._part("network-cards", networks=networks)

    def count(self, kind: str) -> str:
        """Say how many ``products``, ``networks``, ``schools`` or ``adoptions`` there are."""
        return str(len(getattr(self._publication.catalogue, kind)))

    def vocabulary_table(self, scheme: str) -> str:
        """Show a controlled list as a table."""
        found = self._publication.catalogue.vocabulary.lists[scheme]
        return self._part("vocabulary-table", list=found)

    def glossary(self) -> str:
        """Show the glossary."""
        found = self._publication.catalogue.vocabulary.lists["glossary"]
        return self._part("glossary", list=found)

    def link(self, kind: str, *ids: str) -> str:
        """Return the relative link to a page, such as ``link("product", "<id>")``."""
        target = getattr(self._publication.templates.addresses, kind)
        return relative(target(*ids) if callable(target) else target, self._address())

    def _part(self, name: str, **values: Any) -> str:
        # Markdown must see one block of HTML: no empty lines, and nothing that looks indented.
        html = self._publication.templates.render_part(name, self._address(), **values)
        return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def _fits(entry: Entry[Product], wanted: dict[str, Any]) -> bool:
    product = entry.record
    has: dict[str, tuple[str, ...]] = {
        "type": (product.type,),
        "status": (product.status,),
        "theme": product.themes,
        "level": product.levels,
        "sector": product.sectors,
        "subject": product.subjects,
        "network": product.networks,
    }
    for name, value in wanted.items():
        if name == "minutes":
            if product.duration is None or minutes_of(product.duration) > value:
                return False
            continue
        if name not in has:
            raise ValueError(f"product_cards: unknown filter {name!r}; use {', '.join(has)}")
        terms = {value} if isinstance(value, str) else set(value)
        if not terms & set(has[name]):
            return False
    return True
