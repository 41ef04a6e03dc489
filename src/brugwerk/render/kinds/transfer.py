"""Transfer pages: one product at one school, and an empty sheet for a school without a record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.contribute.telling import Telling
from brugwerk.derive.changes_since import COMPARED
from brugwerk.derive.citation import makers
from brugwerk.derive.passed import by_file, school_days
from brugwerk.derive.transfer import TransferPlan, transfer_plan
from brugwerk.records.description import describe
from brugwerk.records.product import Product
from brugwerk.render.page import Colophon, Page
from brugwerk.render.passed import Told, told
from brugwerk.render.sharing import Sharing, sharing
from brugwerk.render.take_along import word_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from brugwerk.catalogue import Catalogue
    from brugwerk.contribute.telling import Way
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class TransferView:
    """What a transfer page or an empty sheet shows.

    Attributes:
        plan: The product and the school's adoption of it.
        labels: What people call the keys of each kind of part that versions may differ in.
        body: The school's own text.
        ways: How to tell the makers.
        passed: What the school meant to do and of which the day passed.
        sharing: How the page travels to another site; none for an empty sheet.
    """

    plan: TransferPlan
    labels: Mapping[str, Mapping[str, str]]
    body: str
    ways: tuple[Way, ...]
    passed: tuple[Told, ...]
    sharing: Sharing | None = None


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield a transfer page for each adoption, and an empty sheet for each product in use."""
    say = templates.translator.text
    telling = Telling.on(templates.settings, templates.vocabulary)
    passed = by_file(school_days(catalogue))
    labels = _labels(templates)
    for (school, product), entry in catalogue.adoptions.items():
        behind = told(passed.get(entry.source.file, ()), templates)
        title = catalogue.products[product].record.title
        name = catalogue.schools[school].record.name
        titled = say("{product} at {school}").format(product=title, school=name)
        address = templates.addresses.transfer(school, product)
        data = templates.addresses.adoption(school, product)
        view = partial(
            _view, catalogue, product, school, labels, entry.source.body, telling, behind
        )
        yield Page(
            address=address,
            kind="transfer",
            title=titled,
            description=partial(templates.plain, entry.record.need),
            view=partial(_shared, view, partial(sharing, templates, address, titled, data)),
            source=entry.source.file,
            as_of=catalogue.today,
            product=product,
            take_along=(word_file(address, f"{product}-{school}", templates),),
            colophon=Colophon(titled),
        )
    for product, item in catalogue.products.items():
        if item.record.status in {"draft", "retired"}:
            continue
        address = templates.addresses.empty_transfer(product)
        titled = say("Transfer sheet: {product}").format(product=item.record.title)
        yield Page(
            address=address,
            kind="transfer",
            title=titled,
            description=say("A sheet to print and fill in with your own team."),
            view=partial(_view, catalogue, product, None, labels, "", telling),
            source=item.source.file,
            in_search=False,
            product=product,
            take_along=(word_file(address, f"{say('transfer sheet')}-{product}", templates),),
            colophon=Colophon(titled, makers(item.record, catalogue)),
        )


def _shared(view: Callable[[], TransferView], share: Callable[[], Sharing]) -> TransferView:
    return replace(view(), sharing=share())


def _labels(templates: Templates) -> Mapping[str, Mapping[str, str]]:
    fields = {field.key: field for field in describe(Product)}
    return {
        name: {part.key: templates.in_words(part.label) for part in fields[name].fields}
        for name in COMPARED
    }


def _view(  # noqa: PLR0913, PLR0917 - what a page is made from
    catalogue: Catalogue,
    of_product: str,
    at_school: str | None,
    labels: Mapping[str, Mapping[str, str]],
    body: str,
    telling: Telling,
    passed: tuple[Told, ...] = (),
) -> TransferView:
    plan = transfer_plan(catalogue, of_product, at_school)
    product = plan.product.record
    about = {"product": plan.product.id, "version": product.version or ""}
    # This school has told already; who tells here next is another school.
    ready = product.version and product.status not in {"draft", "retired"}
    ways = telling.ways(("adoption",) if ready else (), product.title, about)
    if plan.school and plan.adoption:
        about |= {"version": plan.adoption.record.version, "school": plan.school.id}
    ways += telling.ways(("feedback",), product.title, about)
    return TransferView(plan, labels, body, ways, passed)
