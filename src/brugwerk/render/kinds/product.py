"""Product pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.addresses import CITATION
from brugwerk.contribute.telling import Telling
from brugwerk.derive.citation import citation_of
from brugwerk.derive.news import changed_on
from brugwerk.derive.passed import by_file, reviews
from brugwerk.render.citing import FORMS, Apa, apa
from brugwerk.render.kinds.product_schools import InSchool, pages_of, parts_of, schools_of
from brugwerk.render.long_lists import Stretch, stretches
from brugwerk.render.page import Colophon, Page
from brugwerk.render.passed import Told, told
from brugwerk.render.take_along import foot_of, product_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.contribute.telling import Way
    from brugwerk.derive.citation import Citation
    from brugwerk.records.grounds import Relation
    from brugwerk.records.keeping import File
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class Related:
    """A relation of a product, with the product at its other end where that is on the site."""

    relation: Relation
    product: Entry[Product] | None


@dataclass(frozen=True)
class AttachmentView:
    """A file of a product.

    Attributes:
        title: What readers call it.
        address: Where it is published.
        audience: For whom it is.
        suffix: Its kind, such as ``docx``.
        kilobytes: Its size, rounded up.
    """

    title: str
    address: str
    audience: str
    suffix: str
    kilobytes: int


@dataclass(frozen=True)
class CitedForm:
    """A source entry in a form that programs read.

    Attributes:
        name: What the form is called.
        address: Where it stands as a file.
        text: The entry.
    """

    name: str
    address: str
    text: str


@dataclass(frozen=True)
class Cited:
    """How to name a product as a source: as a sentence, and for programs."""

    citation: Citation
    apa: Apa
    forms: tuple[CitedForm, ...]


@dataclass(frozen=True)
class ProductView:
    """What a product page shows."""

    id: str
    product: Product
    body: str
    changed_on: date | None
    earlier: Collection[str]
    networks: tuple[Entry[Network], ...]
    attachments: tuple[AttachmentView, ...]
    relations: tuple[Related, ...]
    schools: tuple[InSchool, ...]
    school_parts: tuple[Stretch, ...]
    replaced_by: Entry[Product] | None
    ways: tuple[Way, ...]
    passed: tuple[Told, ...]
    cited: Cited


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the page of each product."""
    telling = Telling.on(templates.settings, templates.vocabulary)
    passed = by_file(reviews(catalogue))
    for product_id, entry in catalogue.products.items():
        behind = told(passed.get(entry.source.file, ()), templates)
        citation = citation_of(entry, catalogue)
        yield Page(
            address=templates.addresses.product(product_id),
            kind="product",
            title=entry.record.title,
            description=partial(templates.plain, entry.record.summary),
            view=partial(_view, entry, catalogue, templates, telling, behind),
            source=entry.source.file,
            language=entry.record.language,
            in_search=entry.record.status != "retired",
            as_of=catalogue.today if entry.record.review_by else None,
            changed_on=changed_on(entry.record),
            product=product_id,
            take_along=product_files(entry, citation, templates),
            colophon=Colophon(foot_of(citation, templates), citation.authors, citation.issued),
        )
        yield from pages_of(entry, catalogue, templates)


def _cited(entry: Entry[Product], catalogue: Catalogue, templates: Templates) -> Cited:
    citation = citation_of(entry, catalogue)
    page = templates.addresses.product(entry.id)
    return Cited(
        citation,
        apa(citation, templates.translator),
        tuple(
            CitedForm(form.name, f"{page}{CITATION}.{form.suffix}", form.write(citation))
            for form in FORMS
        ),
    )


def _view(
    entry: Entry[Product],
    catalogue: Catalogue,
    templates: Templates,
    telling: Telling,
    passed: tuple[Told, ...],
) -> ProductView:
    product_id, product = entry.id, entry.record
    retirement = product.retirement
    schools = schools_of(product_id, catalogue)
    parts = parts_of(product_id, schools, templates)
    return ProductView(
        id=product_id,
        product=product,
        body=entry.source.body,
        changed_on=product.changes[-1].date if product.changes else None,
        earlier=catalogue.earlier_versions(product_id).keys(),
        networks=tuple(catalogue.networks[n] for n in product.networks),
        attachments=attachments(product_id, product.files, catalogue, templates),
        relations=tuple(
            Related(r, catalogue.products[r.product] if r.product else None)
            for r in product.relations
        ),
        schools=() if parts else schools,
        school_parts=stretches(parts),
        replaced_by=catalogue.products[retirement.replaced_by]
        if retirement and retirement.replaced_by
        else None,
        ways=_ways(entry, telling),
        passed=passed,
        cited=_cited(entry, catalogue, templates),
    )


def _ways(entry: Entry[Product], telling: Telling) -> tuple[Way, ...]:
    product = entry.record
    # A school adopts a version, of a product that its makers think ready for it.
    ready = product.version and product.status not in {"draft", "retired"}
    known = {"product": entry.id, "version": product.version or ""}
    return telling.ways(("adoption", "feedback") if ready else ("feedback",), product.title, known)


def attachments(
    product_id: str, files: Iterable[File], catalogue: Catalogue, templates: Templates
) -> tuple[AttachmentView, ...]:
    """Return what a page says of a product's files, which are all there."""
    found = []
    for file in files:
        path = catalogue.attachments[product_id][file.path]
        found.append(
            AttachmentView(
                title=file.title,
                address=templates.addresses.attachment(product_id, file.path),
                audience=file.audience,
                suffix=path.suffix.removeprefix(".").lower(),
                kilobytes=-(-path.stat().st_size // 1000),
            )
        )
    return tuple(found)
