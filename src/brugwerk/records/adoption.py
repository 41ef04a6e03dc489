"""An adoption: one product in one school, and who carries it there."""

from typing import Annotated

from brugwerk.records.fields import Day, Id, Line, Many, Shape, Term, Text, Version, about


class Task(Shape):
    """What someone does, and by when."""

    what: Line = about("Taak", "Task")
    by: Day | None = about("Voor", "By", example="2026-10-01", default=None)


class Bridge(Shape):
    """The role that carries the product between network and school."""

    role: Annotated[Id, Term("roles")] = about("Brugrol", "Bridge role", example="teacher")
    mandate: Text = about(
        "Mandaat", "Mandate", hint=("Wat mag deze rol beslissen?", "What may this role decide?")
    )
    time: Line = about("Tijd", "Time", example="twee uur per maand")
    tasks: Many[Task] = about("Taken", "Tasks", default=())


class Deputy(Shape):
    """The role that takes over."""

    role: Annotated[Id, Term("roles")] = about(
        "Vervangende rol", "Deputy", example="intern-begeleider"
    )
    tasks: Many[Task] = about("Taken", "Tasks", default=())


class Decision(Shape):
    """Which role decided, when, and what that role does."""

    role: Annotated[Id, Term("roles")] = about(
        "Beslist door", "Decided by", example="school-leader"
    )
    date: Day | None = about("Datum", "Date", default=None)
    tasks: Many[Task] = about("Taken", "Tasks", default=())


class Users(Shape):
    """Who works with the product: a role and its place, never a person."""

    role: Annotated[Id, Term("roles")] = about("Rol", "Role", example="teacher")
    place: Annotated[Id, Term("user-places")] = about("Plaats", "Place", example="outside-network")
    note: Line | None = about("Toelichting", "Note", example="groep 6", default=None)


class ArrangedCondition(Shape):
    """How one condition of the product stands in this school."""

    condition: Id = about(
        "Voorwaarde", "Condition", hint=("Het kenmerk uit het product.", "The id from the product.")
    )
    arranged: Annotated[Id, Term("arranged")] = about("Geregeld?", "Arranged?", example="arranged")
    how: Text | None = about("Hoe", "How", default=None)


class Choice(Shape):
    """What the school chose in an adaptable element."""

    element: Id = about("Aanpasbaar element", "Adaptable element")
    choice: Text = about("Keuze", "Choice")
    reason: Text | None = about("Reden", "Reason", default=None)


class Deviation(Shape):
    """A departure from a core element, with its reason; it goes back to the network."""

    element: Id = about("Kernelement", "Core element")
    change: Text = about("Wat er anders is", "What is different")
    reason: Text = about("Reden", "Reason")
    effect: Text | None = about("Gevolg", "Effect", default=None)


class Step(Shape):
    """A step with a role and a date."""

    what: Line = about("Stap", "Step")
    role: Annotated[Id, Term("roles")] = about("Rol", "Role", example="teacher")
    date: Day = about("Datum", "Date", example="2026-10-14")
    done: bool = about("Gedaan", "Done", default=False)


class QuestionBack(Shape):
    """What the school asks the network, and what came of it."""

    text: Text = about("Vraag", "Question")
    deadline: Day | None = about("Antwoord graag voor", "Answer wanted by", default=None)
    answer: Text | None = about("Antwoord", "Answer", default=None)
    answered_on: Day | None = about("Beantwoord op", "Answered on", default=None)


class Value(Shape):
    """One step of the value story: it happened, or it is hoped for."""

    kind: Annotated[Id, Term("value-kinds")] = about(
        "Soort waarde", "Kind of value", example="immediate"
    )
    state: Annotated[Id, Term("value-states")] = about(
        "Gebeurd of gehoopt", "Happened or hoped", example="happened"
    )
    text: Text = about("Verhaal", "Story")


class StageEntry(Shape):
    """When the adoption entered a stage."""

    stage: Annotated[Id, Term("stages")] = about("Stadium", "Stage")
    date: Day = about("Datum", "Date")


class Adoption(Shape):
    """The front matter of ``schools/<school-id>/<product-id>.md``."""

    version: Version = about("Versie van het product", "Version of the product", example="1.0")
    stage: Annotated[Id, Term("stages")] = about("Stadium", "Stage", example="exploring")
    history: Many[StageEntry] = about("Verloop", "History", default=())
    need: Text = about(
        "Waarom hier",
        "Why here",
        hint=("Welke behoefte heeft de school?", "What does the school need?"),
    )
    fit: Text | None = about("Waarom het past", "Why it fits", default=None)
    bridge: Bridge = about("Brugrol", "Bridge role")
    deputy: Deputy | None = about("Vervangende rol", "Deputy", default=None)
    decided_by: Decision | None = about("Besluit", "Decision", default=None)
    users: Many[Users] = about("Gebruikers", "Users", default=())
    conditions: Many[ArrangedCondition] = about("Voorwaarden", "Conditions", default=())
    choices: Many[Choice] = about("Keuzes", "Choices", default=())
    deviations: Many[Deviation] = about(
        "Afwijkingen van de kern", "Deviations from the core", default=()
    )
    steps: Many[Step] = about("Stappen", "Steps", default=())
    next_step: Step | None = about("Volgende stap", "Next step", default=None)
    look_back: Day | None = about("Terugkijken op", "Look back on", default=None)
    anchored_in: Text | None = about(
        "Waar het is vastgelegd",
        "Where it is anchored",
        hint=("Bijvoorbeeld het jaarplan.", "For instance the year plan."),
        default=None,
    )
    reason: Text | None = about(
        "Reden van stoppen of afzien", "Reason for stopping or declining", default=None
    )
    question: QuestionBack | None = about(
        "Vraag aan het netwerk", "Question to the network", default=None
    )
    value: Many[Value] = about("Wat het opleverde", "What it brought", default=())
