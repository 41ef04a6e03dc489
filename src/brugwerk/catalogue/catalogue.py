"""The catalogue: every sound record by id, and who belongs to whom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from brugwerk.catalogue.elsewhere import Elsewhere, elsewhere
from brugwerk.records.fields import version_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from brugwerk.check.entries import Entries, Entry
    from brugwerk.records.adoption import Adoption
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.reflection import Reflection
    from brugwerk.records.school import School
    from brugwerk.records.vocabulary import Vocabulary
    from brugwerk.settings import Settings

Value = TypeVar("Value")


@dataclass(frozen=True)
class Catalogue:
    """All sound records of a site.

    Attributes:
        products, networks, schools: By id, in order of title or name.
        adoptions: By school and product.
        reflections: By network and date.
        versions: Kept versions of products, by product and version.
        attachments: The files of every product, by path below the product's folder.
        vocabulary: The controlled lists.
        settings: The site's settings.
        today: The day that the records are seen from; none where nothing can be called past.
        elsewhere: Other sites with their products, which count for nothing here.
    """

    products: Mapping[str, Entry[Product]]
    networks: Mapping[str, Entry[Network]]
    schools: Mapping[str, Entry[School]]
    adoptions: Mapping[tuple[str, str], Entry[Adoption]]
    reflections: Mapping[tuple[str, str], Entry[Reflection]]
    versions: Mapping[tuple[str, str], Entry[Product]]
    attachments: Mapping[str, Mapping[str, Path]]
    vocabulary: Vocabulary
    settings: Settings
    today: date | None = None
    elsewhere: tuple[Elsewhere, ...] = ()

    def adoptions_of(self, product: str) -> tuple[Entry[Adoption], ...]:
        """Return the adoptions of a product, in order of the school's name."""
        return self._by_product.get(product, ())

    def adoptions_at(self, school: str) -> tuple[Entry[Adoption], ...]:
        """Return the adoptions at a school, in order of the product's title."""
        return self._by_school.get(school, ())

    def earlier_versions(self, product: str) -> Mapping[str, Entry[Product]]:
        """Return the kept versions of a product before its present one, newest first.

        A version is kept just before the next one is written; until then it is the present one.
        """
        present = self.products[product].record.version
        kept = {entry.id: entry for entry in self._kept.get(product, ())}
        older = (v for v in kept if present and version_order(v) < version_order(present))
        return {v: kept[v] for v in sorted(older, key=version_order, reverse=True)}

    def products_of(self, network: str) -> tuple[Entry[Product], ...]:
        """Return what a network made, in order of title."""
        return self._made_by.get(network, ())

    def products_about(self, theme: str) -> tuple[Entry[Product], ...]:
        """Return the products with a theme, in order of title."""
        return self._about.get(theme, ())

    def reflections_of(self, network: str) -> tuple[Entry[Reflection], ...]:
        """Return the reflections of a network, in order of date."""
        return self._reflections_by.get(network, ())

    def schools_of(self, network: str) -> tuple[Entry[School], ...]:
        """Return the schools of a network, whichever of the two records says so."""
        return self._schools_by.get(network, ())

    def networks_of(self, school: str) -> tuple[Entry[Network], ...]:
        """Return the networks of a school, whichever of the two records says so."""
        return self._networks_by.get(school, ())

    @cached_property
    def _made_by(self) -> dict[str, tuple[Entry[Product], ...]]:
        entries = self.products.values()
        return _grouped((n, e) for e in entries for n in dict.fromkeys(e.record.networks))

    @cached_property
    def _about(self) -> dict[str, tuple[Entry[Product], ...]]:
        entries = self.products.values()
        return _grouped((t, e) for e in entries for t in dict.fromkeys(e.record.themes))

    @cached_property
    def _reflections_by(self) -> dict[str, tuple[Entry[Reflection], ...]]:
        return _grouped((e.owner, e) for e in self.reflections.values())

    @cached_property
    def _taking_part(self) -> frozenset[tuple[str, str]]:
        """Each network and school of which one names the other."""
        of_networks = {(n, s) for n, e in self.networks.items() for s in e.record.schools}
        of_schools = {(n, s) for s, e in self.schools.items() for n in e.record.networks}
        return frozenset(
            (n, s) for n, s in of_networks | of_schools if n in self.networks and s in self.schools
        )

    @cached_property
    def _schools_by(self) -> dict[str, tuple[Entry[School], ...]]:
        order = {school: place for place, school in enumerate(self.schools)}
        pairs = sorted(self._taking_part, key=lambda pair: order[pair[1]])
        return _grouped((network, self.schools[school]) for network, school in pairs)

    @cached_property
    def _networks_by(self) -> dict[str, tuple[Entry[Network], ...]]:
        order = {network: place for place, network in enumerate(self.networks)}
        pairs = sorted(self._taking_part, key=lambda pair: order[pair[0]])
        return _grouped((school, self.networks[network]) for network, school in pairs)

    @cached_property
    def _by_product(self) -> dict[str, tuple[Entry[Adoption], ...]]:
        return _grouped((e.id, e) for e in self.adoptions.values())

    @cached_property
    def _kept(self) -> dict[str, tuple[Entry[Product], ...]]:
        return _grouped((e.owner, e) for e in self.versions.values())

    @cached_property
    def _by_school(self) -> dict[str, tuple[Entry[Adoption], ...]]:
        return _grouped((e.owner, e) for e in self.adoptions.values())


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    groups: dict[str, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def build_catalogue(entries: Entries) -> Catalogue:
    """Link the sound records of a site.

    Args:
        entries: What a check without errors left.
    """
    products = sorted(entries.products.items(), key=lambda i: (_folded(i[1].record.title), i[0]))
    networks = sorted(entries.networks.items(), key=lambda i: (_folded(i[1].record.title), i[0]))
    schools = sorted(entries.schools.items(), key=lambda i: (_folded(i[1].record.name), i[0]))
    school_order = {school: index for index, (school, _) in enumerate(schools)}
    product_order = {product: index for index, (product, _) in enumerate(products)}
    adoptions = sorted(
        entries.adoptions.items(), key=lambda i: (school_order[i[0][0]], product_order[i[0][1]])
    )
    return Catalogue(
        products=MappingProxyType(dict(products)),
        networks=MappingProxyType(dict(networks)),
        schools=MappingProxyType(dict(schools)),
        adoptions=MappingProxyType(dict(adoptions)),
        reflections=MappingProxyType(dict(sorted(entries.reflections.items()))),
        versions=MappingProxyType(entries.versions),
        attachments=MappingProxyType(entries.raw.attachments),
        vocabulary=entries.vocabulary,
        settings=entries.settings,
        today=entries.today,
        elsewhere=tuple(elsewhere(entries.elsewhere, entries.settings)),
    )


def _folded(title: str) -> str:
    return title.casefold()
