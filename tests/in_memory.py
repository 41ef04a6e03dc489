"""A catalogue made in memory of a few records, for tests that need no files.

Records are given by id, as ``dict``s of :mod:`tests.builders`; adoptions by ``(school, product)``
and reflections by ``(network, day)``. The controlled lists are those of the site.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from brugwerk.catalogue import Catalogue, build_catalogue
from brugwerk.check import Entries, Entry, check_site
from brugwerk.publish.publication import Publication
from brugwerk.read.front_matter import Source
from brugwerk.read.site import RawSite
from brugwerk.records.adoption import Adoption
from brugwerk.records.network import Network
from brugwerk.records.product import Product
from brugwerk.records.reflection import Reflection
from brugwerk.records.school import School
from brugwerk.render.templates import Templates
from brugwerk.settings import Settings
from tests.builders import (
    VOCABULARY,
    adoption,
    complete_product,
    earlier_product,
    guideline,
    network,
    product,
    reflection,
    school,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.records.fields import Shape
    from brugwerk.records.sharing import KeptCatalogue
    from brugwerk.records.vocabulary import Vocabulary

Record = dict[str, Any]


@cache
def vocabulary() -> Vocabulary:
    """The controlled lists of the site."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(VOCABULARY, Path(folder) / "vocabulary")
        return check_site(Path(folder)).entries.vocabulary


def catalogue(
    *,
    products: Mapping[str, Record] | None = None,
    networks: Mapping[str, Record] | None = None,
    schools: Mapping[str, Record] | None = None,
    adoptions: Mapping[tuple[str, str], Record] | None = None,
    reflections: Mapping[tuple[str, str], Record] | None = None,
    versions: Mapping[tuple[str, str], Record] | None = None,
    bodies: Mapping[str, str] | None = None,
    settings: Record | None = None,
    elsewhere: Mapping[str, KeptCatalogue] | None = None,
) -> Catalogue:
    """Link records that are only in memory; ``bodies`` gives the Markdown of a file."""

    def entry(shape: type[Shape], record: Record, file: str, record_id: str, owner: str) -> Any:
        source = Source(PurePosixPath(file), record, (bodies or {}).get(file, ""))
        checked = shape.model_validate(record, context=vocabulary().ids())
        return Entry(checked, record_id, owner, source)

    return build_catalogue(
        Entries(
            RawSite(Path()),
            vocabulary(),
            Settings.model_validate(settings or {}),
            products={
                i: entry(Product, r, f"products/{i}/index.md", i, "")
                for i, r in (products or {}).items()
            },
            networks={
                i: entry(Network, r, f"networks/{i}/index.md", i, "")
                for i, r in (networks or {}).items()
            },
            schools={
                i: entry(School, r, f"schools/{i}/index.md", i, "")
                for i, r in (schools or {}).items()
            },
            adoptions={
                (s, p): entry(Adoption, r, f"schools/{s}/{p}.md", p, s)
                for (s, p), r in (adoptions or {}).items()
            },
            reflections={
                (n, d): entry(Reflection, r, f"networks/{n}/reflections/{d}.md", d, n)
                for (n, d), r in (reflections or {}).items()
            },
            versions={
                (p, v): entry(Product, r, f"products/{p}/versions/{v}.md", v, p)
                for (p, v), r in (versions or {}).items()
            },
            elsewhere=elsewhere or {},
        )
    )


def publish(found: Catalogue) -> Publication:
    """Prepare a catalogue for publication, in the language of its settings."""
    return Publication(found, _templates(found.settings.model_dump_json()))


@cache
def _templates(settings: str) -> Templates:
    # Compiling templates takes longer than rendering them: once for all tests.
    return Templates(vocabulary(), Settings.model_validate_json(settings))


def small_site(**settings: Any) -> Catalogue:
    """One record of every kind, linked to each other, without files."""
    return catalogue(
        products={
            "proefles": complete_product(files=[]),
            "los-idee": product(),
            "tip": guideline(status="tested"),
        },
        networks={"het-proefnet": network()},
        schools={"de-proefschool": school()},
        adoptions={("de-proefschool", "proefles"): adoption()},
        reflections={("het-proefnet", "2026-02-04"): reflection()},
        versions={("proefles", "1.0"): earlier_product(files=[])},
        settings=settings,
    )
