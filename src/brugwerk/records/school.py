"""A school, by name with consent or by pseudonym, and what matters for transfer there."""

from typing import Annotated

from pydantic import StringConstraints

from brugwerk.records.fields import Count, Day, Id, Line, Many, Reference, Shape, Term, Text, about


class PublicationConsent(Shape):
    """That the school agreed to a public page, recorded by role."""

    given_on: Day = about(
        "Toestemming op",
        "Consent given on",
        hint=("De dag waarop de school ja zei.", "The day on which the school said yes."),
        example="2026-01-15",
    )
    given_by: Annotated[Id, Term("roles")] = about(
        "Gegeven door",
        "Given by",
        hint=("Een rol, geen naam.", "A role, not a name."),
        example="school-leader",
    )
    scope: Line = about(
        "Waarvoor",
        "For what",
        hint=("Wat er openbaar mag zijn.", "What may be public."),
        example="schoolpagina en transferpagina's op deze site",
    )
    roles: Many[Annotated[Id, Term("roles")]] = about(
        "Herkenbare rollen",
        "Recognisable roles",
        hint=(
            "Alleen bij minder dan tien collega's: rollen van één mens, die daar zelf ja op zei.",
            "With fewer than ten colleagues only: roles of one person, who said yes to it.",
        ),
        example=["intern-begeleider"],
        default=(),
    )


class School(Shape):
    """The front matter of ``schools/<id>/index.md``."""

    name: Line = about(
        "Naam of pseudoniem",
        "Name or pseudonym",
        hint=(
            "De eigen naam mag alleen met toestemming van de school.",
            "Its own name only with the school's consent.",
        ),
        example="Basisschool De Verzonnen Vlieger",
    )
    pseudonym: bool = about(
        "Is dit een pseudoniem?",
        "Is this a pseudonym?",
        hint=(
            "`true` als de school niet met haar eigen naam op de site wil.",
            "`true` when the school does not want its own name on the site.",
        ),
        example=True,
        default=False,
    )
    sector: Annotated[Id, Term("sectors")] = about(
        "Sector", "Sector", hint=("Welk soort onderwijs.", "Which kind of education."), example="po"
    )
    levels: Many[Annotated[Id, Term("levels")]] = about(
        "Leerjaren",
        "Levels",
        hint=("De leerjaren die de school heeft.", "The school years that the school has."),
        example=["groep-7", "groep-8"],
        default=(),
    )
    brin: Annotated[str, StringConstraints(pattern=r"^\d{2}[A-Z]{2}(\d{2})?$")] | None = about(
        "BRIN",
        "BRIN",
        hint=(
            "Vier of zes tekens, zoals 99ZZ of 99ZZ00.",
            "Four or six characters, such as 99ZZ or 99ZZ00.",
        ),
        example="99ZZ",
        default=None,
    )
    board: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] | None = about(
        "Bevoegd gezag",
        "School board",
        hint=(
            "Het nummer van het bestuur: vijf cijfers, tussen aanhalingstekens.",
            "The number of the board: five digits, in quotation marks.",
        ),
        example="99999",
        default=None,
    )
    team_size: Count | None = about(
        "Grootte van het team",
        "Team size",
        hint=("Hoeveel collega's er werken, ongeveer.", "How many colleagues work there, roughly."),
        example=24,
        default=None,
    )
    meeting_slots: Text | None = about(
        "Overlegmomenten",
        "Meeting slots",
        hint=("Wanneer het team bij elkaar komt.", "When the team meets."),
        example="Elke dinsdag na schooltijd, drie kwartier.",
        default=None,
    )
    traits: Many[Line] = about(
        "Wat telt voor transfer",
        "What matters for transfer",
        hint=(
            "Wat iemand moet weten die hier iets nieuws begint.",
            "What someone should know who begins something new here.",
        ),
        example=["drie combinatiegroepen", "veel nieuwe collega's"],
        default=(),
    )
    networks: Many[Annotated[Id, Reference("network")]] = about(
        "Netwerken",
        "Networks",
        hint=(
            "Waar de school aan meedoet: de naam van de map in `networks/`.",
            "What the school takes part in: the name of the folder in `networks/`.",
        ),
        example=["de-lichtmast"],
        default=(),
    )
    consent: PublicationConsent | None = about(
        "Toestemming voor publicatie",
        "Consent to publication",
        hint=(
            "Nodig als de school met haar eigen naam op de site staat.",
            "Needed when the school is on the site under its own name.",
        ),
        default=None,
    )
    aliases: Many[Id] = about(
        "Vroegere namen",
        "Former ids",
        hint=(
            "Hoe de map eerder heette. Oude links blijven zo werken.",
            "What the folder was called before. Old links keep working.",
        ),
        example=["de-oude-vlieger"],
        default=(),
    )
