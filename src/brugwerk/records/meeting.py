"""A meeting of a network, and the timed parts that it is made of."""

from typing import Annotated

from brugwerk.records.fields import (
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


class Block(Shape):
    """A timed part of a meeting; it says what is fixed, what is open, or both."""

    minutes: Minutes = about(
        "Minuten",
        "Minutes",
        hint=(
            "Alle onderdelen samen duren even lang als de bijeenkomst.",
            "All parts together take as long as the meeting.",
        ),
        example=15,
    )
    activity: Line = about("Wat je doet", "What you do", example="Rondje: wat probeerde je uit?")
    fixed: Text | None = about(
        "Vast deel",
        "Fixed part",
        hint=(
            "Wat je zo doet. Vul dit in, of ruimte, of allebei.",
            "What is done this way. Fill in this, or room, or both.",
        ),
        example="Ieder vertelt in twee minuten over één leerling, zonder namen.",
        default=None,
    )
    room: Text | None = about(
        "Ruimte",
        "Room",
        hint=("Wat de groep zelf kiest.", "What the group chooses."),
        example="De groep kiest in welke volgorde.",
        default=None,
    )
    materials: Many[Line] = about(
        "Materialen",
        "Materials",
        hint=("Wat er klaar moet liggen.", "What must lie ready."),
        example=["stiften", "grote vellen papier"],
        default=(),
    )
    role: Annotated[Id, Term("roles")] = about(
        "Wie leidt",
        "Who leads",
        hint=("Een rol, geen naam.", "A role, not a name."),
        example="facilitator",
    )


class Meeting(Shape):
    """One meeting, complete enough to run it from the page."""

    date: Day = about("Datum", "Date", example="2025-09-17")
    moved_from: Many[Day] = about(
        "Eerder gepland op",
        "Planned before on",
        hint=(
            "Verzet? Zet hier de oude datum, de eerste bovenaan. In agenda's schuift ze mee.",
            "Moved? Put the old date here, the first one on top. It moves along in calendars.",
        ),
        example=["2025-09-10"],
        default=(),
    )
    cancelled: Text | None = about(
        "Gaat niet door",
        "Does not take place",
        hint=(
            "Alleen als ze vervalt: waarom. Laat de rest staan. Zo vervalt ze ook in agenda's.",
            "Only when it falls through: why. Leave the rest. So it goes from calendars too.",
        ),
        example="Te veel mensen waren ziek. Het onderwerp komt in maart terug.",
        default=None,
    )
    start: TimeOfDay = about("Begintijd", "Starting time", example="15:30")
    minutes: Minutes = about("Duur in minuten", "Length in minutes", example=120)
    title: Line = about(
        "Titel",
        "Title",
        hint=("Waar deze bijeenkomst over gaat.", "What this meeting is about."),
        example="Wat doen leerlingen die klaar zijn?",
    )
    phase: Id = about(
        "Fase",
        "Phase",
        hint=("Het kenmerk van een fase hierboven.", "The id of a phase above."),
        example="analyse-1",
    )
    format: Annotated[Id, Term("formats")] = about("Vorm", "Format", example="onsite")
    format_reason: Text = about(
        "Waarom deze vorm",
        "Why this format",
        hint=(
            "Wat deze vorm beter maakt dan een andere.",
            "What makes this format better than another.",
        ),
        example="We kennen elkaar nog niet.",
    )
    goal: Text = about(
        "Doel",
        "Goal",
        hint=("Wat de groep erna weet of kan.", "What the group knows or can do after."),
        example="We weten van elkaar wat we in de klas zien.",
    )
    result: Text = about(
        "Wat er aan het eind ligt",
        "What is there at the end",
        hint=("Iets wat je kunt aanwijzen.", "Something that one can point at."),
        example="Een lijst van vijf situaties uit onze klassen.",
    )
    preparation: Many[Line] = about(
        "Voorbereiding",
        "Preparation",
        hint=(
            "Wat deelnemers meenemen of vooraf doen.",
            "What participants bring or do beforehand.",
        ),
        example=["Kijk tien minuten naar één leerling"],
        default=(),
    )
    blocks: Many[Block] = about(
        "Draaiboek", "Script", hint=("De onderdelen, in volgorde.", "The parts, in order.")
    )
    informal: Text | None = about(
        "Informeel moment",
        "Informal moment",
        hint=("Een moment zonder programma.", "A moment without a programme."),
        example="Soep vooraf, vanaf drie uur.",
        default=None,
    )
    recognition: Text | None = about(
        "Erkenning",
        "Recognition",
        hint=(
            "Hoe je laat merken dat iemands bijdrage telt.",
            "How one shows that a contribution counts.",
        ),
        example="We noemen wat we van elkaar gebruikten.",
        default=None,
    )
    transfer_question: Text = about(
        "Transfervraag",
        "Transfer question",
        hint=(
            "Wat ieder meeneemt naar de eigen school.",
            "What everyone takes to their own school.",
        ),
        example="Aan welke collega vertel je dit morgen, en wat vraag je?",
    )
    decisions: Many[Line] = about(
        "Besluiten",
        "Decisions",
        hint=("Vul dit na de bijeenkomst in.", "Fill this in after the meeting."),
        example=["We beginnen met rekenen"],
        default=(),
    )
    plan_b: Text | None = about(
        "Plan B",
        "Plan B",
        hint=("Wat je doet als de techniek niet werkt.", "What to do when the technology fails."),
        example="We bellen in drietallen en mailen de uitkomst.",
        default=None,
    )
    reflection: bool = about(
        "Met gezamenlijke reflectie",
        "With a joint reflection",
        hint=(
            "`true` als de groep terugkijkt op het samenwerken.",
            "`true` when the group looks back on working together.",
        ),
        example=True,
        default=False,
    )
    products: Many[Annotated[Id, Reference("product")]] = about(
        "Producten op tafel",
        "Products on the table",
        hint=("De namen van de mappen van de producten.", "The folder names of the products."),
        example=["breuken-met-bewijs"],
        default=(),
    )
