"""Everything that search can find: each page once, with what is worth more than its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brugwerk.records.fields import minutes_of
from brugwerk.render.kinds.guide import GuideView
from brugwerk.render.kinds.network import NetworkView
from brugwerk.render.kinds.product import ProductView
from brugwerk.render.kinds.reflection import ReflectionView
from brugwerk.render.kinds.school import SchoolView
from brugwerk.render.kinds.transfer import TransferView
from brugwerk.search.facets import KIND_ORDER, time_steps
from brugwerk.search.page_text import headings_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brugwerk.catalogue import Catalogue
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.render.page import Page

    Terms = tuple[tuple[str, str], ...]

# Guidance tells when who leads the meetings needs a product, so it is for this role.
FACILITATOR = "facilitator"
# What a page counts for: a product is what people look for, the rest leads to one.
WEIGHTS = {
    "product": 1.0,
    "page": 1.0,
    "network": 0.6,
    "guide": 0.35,
    "school": 0.45,
    "transfer": 0.55,
    "reflection": 0.4,
}
# A page with everything of a kind has nearly every word, and is about none of them.
REFERENCE = {"problems": 0.5, "travels": 0.5}


@dataclass(frozen=True)
class WrittenPage:
    """A page that was written by hand.

    Attributes:
        address: Where it stands.
        title: Its title.
        description: What it is about.
        html: Its content.
        boost: What it counts for beside other pages, as Material's ``search: boost`` says it.
    """

    address: str
    title: str
    description: str
    html: str
    boost: float = 1.0


@dataclass(frozen=True)
class Document:
    """One page as search sees it.

    Attributes:
        address: Where it stands.
        kind: What it is, in the words of the kind facet.
        title: Its title.
        summary: What it is about in a sentence or two.
        terms: The scheme and id of every vocabulary term that describes it.
        core: What matters most in it: goals, core elements, materials.
        text: All that can be read on the page.
        facets: Its values per facet.
        date: Its last date of note, as ISO text; empty where it has none.
        minutes: How long one session takes; 0 where it says nothing of that.
        boost: What it counts for beside others of its kind.
        language: The language that it is written in; empty where that is the site's.
        words: What else describes it, in words that no list here has.
    """

    address: str
    kind: str
    title: str
    summary: str
    terms: Terms = ()
    core: str = ""
    text: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date: str = ""
    minutes: int = 0
    boost: float = 1.0
    language: str = ""
    words: tuple[str, ...] = ()


def in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return documents in order of kind and title."""
    return tuple(
        sorted(documents, key=lambda d: (KIND_ORDER.index(d.kind), d.title.casefold(), d.address))
    )


def document_of_written(page: WrittenPage) -> Document:
    """Return a page that was written by hand as search sees it."""
    return Document(
        address=page.address,
        kind="page",
        title=page.title,
        summary=page.description,
        core=headings_of(page.html),
        text=text_of(page.html),
        facets={"kind": ("page",)},
        boost=page.boost,
    )


def document_of(page: Page, html: str, catalogue: Catalogue) -> Document:
    """Return a generated page as search sees it.

    Args:
        page: The page.
        html: Its content.
        catalogue: For what a page inherits from other records.
    """
    kind, core, date, minutes = "page", "", "", 0
    facets: dict[str, tuple[str, ...]] = {}
    terms: Terms = ()
    match page.view:
        case ProductView():
            kind = "product"
            facets, terms = _of_product(page.view.product)
            roles = catalogue.vocabulary.lists["roles"].by_id
            if page.view.product.guidance and FACILITATOR in roles:
                terms += (("roles", FACILITATOR),)
            core = _core_of(page.view.product)
            date = page.view.changed_on.isoformat() if page.view.changed_on else ""
            duration = page.view.product.duration
            minutes = minutes_of(duration) if duration else 0
        case NetworkView():
            kind = "network"
            facets, terms = _of_network(page.view.id, page.view.network)
            core = _core_of_network(page.view.network)
            date = page.view.network.start.isoformat()
        case GuideView():
            kind = "guide"
            network = catalogue.networks[page.view.id].record
            facets, terms = _of_network(page.view.id, network)
            date = network.start.isoformat()
        case SchoolView():
            kind = "school"
            school = page.view.school
            facets = {
                "sector": (school.sector,),
                "level": school.levels,
                "network": tuple(entry.id for entry in page.view.networks),
            }
            terms = (("sectors", school.sector), *(("levels", level) for level in school.levels))
            core = "\n".join(school.traits)
        case TransferView():
            kind = "transfer"
            facets, terms, date = _of_transfer(page.view)
            core = _core_of_transfer(page.view)
        case ReflectionView():
            kind = "reflection"
            of_network, terms = _of_network(page.view.network.id, page.view.network.record)
            facets = {"network": of_network["network"], "theme": of_network["theme"]}
            terms += tuple(("aspects", talk.aspect) for talk in page.view.reflection.aspects)
            core = page.view.reflection.conclusion
            date = page.view.day.isoformat()
        case _:
            pass
    return Document(
        address=page.address,
        kind=kind,
        title=page.title,
        summary=page.description,
        terms=terms,
        core=core,
        text=text_of(html),
        facets={"kind": (kind,), **{name: values for name, values in facets.items() if values}},
        date=date,
        minutes=minutes,
        boost=REFERENCE.get(page.kind, 1.0),
        language=page.language or "",
    )


