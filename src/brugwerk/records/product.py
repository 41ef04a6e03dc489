"""A product: what a network made, in such a way that a school can use it."""

from typing import Annotated

from brugwerk.records.elements import AdaptableElement, Condition, CoreElement
from brugwerk.records.fields import (
    Day,
    Duration,
    Id,
    Line,
    Many,
    Reference,
    Shape,
    Term,
    Text,
    Version,
    about,
)
from brugwerk.records.grounds import DesignCycle, Evidence, Relation
from brugwerk.records.keeping import Change, Credit, File, Guidance, Retirement


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
        example="Voor groep 7 en 8. Leerlingen kiezen zelf welke sommen ze overslaan.",
    )
    type: Annotated[Id, Term("product-types")] = about(
        "Type", "Type", hint=("Wat het is.", "What it is."), example="lesson"
    )
    status: Annotated[Id, Term("statuses")] = about(
        "Status",
        "Status",
        hint=(
            "Hoe ver het is. Begin met een concept; elke stap vraagt meer.",
            "How far it is. Begin with a draft; each step asks for more.",
        ),
        example="draft",
    )
    version: Version | None = about(
        "Versie",
        "Version",
        hint=(
            "Twee of drie getallen met een punt ertussen, tussen aanhalingstekens.",
            "Two or three numbers with a point between, in quotation marks.",
        ),
        example="1.0",
        default=None,
    )
    changes: Many[Change] = about(
        "Wijzigingen",
        "Changes",
        hint=("Elke versie één keer, de oudste eerst.", "Every version once, the oldest first."),
        default=(),
    )
    language: Annotated[Id, Term("languages")] = about(
        "Taal",
        "Language",
        hint=("De taal van het product zelf.", "The language of the product itself."),
        example="nl",
        default="nl",
    )
    networks: Many[Annotated[Id, Reference("network")]] = about(
        "Netwerken",
        "Networks",
        hint=(
            "Welk netwerk het maakte: de naam van de map in `networks/`.",
            "Which network made it: the name of the folder in `networks/`.",
        ),
        example=["de-lichtmast"],
        default=(),
    )
    made_by: Many[Annotated[Id, Term("roles")]] = about(
        "Gemaakt door",
        "Made by",
        hint=("Rollen, geen namen.", "Roles, not names."),
        example=["teacher", "student"],
        default=(),
    )
    credits: Many[Credit] = about(
        "Namen",
        "Credits",
        hint=(
            "Wie met naam genoemd wil worden. Alleen met toestemming.",
            "Who wants to be named. Only with consent.",
        ),
        default=(),
    )
    invented_names: Many[Line] = about(
        "Verzonnen namen",
        "Invented names",
        hint=(
            "Namen uit een verhaal of voorbeeld: mensen die niet bestaan.",
            "Names from a story or an example: people who do not exist.",
        ),
        example=["Merel", "Bas"],
        default=(),
    )
    sectors: Many[Annotated[Id, Term("sectors")]] = about(
        "Sectoren",
        "Sectors",
        hint=("Voor welk soort onderwijs.", "For which kind of education."),
        example=["po"],
        default=(),
    )
    levels: Many[Annotated[Id, Term("levels")]] = about(
        "Leerjaren",
        "Levels",
        hint=("Alle leerjaren waarvoor het past.", "All school years that it fits."),
        example=["groep-5"],
        default=(),
    )
    subjects: Many[Annotated[Id, Term("subjects")]] = about(
        "Vakken",
        "Subjects",
        hint=("Bij welke vakken het hoort.", "Which subjects it belongs to."),
        example=["rekenen-wiskunde"],
        default=(),
    )
    themes: Many[Annotated[Id, Term("themes")]] = about(
        "Thema's",
        "Themes",
        hint=("Waar het over gaat.", "What it is about."),
        example=["hoogbegaafdheid"],
        default=(),
    )
    goals: Many[Text] = about(
        "Doelen",
        "Goals",
        hint=(
            "Wat leerlingen of collega's erna kunnen.",
            "What pupils or colleagues can do after.",
        ),
        example=["Je kunt uitleggen waarom twee breuken even groot zijn."],
        default=(),
    )
    audience: Text | None = about(
        "Voor wie",
        "For whom",
        hint=("Bij welke leerlingen of collega's het past.", "Which pupils or colleagues it fits."),
        example="Leerlingen in groep 5 die snel klaar zijn met rekenen.",
        default=None,
    )
    classroom_change: Text | None = about(
        "Wat er in de klas verandert",
        "What changes in class",
        hint=("Wat een bezoeker morgen anders ziet.", "What a visitor sees differently tomorrow."),
        example="Leerlingen leggen hun antwoord uit voordat je zegt of het klopt.",
        default=None,
    )
    duration: Duration | None = about(
        "Tijd per keer",
        "Time per session",
        hint=(
            "Begin met PT. PT50M is vijftig minuten, PT1H30M is anderhalf uur.",
            "Begin with PT. PT50M is fifty minutes, PT1H30M is an hour and a half.",
        ),
        example="PT50M",
        default=None,
    )
    preparation: Duration | None = about(
        "Voorbereiding",
        "Preparation",
        hint=(
            "Hoe lang een leraar nodig heeft voordat de les begint.",
            "How long a teacher needs before the lesson begins.",
        ),
        example="PT20M",
        default=None,
    )
    sessions: int | None = about(
        "Aantal keren",
        "Number of sessions",
        hint=(
            "Hoeveel lessen of bijeenkomsten het kost.",
            "How many lessons or meetings it takes.",
        ),
        example=1,
        default=None,
        ge=1,
        le=200,
    )
    cost: Annotated[Id, Term("costs")] | None = about(
        "Kosten",
        "Cost",
        hint=("Wat een school ervoor moet kopen.", "What a school must buy for it."),
        example="free",
        default=None,
    )
    cost_note: Line | None = about(
        "Toelichting bij de kosten",
        "Note on the cost",
        example="Je hebt alleen papier en stiften nodig",
        default=None,
    )
    materials: Many[Line] = about(
        "Materialen",
        "Materials",
        hint=("Wat er klaar moet liggen.", "What must lie ready."),
        example=["voor elk tweetal een werkblad", "dobbelstenen"],
        default=(),
    )
    license: Annotated[str, Term("licences")] | None = about(
        "Licentie",
        "Licence",
        hint=("Wat anderen ermee mogen doen.", "What others may do with it."),
        example="CC-BY-SA-4.0",
        default=None,
    )
    files: Many[File] = about(
        "Bijlagen",
        "Attachments",
        hint=(
            "Bestanden die een lezer mee mag nemen, zoals een werkblad.",
            "Files that a reader may take along, such as a worksheet.",
        ),
        default=(),
    )
    core: Many[CoreElement] = about(
        "Kernelementen",
        "Core elements",
        hint=(
            "Wat zo moet blijven, omdat het product daardoor werkt. Hooguit een paar.",
            "What must stay as it is, because the product works through it. A few at most.",
        ),
        default=(),
    )
    adaptable: Many[AdaptableElement] = about(
        "Aanpasbare elementen",
        "Adaptable elements",
        hint=(
            "Wat een school zelf mag kiezen, en tot waar.",
            "What a school may choose itself, and up to where.",
        ),
        default=(),
    )
    conditions: Many[Condition] = about(
        "Voorwaarden",
        "Conditions",
        hint=("Wat een school eerst moet regelen.", "What a school must arrange first."),
        default=(),
    )
    evidence: Many[Evidence] = about(
        "Onderbouwing",
        "Evidence",
        hint=(
            "Waarop je denkt dat het werkt, met de grens erbij.",
            "Why one thinks that it works, with the limit.",
        ),
        default=(),
    )
    cycles: Many[DesignCycle] = about(
        "Ontwerpcycli",
        "Design cycles",
        hint=(
            "De rondes waarin het gemaakt en uitgeprobeerd is.",
            "The rounds in which it was made and tried.",
        ),
        default=(),
    )
    relations: Many[Relation] = about(
        "Hoort bij",
        "Relations",
        hint=("Andere producten of bronnen.", "Other products or sources."),
        default=(),
    )
    guidance: Guidance | None = about(
        "Voor de begeleider",
        "For the facilitator",
        hint=(
            "Alleen bij een richtlijn: waar die in het draaiboek komt.",
            "Only with a guideline: where it stands in the facilitation guide.",
        ),
        default=None,
    )
    review_by: Day | None = about(
        "Opnieuw bekijken voor",
        "Review by",
        hint=(
            "Wanneer de makers nagaan of het nog klopt.",
            "When the makers see whether it still holds.",
        ),
        example="2027-09-01",
        default=None,
    )
    retirement: Retirement | None = about(
        "Terugtrekking",
        "Retirement",
        hint=("Alleen als je het niet meer aanraadt.", "Only when it is no longer recommended."),
        default=None,
    )
    aliases: Many[Id] = about(
        "Vroegere namen",
        "Former ids",
        hint=(
            "Hoe de map eerder heette. Oude links blijven zo werken.",
            "What the folder was called before. Old links keep working.",
        ),
        example=["compacten-voor-beginners"],
        default=(),
    )
