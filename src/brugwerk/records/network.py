"""A learning network: its question, its agreements and its meetings."""

from typing import Annotated

from brugwerk.records.fields import Count, Day, Id, Line, Many, Reference, Shape, Term, Text, about
from brugwerk.records.meeting import Meeting


class Phase(Shape):
    """One stretch of the programme."""

    id: Id = about(
        "Kenmerk",
        "Id",
        hint=(
            "Kort woord voor de fase. Bijeenkomsten noemen het.",
            "Short word for the phase. Meetings name it.",
        ),
        example="analyse-1",
    )
    kind: Annotated[Id, Term("phases")] = about(
        "Soort fase",
        "Kind of phase",
        hint=("Wat je in deze fase vooral doet.", "What this phase is mostly for."),
        example="analysis",
    )
    year: int = about(
        "Jaar",
        "Year",
        hint=("In welk jaar van het netwerk.", "In which year of the network."),
        example=1,
        ge=1,
        le=6,
    )
    cycle: int | None = about(
        "Ontwerpcyclus",
        "Design cycle",
        hint=("Bij de hoeveelste ronde de fase hoort.", "Which round the phase belongs to."),
        example=1,
        default=None,
        ge=1,
        le=9,
    )
    goal: Text = about(
        "Doel",
        "Goal",
        hint=(
            "Wat het netwerk aan het eind van de fase weet of heeft.",
            "What the network knows or has at the end of the phase.",
        ),
        example="We weten wat leerlingen doen als ze de stof al kennen.",
    )
    decision: Text | None = about(
        "Besluit aan het eind",
        "Decision at the end",
        hint=(
            "De vraag die het netwerk dan beantwoordt.",
            "The question that the network answers then.",
        ),
        example="Voor welke leerlingen ontwerpen we als eerste?",
        default=None,
    )


class Participants(Shape):
    """How many people take part in one role; never who."""

    role: Annotated[Id, Term("roles")] = about("Rol", "Role", example="teacher")
    number: Count | None = about(
        "Aantal",
        "Number",
        hint=(
            "Hoeveel mensen in deze rol meedoen. Laat het weg als het er minder dan vijf zijn.",
            "How many people take part in this role. Leave it out where they are fewer than five.",
        ),
        example=12,
        default=None,
    )
    task: Text | None = about(
        "Wat je van deze rol mag verwachten",
        "What may be expected of this role",
        example="Probeert elke ronde iets uit in de eigen groep en vertelt erover.",
        default=None,
    )


class FixedAgreement(Shape):
    """What stands for the whole run of the network."""

    what: Line = about(
        "Wat vaststaat",
        "What is fixed",
        hint=("Een afspraak voor de hele looptijd.", "An agreement for the whole run."),
        example="Zes bijeenkomsten per jaar, op woensdagmiddag",
    )
    why: Text | None = about(
        "Waarom", "Why", example="Zo kan elke school het in het rooster zetten.", default=None
    )


class OpenChoice(Shape):
    """What the network decides as it goes, and who decides."""

    what: Line = about(
        "Wat open is",
        "What is open",
        hint=("Wat het netwerk onderweg kiest.", "What the network chooses on the way."),
        example="Welke les we als eerste maken",
    )
    decided_by: Line = about(
        "Wie beslist",
        "Who decides",
        hint=("Een groep of een rol, geen naam.", "A group or a role, not a name."),
        example="de groep, na de analyse",
    )


class Yield(Shape):
    """What the network will have made, and when."""

    what: Text = about(
        "Opbrengst",
        "Yield",
        hint=("Wat er aan het eind is, en voor wie.", "What there is at the end, and for whom."),
        example="Een aanpak en twee lessen die andere scholen kunnen gebruiken.",
    )
    date: Day = about("Klaar op", "Ready on", example="2027-06-16")


class Students(Shape):
    """What students in the network may count on."""

    expectations: Many[Text] = about(
        "Verwachtingen",
        "Expectations",
        hint=(
            "Wat studenten mogen verwachten, en wat van hen verwacht wordt.",
            "What students may expect, and what is expected of them.",
        ),
        example=["Je doet mee als collega.", "Je leidt één keer een onderdeel."],
    )
    preparation: Text = about(
        "Voorbereiding vóór de eerste bijeenkomst",
        "Preparation before the first meeting",
        hint=("Hoe studenten weten waar ze aan beginnen.", "How students know what they begin."),
        example="Een gesprek van een half uur met de begeleider.",
    )
    preparation_date: Day = about(
        "Datum van de voorbereiding",
        "Date of the preparation",
        hint=("Voor de eerste bijeenkomst.", "Before the first meeting."),
        example="2025-09-10",
    )
    recognition: Text = about(
        "Erkenning",
        "Recognition",
        hint=("Hoe hun werk meetelt.", "How their work counts."),
        example="Het werk telt mee voor het onderzoek in jaar drie.",
    )


