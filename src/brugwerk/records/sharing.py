"""What a site tells other sites of its products: the shape of ``catalogue.json``.

The version of the format rises with its second number where keys are added, and with its first
where a reader of before would misread it. A reader passes by the keys that it does not know.
"""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal, TypeVar

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from brugwerk.records.fields import (
    Day,
    Duration,
    Form,
    Id,
    Line,
    Many,
    Readable,
    Reference,
    Shape,
    Term,
    Version,
    WebAddress,
    about,
)
from brugwerk.records.unseen import unseen_signs
from brugwerk.records.vocabulary import TermId

FORMAT: Final = "brugwerk-catalogue"
FORMAT_VERSION = "1.0"
CATALOGUE_FILE = "catalogue.json"
# More than any site is made for; a file that holds more is not meant for us.
MOST_PRODUCTS = 20_000
MOST_SIGNS = 1_000
LINK_PATTERN = r"""^(https?://[^\s<>"'\\]+|(?![A-Za-z][A-Za-z0-9+.-]*:)[^\s<>"'\\]+)$"""
_LINK = re.compile(LINK_PATTERN)


def _link(value: str) -> str:
    if not _LINK.match(value):
        raise PydanticCustomError("web_address", "not a link")
    return value


def _seen(value: str) -> str:
    places = {place for place, _ in unseen_signs(value)}
    return "".join(sign for place, sign in enumerate(value) if place not in places)


def _something(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("string_too_short", "nothing to read")
    return value


T = TypeVar("T")
# Of strangers: what would turn their texts around, or hide in them, is taken out.
Said = Annotated[Line, AfterValidator(_seen), AfterValidator(_something)]
Words = Annotated[
    str, StringConstraints(max_length=MOST_SIGNS), Readable(), AfterValidator(_seen), Form("text")
]
Link = Annotated[
    str,
    AfterValidator(_link),
    StringConstraints(min_length=1, max_length=2_000),
    Form("web-address", LINK_PATTERN),
]
FormatVersion = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,3}\.[0-9]{1,3}$")]
ListedTerm = Annotated[TermId, StringConstraints(max_length=80)]
Every = Annotated[tuple[T, ...], Field(strict=False, max_length=MOST_PRODUCTS)]


class Shared(Shape):
    """Base of every part of the file: what a later version adds is passed by."""

    model_config = ConfigDict(extra="ignore")


class ExternalId(Shared):
    """What a term is called in a standard."""

    standard: Said = about("Standaard", "Standard", example="obk")
    id: Said = about("Kenmerk daar", "Id there", example="bc213214-b83d-4673-b9c1-8fdaa63d6d56")


class SharedTerm(Shared):
    """A term that products or networks name by its id."""

    id: ListedTerm = about("Kenmerk", "Id", example="hoogbegaafdheid")
    nl: Said = about("Nederlands", "Dutch", example="(hoog)begaafdheid")
    en: Said = about("Engels", "English", example="giftedness")
    url: WebAddress | None = about(
        "Webadres",
        "Web address",
        hint=("Bij een licentie: de tekst ervan.", "Of a licence: its text."),
        default=None,
    )
    external: Many[ExternalId] = about(
        "In standaarden",
        "In standards",
        hint=("Zoals OBK of NL LOM.", "Such as NL LOM."),
        default=(),
    )


class SharedList(Shared):
    """The terms of one controlled list that the file uses."""

    scheme: Id = about("Keuzelijst", "Controlled list", example="themes")
    terms: Every[SharedTerm] = about("Termen", "Terms")


class SharedFile(Shared):
    """Something of a product to take along."""

    address: Link = about("Webadres", "Web address", example="producten/rondje/files/blad.docx")
    title: Said = about("Naam", "Name", example="Werkblad")
    audience: Annotated[ListedTerm, Term("file-audiences")] | None = about(
        "Voor wie", "For whom", example="pupil", default=None
    )


