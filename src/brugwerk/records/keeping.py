"""What keeps a product usable: its versions, makers, attachments, and its place in a guide."""

from typing import Annotated

from brugwerk.records.fields import (
    Day,
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
        example="De uitleg is korter. Het werkblad heeft één opdracht minder.",
    )


class Consent(Shape):
    """That a person agreed to be named."""

    given_on: Day = about(
        "Toestemming op",
        "Consent given on",
        hint=("De dag waarop iemand ja zei.", "The day on which someone said yes."),
        example="2026-03-01",
    )
    scope: Line = about(
        "Waarvoor",
        "For what",
        hint=("Waar de naam mag staan.", "Where the name may appear."),
        example="naam bij dit product op de website",
    )


class Credit(Shape):
    """A person who is named, because they agreed to it."""

    name: Line = about(
        "Naam",
        "Name",
        hint=("Zoals deze mens genoemd wil worden.", "As this person wants to be named."),
        example="Een verzonnen naam",
    )
    role: Annotated[Id, Term("roles")] = about(
        "Rol",
        "Role",
        hint=("Wat iemand in het netwerk doet.", "What someone does in the network."),
        example="teacher",
    )
    consent: Consent = about(
        "Toestemming", "Consent", hint=("Zonder toestemming geen naam.", "No name without consent.")
    )


class File(Shape):
    """An attachment in the folder ``files/`` beside the record."""

    path: RelativePath = about(
        "Bestand",
        "File",
        hint=(
            "De plek in de map van het product. Zet het bestand zelf in `files/`.",
            "The place in the product's folder. Put the file itself in `files/`.",
        ),
        example="files/werkblad.pdf",
    )
    title: Line = about(
        "Naam voor de lezer",
        "Name for the reader",
        hint=(
            "Wat er op de knop staat om het te downloaden.",
            "What the button to download it says.",
        ),
        example="Werkblad",
    )
    audience: Annotated[Id, Term("file-audiences")] = about(
        "Voor wie", "For whom", example="pupil", default="teacher"
    )


class Guidance(Shape):
    """When a facilitator needs a guideline; this fills the facilitation guides."""

    phases: Many[Annotated[Id, Term("phases")]] = about(
        "Fasen",
        "Phases",
        hint=(
            "In welke fasen van een netwerk dit helpt. Niets invullen is: in alle.",
            "In which phases of a network this helps. Nothing means: in all.",
        ),
        example=["start"],
        default=(),
    )
    formats: Many[Annotated[Id, Term("formats")]] = about(
        "Vormen",
        "Formats",
        hint=(
            "Bij welke vorm van bijeenkomst. Niets invullen is: bij elke vorm.",
            "For which format of meeting. Nothing means: any.",
        ),
        example=["online"],
        default=(),
    )
    participants: Many[Annotated[Id, Term("roles")]] = about(
        "Deelnemers erbij",
        "Participants present",
        hint=("Alleen als deze rol meedoet.", "Only when this role takes part."),
        example=["student"],
        default=(),
    )
    challenges: Many[Annotated[Id, Term("challenges")]] = about(
        "Opgave",
        "Challenge",
        hint=("Waar een begeleider hulp bij zoekt.", "What a facilitator looks for help with."),
        example=["students"],
        default=(),
    )
    minutes: Minutes | None = about(
        "Minuten",
        "Minutes",
        hint=("Hoe lang dit duurt in een bijeenkomst.", "How long this takes in a meeting."),
        example=15,
        default=None,
    )
    fixed: Text | None = about(
        "Vast deel",
        "Fixed part",
        hint=("Wat een begeleider zo doet.", "What a facilitator does this way."),
        example="Ieder zegt in één zin wat deze week opviel.",
        default=None,
    )
    room: Text | None = about(
        "Ruimte",
        "Room",
        hint=("Wat de groep zelf kiest.", "What the group chooses."),
        example="De groep kiest wie begint.",
        default=None,
    )


class Retirement(Shape):
    """That and why a product is no longer recommended."""

    date: Day = about("Teruggetrokken op", "Retired on", example="2026-08-31")
    reason: Text = about(
        "Reden",
        "Reason",
        hint=("Waarom je het niet meer aanraadt.", "Why it is no longer recommended."),
        example="De site waar de les mee werkte, bestaat niet meer.",
    )
    replaced_by: Annotated[Id, Reference("product")] | None = about(
        "Vervangen door",
        "Replaced by",
        hint=("De naam van de map van het nieuwe product.", "The folder name of the new product."),
        example="breuken-met-bewijs",
        default=None,
    )
