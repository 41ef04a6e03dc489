"""An adoption: one product in one school, and who carries it there."""

from typing import Annotated

from brugwerk.records.bridging import Bridge, Decision, Deputy, Users
from brugwerk.records.fields import Day, Id, Line, Many, Shape, Term, Text, Version, about


class ArrangedCondition(Shape):
    """How one condition of the product stands in this school."""

    condition: Id = about(
        "Voorwaarde",
        "Condition",
        hint=(
            "Het kenmerk (`id`) van een voorwaarde van het product.",
            "The `id` of a condition of the product.",
        ),
        example="vast-uur",
    )
    arranged: Annotated[Id, Term("arranged")] = about(
        "Geregeld?",
        "Arranged?",
        hint=("Hoe het er nu mee staat op deze school.", "How it stands at this school now."),
        example="arranged",
    )
    how: Text | None = about(
        "Hoe",
        "How",
        hint=(
            "Hoe het geregeld is, of wat er nog moet.",
            "How it is arranged, or what is still to do.",
        ),
        example="Elke dinsdag het eerste uur, in het rooster.",
        default=None,
    )


class Choice(Shape):
    """What the school chose in an adaptable element."""

    element: Id = about(
        "Aanpasbaar element",
        "Adaptable element",
        hint=(
            "Het kenmerk (`id`) van een aanpasbaar element van het product.",
            "The `id` of an adaptable element of the product.",
        ),
        example="groepsgrootte",
    )
    choice: Text = about(
        "Keuze",
        "Choice",
        hint=("Wat deze school doet.", "What this school does."),
        example="Viertallen, met een vaste voorzitter.",
    )
    reason: Text | None = about(
        "Reden", "Reason", example="In tweetallen bleef het te stil.", default=None
    )


class Deviation(Shape):
    """A departure from a core element, with its reason; it goes back to the network."""

    element: Id = about(
        "Kernelement",
        "Core element",
        hint=(
            "Het kenmerk (`id`) van een kernelement van het product.",
            "The `id` of a core element of the product.",
        ),
        example="eerst-zelf",
    )
    change: Text = about(
        "Wat er anders is", "What is different", example="Leerlingen denken eerst in tweetallen."
    )
    reason: Text = about(
        "Reden",
        "Reason",
        hint=("Waarom het hier niet anders kon.", "Why it could not be otherwise here."),
        example="Twee minuten stilte lukte niet in deze groep.",
    )
    effect: Text | None = about(
        "Gevolg",
        "Effect",
        hint=("Wat je daarvan merkte.", "What was noticed of it."),
        example="De stilste leerlingen praatten minder mee.",
        default=None,
    )


class Step(Shape):
    """A step with a role and a date."""

    what: Line = about(
        "Stap",
        "Step",
        hint=("Wat er gebeurt, klein genoeg om te doen.", "What happens, small enough to do."),
        example="De les bekijken met twee collega's",
    )
    role: Annotated[Id, Term("roles")] = about(
        "Rol",
        "Role",
        hint=("Wie het doet: een rol, geen naam.", "Who does it: a role, not a name."),
        example="teacher",
    )
    date: Day = about(
        "Datum", "Date", hint=("Wanneer het klaar is.", "When it is done."), example="2026-10-14"
    )
    done: bool = about(
        "Gedaan",
        "Done",
        hint=("`true` als het gebeurd is.", "`true` when it has happened."),
        example=True,
        default=False,
    )


class QuestionBack(Shape):
    """What the school asks the network, and what came of it."""

    text: Text = about(
        "Vraag",
        "Question",
        hint=(
            "Wat de school van het netwerk wil weten.",
            "What the school wants to know of the network.",
        ),
        example="Hoe doen jullie dit met een combinatiegroep?",
    )
    deadline: Day | None = about(
        "Antwoord graag voor", "Answer wanted by", example="2026-11-01", default=None
    )
    answer: Text | None = about(
        "Antwoord",
        "Answer",
        hint=("Vult het netwerk in.", "The network fills this in."),
        example="Begin met één leerjaar. De andere groep werkt dan zelfstandig.",
        default=None,
    )
    answered_on: Day | None = about(
        "Beantwoord op", "Answered on", example="2026-10-20", default=None
    )


class Value(Shape):
    """One step of the value story: it happened, or it is hoped for."""

    kind: Annotated[Id, Term("value-kinds")] = about(
        "Soort waarde",
        "Kind of value",
        hint=("Welke stap in het verhaal dit is.", "Which step of the story this is."),
        example="immediate",
    )
    state: Annotated[Id, Term("value-states")] = about(
        "Gebeurd of gehoopt",
        "Happened or hoped",
        hint=("Houd die twee uit elkaar.", "Keep the two apart."),
        example="happened",
    )
    text: Text = about(
        "Verhaal",
        "Story",
        hint=("Wat er gebeurde, zonder namen.", "What happened, without names."),
        example="Twee collega's uit groep 6 doen het nu elke week.",
    )


