"""A product: what a network made, in such a way that a school can use it."""

from typing import Annotated

from brugwerk.records.fields import (
    Day,
    Duration,
    Id,
    Line,
    Many,
    Minutes,
    Reference,
    RelativePath,
    Shape,
    Term,
    Text,
    Version,
    WebAddress,
    about,
)


class Change(Shape):
    """What a version changed."""

    version: Version = about("Versie", "Version", example="1.1")
    date: Day = about("Datum", "Date", example="2026-05-12")
    note: Text = about(
        "Wat er veranderde",
        "What changed",
        hint=(
            "Eén of twee zinnen voor wie de vorige versie gebruikt.",
            "One or two sentences for those who use the previous version.",
        ),
    )


class Consent(Shape):
    """That a person agreed to be named."""

    given_on: Day = about("Toestemming op", "Consent given on", example="2026-03-01")
    scope: Line = about(
        "Waarvoor",
        "For what",
        hint=("Waar de naam mag staan.", "Where the name may appear."),
        example="naam bij dit product op de website",
    )


class Credit(Shape):
    """A person who is named, because they agreed to it."""

    name: Line = about("Naam", "Name")
    role: Annotated[Id, Term("roles")] = about("Rol", "Role", example="teacher")
    consent: Consent = about("Toestemming", "Consent")


class File(Shape):
    """An attachment in the folder ``files/`` beside the record."""

    path: RelativePath = about("Bestand", "File", example="files/werkblad.pdf")
    title: Line = about("Naam voor de lezer", "Name for the reader", example="Werkblad")
    audience: Annotated[Id, Term("file-audiences")] = about(
        "Voor wie", "For whom", example="pupil", default="teacher"
    )


class CoreElement(Shape):
    """What must stay as it is, because the product works through it."""

    id: Id = about(
        "Kenmerk",
        "Id",
        hint=(
            "Kort woord voor de link; verandert nooit.",
            "Short word for the link; never changes.",
        ),
        example="eerst-zelf",
    )
    what: Line = about("Wat vaststaat", "What is fixed")
    why: Text = about("Waarom", "Why", hint=("Waardoor werkt dit?", "What makes this work?"))
    recognise: Text | None = about("Hieraan herken je het", "How you recognise it", default=None)
    without: Text | None = about(
        "Zonder dit gaat het mis", "What goes wrong without it", default=None
    )


class AdaptableElement(Shape):
    """What a school may change, and up to where."""

    id: Id = about(
        "Kenmerk",
        "Id",
        hint=(
            "Kort woord voor de link; verandert nooit.",
            "Short word for the link; never changes.",
        ),
        example="groepsgrootte",
    )
    what: Line = about("Wat vrij is", "What is free")
    options: Many[Line] = about("Mogelijkheden", "Options", default=())
    limit: Text = about(
        "Grens", "Limit", hint=("Tot waar mag het anders?", "How far may it differ?")
    )
    from_round: int = about(
        "Vanaf ronde",
        "From round",
        hint=(
            "1: mag meteen. 2: doe het eerst een keer zoals beschreven.",
            "1: at once. 2: first do it once as described.",
        ),
        default=1,
        ge=1,
        le=3,
    )


class Condition(Shape):
    """What a school needs to arrange."""

    id: Id = about("Kenmerk", "Id", example="materiaalkast")
    what: Line = about("Voorwaarde", "Condition")
    kind: Annotated[Id, Term("condition-kinds")] = about("Soort", "Kind", example="time")
    need: Annotated[Id, Term("needs")] = about(
        "Nodig of helpend", "Required or helpful", example="required"
    )
    arrange: Text | None = about("Zo regel je het", "How to arrange it", default=None)


class Evidence(Shape):
    """What supports a claim, and how far that support goes."""

    kind: Annotated[Id, Term("evidence-kinds")] = about("Soort", "Kind", example="trial")
    claim: Text = about("Bewering", "Claim")
    source: Text = about("Bron", "Source")
    url: WebAddress | None = about(
        "Webadres van de bron", "Web address of the source", default=None
    )
    context: Text = about("Waar dit gold", "Where this held")
    limit: Text = about("Wat we niet weten", "What we do not know")


class DesignCycle(Shape):
    """One round of analysis, design and evaluation."""

    analysis: Text = about("Analyse", "Analysis")
    design: Text = about("Ontwerp", "Design")
    evaluation: Text | None = about("Evaluatie", "Evaluation", default=None)
    decision: Annotated[Id, Term("decisions")] | None = about(
        "Besluit", "Decision", example="adjust", default=None
    )
    decision_note: Text | None = about(
        "Toelichting bij het besluit", "Note on the decision", default=None
    )
    version: Version | None = about(
        "Leidde tot versie", "Led to version", example="1.1", default=None
    )


class Relation(Shape):
    """How this product belongs to another one, or to a source outside the site."""

    kind: Annotated[Id, Term("relation-kinds")] = about("Soort", "Kind", example="pairs-with")
    product: Annotated[Id, Reference("product")] | None = about("Product", "Product", default=None)
    source: Line | None = about("Bron buiten de site", "Source outside the site", default=None)
    url: WebAddress | None = about("Webadres", "Web address", default=None)
    note: Line | None = about("Toelichting", "Note", default=None)


