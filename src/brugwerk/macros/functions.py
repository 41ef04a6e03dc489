"""What pages written by hand in ``docs/`` may use: living lists, counts and tables.

Only docs/ is run through Jinja; records are data and never become a template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from brugwerk.addresses import relative
from brugwerk.read.measured import measured
from brugwerk.records.description import describe
from brugwerk.records.fields import minutes_of
from brugwerk.records.product import Product
from brugwerk.records.sharing import SharedCatalogue
from brugwerk.render.elsewhere import cards_elsewhere
from brugwerk.search.facets import PARAMETERS, TIME_STEPS, search_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from brugwerk.publish.publication import Publication
    from brugwerk.records.sharing import SharedProduct

# The controlled list behind each filter; networks are records.
SCHEMES = {
    "type": "product-types",
    "status": "statuses",
    "theme": "themes",
    "level": "levels",
    "sector": "sectors",
    "subject": "subjects",
    "network": "networks",
    "challenge": "challenges",
}
_LINK = Markup('<p class="actions"><a class="button button-plain" href="{}">{}</a></p>')
# More than a reader looks through on the way; a page may have a dozen of these lists.
MOST_CARDS = 24
PUBLICATION_KEY = "brugwerk_publication"


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
            self.search_list,
            self.network_cards,
            self.count,
            self.vocabulary_table,
            self.glossary,
            self.catalogue_keys,
            self.accessibility,
            self.link,
        )

    def product_cards(self, *, elsewhere: bool = False, **wanted: Any) -> str:
        """Show cards of the products that fit every filter, in order of title.

        Of more than two dozen the first are shown, with a link to search for the rest.

        Args:
            elsewhere: Whether products of other sites follow; see ``sources`` in the settings.
            **wanted: ``type``, ``theme``, ``level``, ``sector``, ``subject``, ``network``,
                ``challenge`` or ``status`` with a term or a list of terms; ``minutes`` for the
                longest time.

        Raises:
            ValueError: A filter has another name than these, or a term is in no list.
        """
        cards, more = self._cards(wanted, elsewhere)
        return f"{cards}\n{self._searching(wanted)}" if more else cards

    def search_list(self, *, elsewhere: bool = False, **wanted: Any) -> str:
        """Show cards like ``product_cards``, and a link that goes on searching from there.

        Args:
            elsewhere: Whether products of other sites follow.
            **wanted: The filters of ``product_cards``, except ``challenge``.
        """
        return f"{self._cards(wanted, elsewhere)[0]}\n{self._searching(wanted)}"

    def _cards(self, wanted: dict[str, Any], elsewhere: bool) -> tuple[str, bool]:
        """Return the first cards of here and of other sites, and whether there are more."""
        self._refuse_unknown(wanted)
        publication = self._publication
        products = [
            entry
            for entry in publication.catalogue.products.values()
            if entry.record.status != "retired" and _fits(entry.record, wanted)
        ]
        sites = cards_elsewhere(
            publication.catalogue, publication.templates, lambda product: _fits(product, wanted)
        )
        cards = [card for site in sites for card in site.cards] if elsewhere else []
        shown = self._part(
            "product-cards", products=products[:MOST_CARDS], elsewhere=cards[:MOST_CARDS]
        )
        return shown, max(len(products), len(cards)) > MOST_CARDS

    def _searching(self, wanted: dict[str, Any]) -> str:
        chosen = {name: _listed(value) for name, value in wanted.items() if name in PARAMETERS}
        chosen["kind"] = ["product"]
        if steps := [step for step in TIME_STEPS if step <= wanted.get("minutes", 0)]:
            chosen["duration"] = [str(max(steps))]
        templates = self._publication.templates
        page = relative(templates.addresses.search, self._address())
        text = templates.translator.text("Go on searching with these choices")
        return str(_LINK.format(page + search_for(chosen), text))

    def network_cards(self, status: str | None = None) -> str:
        """Show cards of the networks, all or those with a status; of many the first."""
        networks = [
            entry
            for entry in self._publication.catalogue.networks.values()
            if status is None or entry.record.status == status
        ]
        cards = self._part("network-cards", networks=networks[:MOST_CARDS])
        if len(networks) <= MOST_CARDS:
            return cards
        templates = self._publication.templates
        target = relative(templates.addresses.networks, self._address())
        return f"{cards}\n{_LINK.format(target, templates.translator.text('All networks'))}"

    def count(self, kind: str) -> str:
        """Say how many ``products``, ``networks``, ``schools`` or ``adoptions`` there are."""
        return str(len(getattr(self._publication.catalogue, kind)))

    def vocabulary_table(self, scheme: str) -> str:
        """Show a controlled list as a table."""
        found = self._publication.catalogue.vocabulary.lists[scheme]
        return self._part("vocabulary-table", list=found, scheme=scheme)

    def glossary(self) -> str:
        """Show the glossary."""
        found = self._publication.catalogue.vocabulary.lists["glossary"]
        return self._part("glossary", list=found)

    def catalogue_keys(self) -> str:
        """Show every key of the catalogue that other sites read."""
        return self._part("catalogue-keys", fields=describe(SharedCatalogue))

    def accessibility(self) -> str:
        """Show what the last measuring of the pages found, or that there was none.

        Raises:
            MeasuredError: What it left behind cannot be read.
        """
        root = self._publication.root
        return self._part("accessibility", found=measured(root) if root else None)

    def link(self, kind: str, *ids: str) -> str:
        """Return the relative link to a page, such as ``link("product", "<id>")``.

        Raises:
            ValueError: There is no such page.
        """
        found = getattr(self._publication.templates.addresses, kind, None)
        target = found(*ids) if callable(found) else found
        editor = self._publication.catalogue.settings.editor is not None and kind == "editor"
        if not editor and f"{target}index.md" not in self._publication.pages:
            raise ValueError(f"link: there is no page {kind!r} {' '.join(ids)}")
        return relative(str(target), self._address())

    def _refuse_unknown(self, wanted: dict[str, Any]) -> None:
        for name, value in wanted.items():
            if name == "minutes":
                continue
            if name not in SCHEMES:
                names = ", ".join((*SCHEMES, "minutes"))
                raise ValueError(f"product_cards: unknown filter {name!r}; use {names}")
            terms = {value} if isinstance(value, str) else set(value)
            known = (
                set(self._publication.catalogue.networks)
                if name == "network"
                else set(self._publication.catalogue.vocabulary.lists[SCHEMES[name]].by_id)
            )
            if unknown := terms - known:
                raise ValueError(f"product_cards: unknown {name} {', '.join(sorted(unknown))}")

    def _part(self, name: str, **values: Any) -> str:
        # Markdown must see one block of HTML: no empty lines, and nothing that looks indented.
        html = self._publication.templates.render_part(name, self._address(), **values)
        return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _fits(product: Product | SharedProduct, wanted: dict[str, Any]) -> bool:
    # A network of another site is no network of this one, whatever its id.
    networks = product.networks if isinstance(product, Product) else ()
    guidance = product.guidance if isinstance(product, Product) else None
    has: dict[str, tuple[str, ...]] = {
        "type": (product.type,),
        "status": (product.status,),
        "theme": product.themes,
        "level": product.levels,
        "sector": product.sectors,
        "subject": product.subjects,
        "network": networks,
        "challenge": guidance.challenges if guidance else (),
    }
    for name, value in wanted.items():
        if name == "minutes":
            if product.duration is None or minutes_of(product.duration) > value:
                return False
            continue
        terms = {value} if isinstance(value, str) else set(value)
        if not terms & set(has[name]):
            return False
    return True
