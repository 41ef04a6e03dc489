"""A school, by name with consent or by pseudonym, and what matters for transfer there."""

from typing import Annotated

from pydantic import StringConstraints

from brugwerk.records.fields import Count, Day, Id, Line, Many, Reference, Shape, Term, Text, about


class PublicationConsent(Shape):
    """That the school agreed to a public page, recorded by role."""

    given_on: Day = about("Toestemming op", "Consent given on", example="2026-01-15")
    given_by: Annotated[Id, Term("roles")] = about(
        "Gegeven door", "Given by", example="school-leader"
    )
    scope: Line = about(
        "Waarvoor", "For what", example="schoolpagina en transferpagina's op deze site"
    )


class School(Shape):
    """The front matter of ``schools/<id>/index.md``."""

    name: Line = about(
        "Naam of pseudoniem", "Name or pseudonym", example="Basisschool De Verzonnen Vlieger"
    )
    pseudonym: bool = about("Is dit een pseudoniem?", "Is this a pseudonym?", default=False)
    sector: Annotated[Id, Term("sectors")] = about("Sector", "Sector", example="po")
    levels: Many[Annotated[Id, Term("levels")]] = about("Leerjaren", "Levels", default=())
    brin: Annotated[str, StringConstraints(pattern=r"^\d{2}[A-Z]{2}(\d{2})?$")] | None = about(
        "BRIN",
        "BRIN",
        hint=(
            "Vier of zes tekens, tussen aanhalingstekens.",
            "Four or six characters, in quotation marks.",
        ),
        default=None,
    )
    board: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] | None = about(
        "Bevoegd gezag", "School board", default=None
    )
    team_size: Count | None = about("Grootte van het team", "Team size", default=None)
    meeting_slots: Text | None = about("Overlegmomenten", "Meeting slots", default=None)
    traits: Many[Line] = about("Wat telt voor transfer", "What matters for transfer", default=())
    networks: Many[Annotated[Id, Reference("network")]] = about("Netwerken", "Networks", default=())
    consent: PublicationConsent | None = about(
        "Toestemming voor publicatie", "Consent to publication", default=None
    )
    aliases: Many[Id] = about("Vroegere namen", "Former ids", default=())