class Guidance(Shape):
    """When a facilitator needs a guideline; this fills the facilitation guides."""

    phases: Many[Annotated[Id, Term("phases")]] = about(
        "Fasen", "Phases", example=["start"], default=()
    )
    formats: Many[Annotated[Id, Term("formats")]] = about(
        "Vormen", "Formats", example=["online"], default=()
    )
    participants: Many[Annotated[Id, Term("roles")]] = about(
        "Deelnemers erbij", "Participants present", example=["student"], default=()
    )
    challenges: Many[Annotated[Id, Term("challenges")]] = about(
        "Opgave", "Challenge", example=["students"], default=()
    )
    minutes: Minutes | None = about("Minuten", "Minutes", example=15, default=None)
    fixed: Text | None = about("Vast deel", "Fixed part", default=None)
    room: Text | None = about("Ruimte", "Room", default=None)


class Retirement(Shape):
    """That and why a product is no longer recommended."""

    date: Day = about("Teruggetrokken op", "Retired on", example="2026-08-31")
    reason: Text = about("Reden", "Reason")
    replaced_by: Annotated[Id, Reference("product")] | None = about(
        "Vervangen door", "Replaced by", default=None
    )


class Product(Shape):
    """The front matter of ``products/<id>/index.md``.

    What a status asks for beyond the four required keys stands in ``vocabulary/statuses.yml``.
    """

    title: Line = about(
        "Titel",
        "Title",
        hint=("Zeg wat je ermee doet.", "Say what one does with it."),
        example="Compacten met een startgesprek",
    )
    summary: Text = about(
        "Samenvatting",
        "Summary",
        hint=(
            "Twee zinnen: voor wie en wat het oplevert.",
            "Two sentences: for whom and what it brings.",
        ),
    )
    type: Annotated[Id, Term("product-types")] = about("Type", "Type", example="lesson")
    status: Annotated[Id, Term("statuses")] = about("Status", "Status", example="draft")
    version: Version | None = about("Versie", "Version", example="1.0", default=None)
    changes: Many[Change] = about("Wijzigingen", "Changes", default=())
    language: Annotated[Id, Term("languages")] = about(
        "Taal", "Language", example="nl", default="nl"
    )
    networks: Many[Annotated[Id, Reference("network")]] = about("Netwerken", "Networks", default=())
    made_by: Many[Annotated[Id, Term("roles")]] = about(
        "Gemaakt door",
        "Made by",
        hint=("Rollen, geen namen.", "Roles, not names."),
        example=["teacher", "student"],
        default=(),
    )
    credits: Many[Credit] = about(
        "Namen", "Credits", hint=("Alleen met toestemming.", "Only with consent."), default=()
    )
    sectors: Many[Annotated[Id, Term("sectors")]] = about(
        "Sectoren", "Sectors", example=["po"], default=()
    )
    levels: Many[Annotated[Id, Term("levels")]] = about(
        "Leerjaren", "Levels", example=["groep-5"], default=()
    )
    subjects: Many[Annotated[Id, Term("subjects")]] = about(
        "Vakken", "Subjects", example=["rekenen-wiskunde"], default=()
    )
    themes: Many[Annotated[Id, Term("themes")]] = about(
        "Thema's", "Themes", example=["hoogbegaafdheid"], default=()
    )
    goals: Many[Text] = about("Doelen", "Goals", default=())
    audience: Text | None = about("Voor wie", "For whom", default=None)
    classroom_change: Text | None = about(
        "Wat er in de klas verandert", "What changes in class", default=None
    )
    duration: Duration | None = about(
        "Tijd per keer",
        "Time per session",
        hint=("ISO 8601: PT50M is vijftig minuten.", "ISO 8601: PT50M is fifty minutes."),
        example="PT50M",
        default=None,
    )
    preparation: Duration | None = about(
        "Voorbereiding", "Preparation", example="PT20M", default=None
    )
    sessions: int | None = about(
        "Aantal keren", "Number of sessions", example=1, default=None, ge=1, le=200
    )
    cost: Annotated[Id, Term("costs")] | None = about(
        "Kosten", "Cost", example="free", default=None
    )
    cost_note: Line | None = about("Toelichting bij de kosten", "Note on the cost", default=None)
    materials: Many[Line] = about("Materialen", "Materials", default=())
    license: Annotated[str, Term("licences")] | None = about(
        "Licentie", "Licence", example="CC-BY-SA-4.0", default=None
    )
    files: Many[File] = about("Bijlagen", "Attachments", default=())
    core: Many[CoreElement] = about("Kernelementen", "Core elements", default=())
    adaptable: Many[AdaptableElement] = about(
        "Aanpasbare elementen", "Adaptable elements", default=()
    )
    conditions: Many[Condition] = about("Voorwaarden", "Conditions", default=())
    evidence: Many[Evidence] = about("Onderbouwing", "Evidence", default=())
    cycles: Many[DesignCycle] = about("Ontwerpcycli", "Design cycles", default=())
    relations: Many[Relation] = about("Hoort bij", "Relations", default=())
    guidance: Guidance | None = about("Voor de begeleider", "For the facilitator", default=None)
    review_by: Day | None = about(
        "Opnieuw bekijken voor", "Review by", example="2027-09-01", default=None
    )
    retirement: Retirement | None = about("Terugtrekking", "Retirement", default=None)
    aliases: Many[Id] = about("Vroegere namen", "Former ids", default=())
