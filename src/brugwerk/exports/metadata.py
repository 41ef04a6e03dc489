"""What every standard wants to know of a product, before any of them writes it its own way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from brugwerk.addresses import absolute, relative
from brugwerk.derive.news import changed_on
from brugwerk.language import translator
from brugwerk.records.fields import minutes_of
from brugwerk.render.kinds.product import ProductView

if TYPE_CHECKING:
    from datetime import date

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.exports.export import Ground
    from brugwerk.language import Translator
    from brugwerk.records.product import Product
    from brugwerk.records.vocabulary import LicenceTerm, VocabularyTerm
    from brugwerk.render.page import Page
    from brugwerk.render.templates import Templates

# The age from which somebody who is no pupil learns (IEEE LOM 5.7: "18-").
ADULTS = "18-"


@dataclass(frozen=True)
class Maker:
    """A network that made a product, or the site that publishes it."""

    name: str
    url: str


@dataclass(frozen=True)
class RelatedWork:
    """Another product, or a source, with the kind of relation; the address where there is one."""

    kind: VocabularyTerm
    title: str
    url: str


@dataclass(frozen=True)
class PartOfWork:
    """A file of a product, and for whom it is."""

    title: str
    url: str
    audience: VocabularyTerm


def web_address(templates: Templates, address: str, page: str) -> str:
    """Return the full web address of an address; from the page where the site has none of its own.

    Args:
        templates: For the settings of the site.
        address: An address below the site's root.
        page: The address of the page on which it is to stand.
    """
    root = templates.settings.address
    return absolute(address, root) if root else quote(relative(address, page), safe="/#")


def lasting_id(entry: Entry[Product]) -> str:
    """Return the id under which a product was known first; its address goes on answering."""
    return entry.record.aliases[0] if entry.record.aliases else entry.id


@dataclass(frozen=True)
class Metadata:
    """A product as catalogues and harvesters describe it.

    Nobody is named here but networks: whoever agreed to be named on the site did not agree to
    be copied by others, and a copy cannot be taken back.

    Attributes:
        entry: The product.
        catalogue: The records that it refers to.
        templates: Addresses, words and settings.
    """

    entry: Entry[Product]
    catalogue: Catalogue
    templates: Templates

    @property
    def product(self) -> Product:
        """The record."""
        return self.entry.record

    @property
    def address(self) -> str:
        """The address of its page, below the site's root."""
        return self.templates.addresses.product(self.entry.id)

    @property
    def url(self) -> str:
        """Where it stands."""
        return self._url(self.address)

    @property
    def identifier(self) -> str:
        """The address that it had first, which always answers and never changes."""
        return self._url(self.templates.addresses.product(lasting_id(self.entry)))

    @property
    def label_language(self) -> str:
        """The language of our own words: that of the product, as far as we speak it."""
        return "en" if self.product.language == "en" else "nl"

    @cached_property
    def summary(self) -> str:
        """What it is, as plain text."""
        return self.templates.in_plain_words(self.product.summary)

    @cached_property
    def goals(self) -> tuple[str, ...]:
        """What one can do after it, as plain text."""
        return tuple(self.templates.in_plain_words(goal) for goal in self.product.goals)

    @property
    def description(self) -> str:
        """What it is, and first that and why it is retired."""
        if not (retirement := self.product.retirement):
            return self.summary
        retired = self._says.text("Retired on %(day)s.") % {"day": self._says.day(retirement.date)}
        return f"{retired} {self.templates.in_plain_words(retirement.reason)} {self.summary}"

    @property
    def first_day(self) -> date | None:
        """The day of its first version."""
        return min((change.date for change in self.product.changes), default=None)

    @property
    def last_day(self) -> date | None:
        """The day of its last change."""
        return changed_on(self.product)

    @property
    def kind(self) -> VocabularyTerm:
        """What kind of product it is."""
        return self._term("product-types", self.product.type)

    @property
    def status(self) -> VocabularyTerm:
        """How far it is."""
        return self._term("statuses", self.product.status)

    @property
    def subjects(self) -> tuple[VocabularyTerm, ...]:
        """Its subjects."""
        return self._terms("subjects", self.product.subjects)

    @property
    def themes(self) -> tuple[VocabularyTerm, ...]:
        """Its themes."""
        return self._terms("themes", self.product.themes)

    @property
    def sectors(self) -> tuple[VocabularyTerm, ...]:
        """The kinds of education that it is for."""
        return self._terms("sectors", self.product.sectors)

    @property
    def levels(self) -> tuple[VocabularyTerm, ...]:
        """The school years that it is for."""
        return self._terms("levels", self.product.levels)

    @property
    def keywords(self) -> tuple[str, ...]:
        """Its themes and subjects in words, or else what kind of product it is."""
        terms = (*self.themes, *self.subjects) or (self.kind,)
        return tuple(self.label(term) for term in terms)

    @property
    def licence(self) -> LicenceTerm | None:
        """What others may do with it, where the makers chose."""
        chosen = self.product.license
        return self.catalogue.vocabulary.licence(chosen) if chosen else None

    @property
    def rights(self) -> str:
        """What others may do with it, in words."""
        if not (licence := self.licence):
            return self._says.text(
                "The makers have not chosen a licence yet. Ask before you share it."
            )
        words = licence.in_words.en if self.label_language == "en" else licence.in_words.nl
        return f"{self.label(licence)}. {words}"

    @property
    def cost(self) -> str:
        """Whether using it costs a school anything: ``yes`` or ``no`` (NL LOM 6.1)."""
        cost = self.product.cost
        return self._term("costs", cost).external.get("nl-lom-cost", "no") if cost else "no"

    @property
    def end_user_roles(self) -> tuple[str, ...]:
        """Who works with it, in the words of NL LOM 5.5."""
        terms = (self.kind, *(part.audience for part in self.parts))
        found = (term.external.get("nl-lom-end-user") for term in terms)
        return tuple(dict.fromkeys(role for role in found if role))

    @property
    def age_range(self) -> str:
        """The typical age of the pupils, or of the adults where it names no school years."""
        for terms in (self.levels, (self.kind,), self.sectors):
            if ages := [term.ages for term in terms if term.ages]:
                return _joined(ages)
        return ADULTS

    @property
    def learning_time(self) -> str:
        """The time that all sessions take together, as ISO 8601; nothing where it is not known."""
        if not self.product.duration:
            return ""
        hours, minutes = divmod(
            minutes_of(self.product.duration) * (self.product.sessions or 1), 60
        )
        return (
            "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes or not hours else "")
        )

    @property
    def makers(self) -> tuple[Maker, ...]:
        """The networks that made it."""
        at = self.templates.addresses
        return tuple(
            Maker(self.catalogue.networks[network].record.title, self._url(at.network(network)))
            for network in self.product.networks
        )

    @property
    def publisher(self) -> Maker:
        """The site."""
        return Maker(self.templates.settings.title, self._url(""))

    @property
    def relations(self) -> tuple[RelatedWork, ...]:
        """The works that it belongs with."""
        found = []
        for relation in self.product.relations:
            kind = self._term("relation-kinds", relation.kind)
            if relation.product:
                other = self.catalogue.products[relation.product]
                address = self.templates.addresses.product(lasting_id(other))
                found.append(RelatedWork(kind, other.record.title, self._url(address)))
            else:
                found.append(RelatedWork(kind, relation.source or "", relation.url or ""))
        return tuple(found)

    @property
    def parts(self) -> tuple[PartOfWork, ...]:
        """Its attachments."""
        at = self.templates.addresses
        return tuple(
            PartOfWork(
                file.title,
                self._url(at.attachment(self.entry.id, file.path)),
                self._term("file-audiences", file.audience),
            )
            for file in self.product.files
        )

    def label(self, term: VocabularyTerm) -> str:
        """Return what people call a term, in :attr:`label_language`."""
        return term.label.en if self.label_language == "en" else term.label.nl

    @property
    def _says(self) -> Translator:
        return translator(self.label_language)

    def _url(self, address: str) -> str:
        return web_address(self.templates, address, self.address)

    def _term(self, scheme: str, term_id: str) -> VocabularyTerm:
        return self.catalogue.vocabulary.term(scheme, term_id)

    def _terms(self, scheme: str, ids: tuple[str, ...]) -> tuple[VocabularyTerm, ...]:
        return tuple(self._term(scheme, term_id) for term_id in ids)


def metadata_of(page: Page, ground: Ground) -> Metadata | None:
    """Return the metadata of the product that a page is about; none for any other page.

    It reads nothing that the value of the page does not hold, so that a kept page stays true.
    """
    if not isinstance(page.view, ProductView):
        return None
    return Metadata(ground.catalogue.products[page.view.id], ground.catalogue, ground.templates)


def _joined(ranges: list[str]) -> str:
    """Return the range that holds all others: ``8-9`` and ``11-12`` make ``8-12``."""
    pairs = [age.split("-") for age in ranges]
    youngest = min(int(low) for low, _ in pairs)
    open_ended = any(not high for _, high in pairs)
    oldest = "" if open_ended else str(max(int(high) for _, high in pairs))
    return f"{youngest}-{oldest}"