class StageEntry(Shape):
    """When the adoption entered a stage."""

    stage: Annotated[Id, Term("stages")] = about("Stadium", "Stage", example="exploring")
    date: Day = about(
        "Datum",
        "Date",
        hint=("De dag waarop dit stadium begon.", "The day on which this stage began."),
        example="2026-01-20",
    )


class Adoption(Shape):
    """The front matter of ``schools/<school-id>/<product-id>.md``."""

    version: Version = about(
        "Versie van het product",
        "Version of the product",
        hint=(
            "De versie die deze school gebruikt, tussen aanhalingstekens.",
            "The version that this school uses, in quotation marks.",
        ),
        example="1.0",
    )
    stage: Annotated[Id, Term("stages")] = about(
        "Stadium",
        "Stage",
        hint=(
            "Hoe ver de school ermee is. Stoppen mag ook.",
            "How far the school is. Stopping is fine too.",
        ),
        example="exploring",
    )
    history: Many[StageEntry] = about(
        "Verloop",
        "History",
        hint=(
            "Elk stadium met de dag waarop het begon, het oudste eerst.",
            "Every stage with the day it began, the oldest first.",
        ),
        default=(),
    )
    need: Text = about(
        "Waarom hier",
        "Why here",
        hint=("Welke behoefte heeft de school?", "What does the school need?"),
        example="Leerlingen in groep 6 beginnen pas als iemand naast hen staat.",
    )
    fit: Text | None = about(
        "Waarom het past",
        "Why it fits",
        hint=(
            "Waarom juist dit product bij die behoefte past.",
            "Why this product suits that need.",
        ),
        example="Het kost geen extra les en past in ons rooster.",
        default=None,
    )
    bridge: Bridge = about(
        "Brugrol",
        "Bridge role",
        hint=(
            "Wie het product de school in draagt, met tijd en mandaat.",
            "Who carries the product into the school, with time and mandate.",
        ),
    )
    deputy: Deputy | None = about(
        "Vervangende rol",
        "Deputy",
        hint=(
            "Wie het overneemt als de brugrol er niet is.",
            "Who takes over when the bridge role is away.",
        ),
        default=None,
    )
    decided_by: Decision | None = about(
        "Besluit",
        "Decision",
        hint=("Welke rol besloot om hiermee te werken.", "Which role decided to work with this."),
        default=None,
    )
    users: Many[Users] = about(
        "Gebruikers", "Users", hint=("Wie er nu mee werken.", "Who works with it now."), default=()
    )
    conditions: Many[ArrangedCondition] = about(
        "Voorwaarden",
        "Conditions",
        hint=(
            "Hoe het staat met wat het product van een school vraagt.",
            "How it stands with what the product asks of a school.",
        ),
        default=(),
    )
    choices: Many[Choice] = about(
        "Keuzes",
        "Choices",
        hint=(
            "Wat de school koos waar het product dat vrijlaat.",
            "What the school chose where the product leaves it free.",
        ),
        default=(),
    )
    deviations: Many[Deviation] = about(
        "Afwijkingen van de kern",
        "Deviations from the core",
        hint=(
            "Wat anders gaat dan de makers bedoelen. Zij lezen het ook.",
            "What differs from what the makers mean. They read it too.",
        ),
        default=(),
    )
    steps: Many[Step] = about(
        "Stappen",
        "Steps",
        hint=("Wat er al gedaan is en wat later komt.", "What has been done and what comes later."),
        default=(),
    )
    next_step: Step | None = about(
        "Volgende stap",
        "Next step",
        hint=("Eén stap, met een rol en een datum.", "One step, with a role and a date."),
        default=None,
    )
    look_back: Day | None = about(
        "Terugkijken op",
        "Look back on",
        hint=("Wanneer je bekijkt of het werkt.", "When you see whether it works."),
        example="2027-01-20",
        default=None,
    )
    anchored_in: Text | None = about(
        "Waar het is vastgelegd",
        "Where it is anchored",
        hint=("Bijvoorbeeld het jaarplan.", "For instance the year plan."),
        example="Jaarplan 2026-2027, bij rekenen.",
        default=None,
    )
    reason: Text | None = about(
        "Reden van stoppen of afzien",
        "Reason for stopping or declining",
        hint=(
            "Alleen bij gestopt of bewust niet. Geen verwijt, wel de reden.",
            "Only when stopped or declined. No blame, but the reason.",
        ),
        example="De brugpersoon vertrok en er was geen tijd voor een ander.",
        default=None,
    )
    question: QuestionBack | None = about(
        "Vraag aan het netwerk",
        "Question to the network",
        hint=("Wat de school de makers wil vragen.", "What the school wants to ask the makers."),
        default=None,
    )
    value: Many[Value] = about(
        "Wat het opleverde",
        "What it brought",
        hint=(
            "Het verhaal in stappen: wat gebeurde en wat je hoopt.",
            "The story in steps: what happened and what is hoped for.",
        ),
        default=(),
    )