class SharedProduct(Shared):
    """A product: enough to find it, to judge whether it fits, and to go there."""

    id: Id = about(
        "Kenmerk",
        "Id",
        hint=("Blijft zolang het product er is.", "Stays as long as the product is there."),
        example="breuken-met-bewijs",
    )
    address: Link = about(
        "Blijvend webadres",
        "Permanent web address",
        hint=(
            "Volledig, of gezien vanaf dit bestand als de site haar adres niet kent.",
            "In full, or as seen from this file where a site does not know its own address.",
        ),
        example="https://example.org/producten/breuken-met-bewijs/",
    )
    title: Said = about("Titel", "Title", example="Breuken met bewijs")
    summary: Words = about(
        "Samenvatting",
        "Summary",
        hint=("Gewone tekst, zonder opmaak.", "Plain text, without markup."),
        example="Leerlingen laten zien waarom twee breuken even groot zijn.",
    )
    type: Annotated[ListedTerm, Term("product-types")] = about("Type", "Type", example="lesson")
    status: Annotated[ListedTerm, Term("statuses")] = about("Status", "Status", example="tested")
    language: Annotated[ListedTerm, Term("languages")] = about("Taal", "Language", example="nl")
    license: Annotated[ListedTerm, Term("licences")] | None = about(
        "Licentie", "Licence", example="CC-BY-SA-4.0", default=None
    )
    version: Version | None = about("Versie", "Version", example="1.2", default=None)
    published: Day | None = about(
        "Eerste versie op", "First version on", example="2025-11-05", default=None
    )
    changed: Day | None = about(
        "Laatste versie op", "Latest version on", example="2026-05-12", default=None
    )
    networks: Many[Annotated[Id, Reference("network")]] = about(
        "Netwerken",
        "Networks",
        hint=("Wie het maakte; zie `networks`.", "Who made it; see `networks`."),
        example=["de-lichtmast"],
        default=(),
    )
    made_by: Many[Annotated[ListedTerm, Term("roles")]] = about(
        "Gemaakt door", "Made by", example=["teacher"], default=()
    )
    credits: Many[Said] = about(
        "Namen",
        "Names",
        hint=(
            "Alleen van mensen die dat willen. Bewaar ze niet langer dan ze hier staan.",
            "Only of people who want that. Do not keep them for longer than they stand here.",
        ),
        example=["Een verzonnen naam"],
        default=(),
    )
    sectors: Many[Annotated[ListedTerm, Term("sectors")]] = about(
        "Sectoren", "Sectors", example=["po"], default=()
    )
    levels: Many[Annotated[ListedTerm, Term("levels")]] = about(
        "Leerjaren", "Levels", example=["groep-5"], default=()
    )
    subjects: Many[Annotated[ListedTerm, Term("subjects")]] = about(
        "Vakken", "Subjects", example=["rekenen-wiskunde"], default=()
    )
    themes: Many[Annotated[ListedTerm, Term("themes")]] = about(
        "Thema's", "Themes", example=["hoogbegaafdheid"], default=()
    )
    goals: Many[Words] = about(
        "Doelen",
        "Goals",
        example=["Je kunt uitleggen waarom twee breuken even groot zijn."],
        default=(),
    )
    audience: Words | None = about("Voor wie", "For whom", default=None)
    duration: Duration | None = about(
        "Tijd per keer", "Time per session", example="PT50M", default=None
    )
    sessions: int | None = about(
        "Aantal keren", "Number of sessions", example=1, default=None, ge=1, le=200
    )
    cost: Annotated[ListedTerm, Term("costs")] | None = about(
        "Kosten", "Cost", example="free", default=None
    )
    files: Many[SharedFile] = about(
        "Om mee te nemen",
        "To take along",
        default=(),
    )
    replaced_by: Annotated[Id, Reference("product")] | None = about(
        "Vervangen door",
        "Replaced by",
        hint=("Bij een teruggetrokken product.", "Of a retired product."),
        default=None,
    )
    aliases: Many[Id] = about("Vroegere kenmerken", "Former ids", default=())


class SharedNetwork(Shared):
    """A network that made products."""

    id: Id = about("Kenmerk", "Id", example="de-lichtmast")
    address: Link = about("Blijvend webadres", "Permanent web address")
    title: Said = about("Naam", "Name", example="De Lichtmast (verzonnen)")
    summary: Words = about("Samenvatting", "Summary")
    question: Words = about("Vraag", "Question")
    status: Annotated[ListedTerm, Term("network-statuses")] = about("Stand", "Status")
    start: Day = about("Begin", "Start", example="2025-09-01")
    years: int = about("Jaren", "Years", example=2, ge=1, le=20)
    themes: Many[Annotated[ListedTerm, Term("themes")]] = about("Thema's", "Themes", default=())
    sectors: Many[Annotated[ListedTerm, Term("sectors")]] = about("Sectoren", "Sectors", default=())


class SharedSite(Shared):
    """The site that tells."""

    title: Said = about("Naam", "Name", example="Brugwerk")
    language: Annotated[ListedTerm, Term("languages")] = about("Taal", "Language", example="nl")
    address: WebAddress | None = about(
        "Webadres", "Web address", example="https://example.org/", default=None
    )


class SharedCatalogue(Shared):
    """The whole file."""

    format: Literal["brugwerk-catalogue"] = about("Soort bestand", "Kind of file", example=FORMAT)
    version: FormatVersion = about(
        "Versie van dit formaat", "Version of this format", example="1.0"
    )
    site: SharedSite = about("De site", "The site")
    products: Every[SharedProduct] = about("Producten", "Products")
    networks: Every[SharedNetwork] = about("Netwerken", "Networks", default=())
    terms: Every[SharedList] = about(
        "Woorden",
        "Words",
        hint=(
            "Wat de kenmerken betekenen die producten en netwerken noemen.",
            "What the ids mean that products and networks name.",
        ),
        default=(),
    )


class KeptCatalogue(SharedCatalogue):
    """What a site keeps of another one, in ``sources/<id>.json``."""

    fetched_from: Line