def _of_product(product: Product) -> tuple[dict[str, tuple[str, ...]], Terms]:
    guidance = product.guidance
    facets = {
        "type": (product.type,),
        "theme": product.themes,
        "level": product.levels,
        "duration": time_steps(minutes_of(product.duration)) if product.duration else (),
        "subject": product.subjects,
        "sector": product.sectors,
        "status": (product.status,),
        "network": product.networks,
        "format": guidance.formats if guidance else (),
    }
    terms = [("product-types", product.type), ("statuses", product.status)]
    terms += [("themes", theme) for theme in product.themes]
    terms += [("subjects", subject) for subject in product.subjects]
    terms += [("levels", level) for level in product.levels]
    terms += [("sectors", sector) for sector in product.sectors]
    if guidance:
        terms += [("phases", phase) for phase in guidance.phases]
        terms += [("formats", name) for name in guidance.formats]
        terms += [("roles", role) for role in guidance.participants]
        terms += [("challenges", challenge) for challenge in guidance.challenges]
    return facets, tuple(terms)


def _core_of(product: Product) -> str:
    guidance = product.guidance
    parts = [
        product.audience,
        product.classroom_change,
        *product.goals,
        *(element.what for element in product.core),
        *(element.what for element in product.adaptable),
        *product.materials,
        *(file.title for file in product.files),
        *((guidance.fixed, guidance.room) if guidance else ()),
    ]
    return "\n".join(part for part in parts if part)


def _of_network(network_id: str, network: Network) -> tuple[dict[str, tuple[str, ...]], Terms]:
    facets = {
        "theme": network.themes,
        "sector": network.sectors,
        "network": (network_id,),
        "format": (network.format,),
    }
    terms = [("themes", theme) for theme in network.themes]
    terms += [("formats", network.format), ("programmes", network.programme)]
    terms += [("sectors", sector) for sector in network.sectors]
    terms += [("roles", people.role) for people in network.participants]
    return facets, tuple(terms)


def _of_transfer(view: TransferView) -> tuple[dict[str, tuple[str, ...]], Terms, str]:
    plan = view.plan
    product = plan.product.record
    adoption = plan.adoption.record if plan.adoption else None
    facets = {
        "type": (product.type,),
        "theme": product.themes,
        "level": product.levels,
        "subject": product.subjects,
        "sector": (plan.school.record.sector,) if plan.school else product.sectors,
        "network": product.networks,
        "stage": (adoption.stage,) if adoption else (),
    }
    terms = [("themes", theme) for theme in product.themes]
    terms += [("subjects", subject) for subject in product.subjects]
    terms += [("levels", level) for level in product.levels]
    if adoption:
        terms += [("stages", adoption.stage), ("roles", adoption.bridge.role)]
    dates = [entry.date.isoformat() for entry in adoption.history] if adoption else []
    return facets, tuple(terms), max(dates, default="")


def _core_of_network(network: Network) -> str:
    result = network.result.what if network.result else ""
    fixed = [part.what for part in network.fixed]
    left_open = [part.what for part in network.open]
    return "\n".join((network.question, result, *fixed, *left_open))


def _core_of_transfer(view: TransferView) -> str:
    adoption = view.plan.adoption.record if view.plan.adoption else None
    if adoption is None:
        return ""
    return "\n".join((adoption.fit or "", *(choice.choice for choice in adoption.choices)))
