"""Transfer pages: one product at one school, and an empty sheet for a school without a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.derive.transfer import TransferPlan, transfer_plan
from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class TransferView:
    """What a transfer page or an empty sheet shows."""

    plan: TransferPlan
    body: str


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield a transfer page for each adoption, and an empty sheet for each product in use."""
    say = templates.translator.text
    for (school, product), entry in catalogue.adoptions.items():
        title = catalogue.products[product].record.title
        name = catalogue.schools[school].record.name
        yield Page(
            address=templates.addresses.transfer(school, product),
            kind="transfer",
            title=say("{product} at {school}").format(product=title, school=name),
            description=templates.plain(entry.record.need),
            view=TransferView(transfer_plan(catalogue, product, school), entry.source.body),
            source=entry.source.file,
        )
    for product, item in catalogue.products.items():
        if item.record.status in {"draft", "retired"}:
            continue
        yield Page(
            address=templates.addresses.empty_transfer(product),
            kind="transfer",
            title=say("Transfer sheet: {product}").format(product=item.record.title),
            description=say("A sheet to print and fill in with your own team."),
            view=TransferView(transfer_plan(catalogue, product, None), ""),
            source=item.source.file,
            in_search=False,
        )