class Network(Shape):
    """The front matter of ``networks/<id>/index.md``."""

    title: Line = about("Naam", "Name", example="Netwerk De Lichtmast (verzonnen)")
    summary: Text = about(
        "Samenvatting",
        "Summary",
        hint=("Wie er meedoen en wat ze maken.", "Who takes part and what they make."),
        example="Vier basisscholen en een pabo maken lessen voor leerlingen die meer kunnen.",
    )
    question: Text = about(
        "Vraag",
        "Question",
        hint=(
            "De vraag waar het netwerk een antwoord op zoekt.",
            "The question that the network seeks an answer to.",
        ),
        example="Hoe krijgen leerlingen die de stof al kennen iets te denken in hun eigen klas?",
    )
    status: Annotated[Id, Term("network-statuses")] = about(
        "Status",
        "Status",
        hint=(
            "Of het netwerk nog moet beginnen, bezig is of klaar is.",
            "Whether the network is to begin, at work or finished.",
        ),
        example="draft",
        default="draft",
    )
    themes: Many[Annotated[Id, Term("themes")]] = about(
        "Thema's",
        "Themes",
        hint=("Waar het netwerk over gaat.", "What the network is about."),
        example=["hoogbegaafdheid"],
        default=(),
    )
    sectors: Many[Annotated[Id, Term("sectors")]] = about(
        "Sectoren",
        "Sectors",
        hint=(
            "Uit welke soorten onderwijs mensen meedoen.",
            "From which kinds of education people take part.",
        ),
        example=["po"],
        default=(),
    )
    programme: Annotated[Id, Term("programmes")] = about(
        "Programma",
        "Programme",
        hint=(
            "Hoe het netwerk werkt. Dit bepaalt de fasen.",
            "How the network works. This sets the phases.",
        ),
        example="design-cycles",
    )
    start: Day = about(
        "Start",
        "Start",
        hint=("De dag waarop het netwerk begint.", "The day on which the network begins."),
        example="2025-09-17",
    )
    years: int = about("Looptijd in jaren", "Length in years", example=2, ge=1, le=6)
    phases: Many[Phase] = about(
        "Fasen",
        "Phases",
        hint=(
            "Alleen als je eigen fasen hebt. Anders brengt het programma ze mee.",
            "Only with phases of your own. Else the programme brings them.",
        ),
        default=(),
    )
    participants: Many[Participants] = about(
        "Deelnemers",
        "Participants",
        hint=("Aantallen per rol, nooit wie.", "Numbers per role, never who."),
        default=(),
    )
    format: Annotated[Id, Term("formats")] = about(
        "Vorm",
        "Format",
        hint=("Hoe het netwerk meestal bij elkaar komt.", "How the network mostly meets."),
        example="blended",
    )
    format_reason: Text | None = about(
        "Waarom deze vorm",
        "Why this format",
        example="De scholen liggen een uur rijden uit elkaar.",
        default=None,
    )
    fixed: Many[FixedAgreement] = about(
        "Wat vaststaat",
        "What is fixed",
        hint=(
            "De afspraken waar ieder op kan rekenen.",
            "The agreements that everyone can count on.",
        ),
        default=(),
    )
    open: Many[OpenChoice] = about(
        "Wat open is",
        "What is open",
        hint=(
            "Wat het netwerk nog kiest, en wie dat doet.",
            "What the network still chooses, and who does.",
        ),
        default=(),
    )
    result: Yield | None = about(
        "Opbrengst",
        "Yield",
        hint=(
            "Wat het netwerk gemaakt zal hebben, en wanneer.",
            "What the network will have made, and when.",
        ),
        default=None,
    )
    schools: Many[Annotated[Id, Reference("school")]] = about(
        "Scholen",
        "Schools",
        hint=(
            "Wie er meedoen: de namen van de mappen in `schools/`.",
            "Who takes part: the folder names in `schools/`.",
        ),
        example=["de-verzonnen-vlieger"],
        default=(),
    )
    students: Students | None = about(
        "Studenten",
        "Students",
        hint=("Nodig als er studenten meedoen.", "Needed when students take part."),
        default=None,
    )
    meetings: Many[Meeting] = about(
        "Bijeenkomsten",
        "Meetings",
        hint=(
            "Elke bijeenkomst, in volgorde van datum. Hieruit komt het draaiboek.",
            "Every meeting, in order of date. The facilitation guide is made of these.",
        ),
        default=(),
    )
    guide_version: Line | None = about(
        "Versie van het draaiboek",
        "Version of the guide",
        hint=(
            "Staat boven het draaiboek, zodat iedereen dezelfde heeft.",
            "Stands above the guide, so that everyone has the same.",
        ),
        example="2, januari 2026",
        default=None,
    )
    aliases: Many[Id] = about(
        "Vroegere namen",
        "Former ids",
        hint=(
            "Hoe de map eerder heette. Oude links blijven zo werken.",
            "What the folder was called before. Old links keep working.",
        ),
        example=["de-oude-lichtmast"],
        default=(),
    )
