"""Who carries a product into a school, who decides, and who works with it: roles only."""

from typing import Annotated

from brugwerk.records.fields import Day, Id, Line, Many, Shape, Term, Text, about


class Task(Shape):
    """What someone does, and by when."""

    what: Line = about("Taak", "Task", example="Laat twee collega's een les meekijken")
    by: Day | None = about(
        "Voor",
        "By",
        hint=("Wanneer het klaar is.", "When it is done."),
        example="2026-10-01",
        default=None,
    )


class Bridge(Shape):
    """The role that carries the product between network and school."""

    role: Annotated[Id, Term("roles")] = about(
        "Brugrol",
        "Bridge role",
        hint=(
            "De rol die het product de school in draagt. Geen naam.",
            "The role that carries the product into the school. Not a name.",
        ),
        example="teacher",
    )
    mandate: Text = about(
        "Mandaat",
        "Mandate",
        hint=("Wat mag deze rol beslissen?", "What may this role decide?"),
        example="Mag een half uur op de teamvergadering inplannen.",
    )
    time: Line = about(
        "Tijd",
        "Time",
        hint=("Hoeveel tijd deze rol ervoor krijgt.", "How much time this role is given."),
        example="twee uur per maand",
    )
    tasks: Many[Task] = about("Taken", "Tasks", default=())


class Deputy(Shape):
    """The role that takes over."""

    role: Annotated[Id, Term("roles")] = about(
        "Vervangende rol",
        "Deputy",
        hint=("Een andere rol dan de brugrol.", "Another role than the bridge role."),
        example="intern-begeleider",
    )
    tasks: Many[Task] = about("Taken", "Tasks", default=())


class Decision(Shape):
    """Which role decided, when, and what that role does."""

    role: Annotated[Id, Term("roles")] = about(
        "Beslist door",
        "Decided by",
        hint=("Een rol, geen naam.", "A role, not a name."),
        example="school-leader",
    )
    date: Day | None = about(
        "Datum",
        "Date",
        hint=("De dag van het besluit.", "The day of the decision."),
        example="2026-06-10",
        default=None,
    )
    tasks: Many[Task] = about("Taken", "Tasks", default=())


class Users(Shape):
    """Who works with the product: a role and its place, never a person."""

    role: Annotated[Id, Term("roles")] = about(
        "Rol",
        "Role",
        hint=("Wie ermee werkt: een rol, geen naam.", "Who works with it: a role, not a name."),
        example="teacher",
    )
    place: Annotated[Id, Term("user-places")] = about(
        "Plaats",
        "Place",
        hint=(
            "Of deze mensen zelf in het netwerk zitten.",
            "Whether these people are in the network themselves.",
        ),
        example="outside-network",
    )
    note: Line | None = about(
        "Toelichting",
        "Note",
        hint=("Bijvoorbeeld in welke groep.", "For instance in which year group."),
        example="groep 6",
        default=None,
    )
