"""What in a product is fixed, what is free, and what a school must arrange for it."""

from typing import Annotated

from brugwerk.records.fields import Id, Line, Many, Shape, Term, Text, about


class CoreElement(Shape):
    """What must stay as it is, because the product works through it."""

    id: Id = about(
        "Kenmerk",
        "Id",
        hint=(
            "Kort woord voor de link; verandert nooit.",
            "Short word for the link; never changes.",
        ),
        example="eerst-zelf",
    )
    what: Line = about(
        "Wat vaststaat",
        "What is fixed",
        hint=("Wat je in elke klas zo doet.", "What one does this way in every class."),
        example="Iedereen denkt eerst twee minuten alleen na",
    )
    why: Text = about(
        "Waarom",
        "Why",
        hint=("Waardoor werkt dit?", "What makes this work?"),
        example="Wie meteen praat, volgt de snelste leerling.",
    )
    recognise: Text | None = about(
        "Hieraan herken je het",
        "How you recognise it",
        hint=(
            "Wat je ziet of hoort als het goed gaat.",
            "What one sees or hears when it goes well.",
        ),
        example="Het is twee minuten stil en iedereen schrijft.",
        default=None,
    )
    without: Text | None = about(
        "Zonder dit gaat het mis",
        "What goes wrong without it",
        hint=("Wat er gebeurt als je dit overslaat.", "What happens when one skips this."),
        example="De snelste leerling geeft het antwoord en de rest schrijft over.",
        default=None,
    )


class AdaptableElement(Shape):
    """What a school may change, and up to where."""

    id: Id = about(
        "Kenmerk",
        "Id",
        hint=(
            "Kort woord voor de link; verandert nooit.",
            "Short word for the link; never changes.",
        ),
        example="groepsgrootte",
    )
    what: Line = about(
        "Wat vrij is",
        "What is free",
        hint=("Wat een school zelf kiest.", "What a school chooses itself."),
        example="Hoeveel leerlingen er in een groepje zitten",
    )
    options: Many[Line] = about(
        "Mogelijkheden",
        "Options",
        hint=("Keuzes die al geprobeerd zijn.", "Choices that have been tried."),
        example=["tweetallen", "viertallen"],
        default=(),
    )
    limit: Text = about(
        "Grens",
        "Limit",
        hint=("Tot waar mag het anders?", "How far may it differ?"),
        example="Hooguit vier, want anders praat niet iedereen mee.",
    )
    from_round: int = about(
        "Vanaf ronde",
        "From round",
        hint=(
            "1: mag meteen. 2: doe het eerst een keer zoals beschreven.",
            "1: at once. 2: first do it once as described.",
        ),
        example=2,
        default=1,
        ge=1,
        le=3,
    )


class Condition(Shape):
    """What a school needs to arrange."""

    id: Id = about(
        "Kenmerk",
        "Id",
        hint=(
            "Kort woord voor de link; verandert nooit.",
            "Short word for the link; never changes.",
        ),
        example="vast-uur",
    )
    what: Line = about(
        "Voorwaarde",
        "Condition",
        hint=("Wat er moet zijn voordat je begint.", "What must be there before one begins."),
        example="Elke week een vast uur met de groep",
    )
    kind: Annotated[Id, Term("condition-kinds")] = about(
        "Soort",
        "Kind",
        hint=("Waar het vooral om gaat.", "What it is mostly about."),
        example="time",
    )
    need: Annotated[Id, Term("needs")] = about(
        "Nodig of helpend",
        "Required or helpful",
        hint=("Kan het zonder?", "Can one do without?"),
        example="required",
    )
    arrange: Text | None = about(
        "Zo regel je het",
        "How to arrange it",
        hint=("Wie je vraagt, en wanneer.", "Whom one asks, and when."),
        example="Vraag de schoolleider er voor de zomer om, als het rooster gemaakt wordt.",
        default=None,
    )
