"""A learning network: its question, its agreements and its meetings."""

from typing import Annotated

from brugwerk.records.fields import (
    Count,
    Day,
    Id,
    Line,
    Many,
    Minutes,
    Reference,
    Shape,
    Term,
    Text,
    TimeOfDay,
    about,
)


class Phase(Shape):
    """One stretch of the programme."""

    id: Id = about("Kenmerk", "Id", example="analyse-1")
    kind: Annotated[Id, Term("phases")] = about("Soort fase", "Kind of phase", example="analysis")
    year: int = about("Jaar", "Year", example=1, ge=1, le=6)
    cycle: int | None = about("Ontwerpcyclus", "Design cycle", example=1, default=None, ge=1, le=9)
    goal: Text = about("Doel", "Goal")
    decision: Text | None = about("Besluit aan het eind", "Decision at the end", default=None)


class Participants(Shape):
    """How many people take part in one role; never who."""

    role: Annotated[Id, Term("roles")] = about("Rol", "Role", example="teacher")
    number: Count = about("Aantal", "Number", example=12)
    task: Text | None = about(
        "Wat je van deze rol mag verwachten", "What may be expected of this role", default=None
    )


class FixedAgreement(Shape):
    """What stands for the whole run of the network."""

    what: Line = about("Wat vaststaat", "What is fixed")
    why: Text | None = about("Waarom", "Why", default=None)


class OpenChoice(Shape):
    """What the network decides as it goes, and who decides."""

    what: Line = about("Wat open is", "What is open")
    decided_by: Line = about("Wie beslist", "Who decides")


class Yield(Shape):
    """What the network will have made, and when."""

    what: Text = about("Opbrengst", "Yield")
    date: Day = about("Klaar op", "Ready on", example="2027-06-16")


class Students(Shape):
    """What students in the network may count on."""

    expectations: Many[Text] = about("Verwachtingen", "Expectations")
    preparation: Text = about(
        "Voorbereiding vóór de eerste bijeenkomst", "Preparation before the first meeting"
    )
    preparation_date: Day = about(
        "Datum van de voorbereiding", "Date of the preparation", example="2025-09-10"
    )
    recognition: Text = about("Erkenning", "Recognition")


class Block(Shape):
    """A timed part of a meeting; it says what is fixed, what is open, or both."""

    minutes: Minutes = about("Minuten", "Minutes", example=15)
    activity: Line = about("Wat je doet", "What you do")
    fixed: Text | None = about("Vast deel", "Fixed part", default=None)
    room: Text | None = about("Ruimte", "Room", default=None)
    materials: Many[Line] = about("Materialen", "Materials", default=())
    role: Annotated[Id, Term("roles")] = about("Wie leidt", "Who leads", example="facilitator")


class Meeting(Shape):
    """One meeting, complete enough to run it from the page."""

    date: Day = about("Datum", "Date", example="2025-09-17")
    start: TimeOfDay = about("Begintijd", "Starting time", example="15:30")
    minutes: Minutes = about("Duur in minuten", "Length in minutes", example=120)
    title: Line = about("Titel", "Title")
    phase: Id = about(
        "Fase",
        "Phase",
        hint=("Het kenmerk van een fase hierboven.", "The id of a phase above."),
        example="analyse-1",
    )
    format: Annotated[Id, Term("formats")] = about("Vorm", "Format", example="onsite")
    format_reason: Text = about("Waarom deze vorm", "Why this format")
    goal: Text = about("Doel", "Goal")
    result: Text = about("Wat er aan het eind ligt", "What is there at the end")
    preparation: Many[Line] = about("Voorbereiding", "Preparation", default=())
    blocks: Many[Block] = about("Draaiboek", "Script")
    informal: Text | None = about("Informeel moment", "Informal moment", default=None)
    recognition: Text | None = about("Erkenning", "Recognition", default=None)
    transfer_question: Text = about("Transfervraag", "Transfer question")
    decisions: Many[Line] = about("Besluiten", "Decisions", default=())
    plan_b: Text | None = about("Plan B", "Plan B", default=None)
    reflection: bool = about("Met gezamenlijke reflectie", "With a joint reflection", default=False)
    products: Many[Annotated[Id, Reference("product")]] = about(
        "Producten op tafel", "Products on the table", default=()
    )


class Network(Shape):
    """The front matter of ``networks/<id>/index.md``."""

    title: Line = about("Naam", "Name", example="Netwerk De Lichtmast (verzonnen)")
    summary: Text = about("Samenvatting", "Summary")
    question: Text = about("Vraag", "Question")
    status: Annotated[Id, Term("network-statuses")] = about(
        "Status", "Status", example="running", default="draft"
    )
    themes: Many[Annotated[Id, Term("themes")]] = about("Thema's", "Themes", default=())
    sectors: Many[Annotated[Id, Term("sectors")]] = about("Sectoren", "Sectors", default=())
    programme: Annotated[Id, Term("programmes")] = about(
        "Programma", "Programme", example="design-cycles"
    )
    start: Day = about("Start", "Start", example="2025-09-17")
    years: int = about("Looptijd in jaren", "Length in years", example=2, ge=1, le=6)
    phases: Many[Phase] = about("Fasen", "Phases", default=())
    participants: Many[Participants] = about("Deelnemers", "Participants", default=())
    format: Annotated[Id, Term("formats")] = about("Vorm", "Format", example="blended")
    format_reason: Text | None = about("Waarom deze vorm", "Why this format", default=None)
    fixed: Many[FixedAgreement] = about("Wat vaststaat", "What is fixed", default=())
    open: Many[OpenChoice] = about("Wat open is", "What is open", default=())
    result: Yield | None = about("Opbrengst", "Yield", default=None)
    schools: Many[Annotated[Id, Reference("school")]] = about("Scholen", "Schools", default=())
    students: Students | None = about("Studenten", "Students", default=None)
    meetings: Many[Meeting] = about("Bijeenkomsten", "Meetings", default=())
    guide_version: Line | None = about(
        "Versie van het draaiboek", "Version of the guide", default=None
    )
    aliases: Many[Id] = about("Vroegere namen", "Former ids", default=())
