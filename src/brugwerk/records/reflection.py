"""A joint reflection of a network: words, a conclusion and an adjustment; nothing to add up."""

from typing import Annotated

from brugwerk.records.fields import Count, Day, Id, Line, Many, Shape, Term, Text, about


class Place(Shape):
    """Where the group agreed to stand between the two poles of an aspect, from 1 to 7."""

    wished: int = about(
        "Gewenste plaats",
        "Wished place",
        hint=(
            "Van 1 (de linkerpool) tot 7 (de rechterpool). Geen van beide is beter.",
            "From 1 (the left pole) to 7 (the right pole). Neither is better.",
        ),
        example=3,
        ge=1,
        le=7,
    )
    experienced: int = about(
        "Ervaren plaats",
        "Experienced place",
        hint=("Waar de groep nu staat, van 1 tot 7.", "Where the group stands now, from 1 to 7."),
        example=5,
        ge=1,
        le=7,
    )


class AspectTalk(Shape):
    """What the group said of one aspect."""

    aspect: Annotated[Id, Term("aspects")] = about(
        "Aspect",
        "Aspect",
        hint=("Waar de groep over sprak.", "What the group spoke of."),
        example="connectedness",
    )
    wish: Text = about(
        "Wens",
        "Wish",
        hint=("Hoe de groep het wil.", "How the group wants it."),
        example="We willen elkaar ook tussen de bijeenkomsten spreken.",
    )
    experience: Text = about(
        "Ervaring",
        "Experience",
        hint=(
            "Hoe de groep het nu vindt, zonder wie wat zei.",
            "How the group finds it now, without who said what.",
        ),
        example="Tussen de bijeenkomsten horen we weinig van elkaar.",
    )
    place: Place | None = about(
        "Afgesproken plaats",
        "Agreed place",
        hint=(
            "Alleen een plaats die de groep samen afsprak. Geen gemiddelde.",
            "Only a place that the group agreed on. No average.",
        ),
        default=None,
    )
    question: Text | None = about(
        "Gespreksvraag",
        "Conversation question",
        hint=("De vraag die het gesprek opende.", "The question that opened the talk."),
        example="Wanneer had je een collega van een andere school nodig?",
        default=None,
    )


class Adjustment(Shape):
    """What the network will do differently."""

    direction: Annotated[Id, Term("directions")] = about(
        "Richting",
        "Direction",
        hint=("Meer houvast, of meer ruimte.", "More structure, or more room."),
        example="more-room",
    )
    what: Text = about(
        "Wat",
        "What",
        hint=("Wat het netwerk vanaf nu anders doet.", "What the network does differently now."),
        example="We beginnen elke bijeenkomst met tien minuten zonder programma.",
    )
    role: Annotated[Id, Term("roles")] = about(
        "Wie",
        "Who",
        hint=("De rol die ervoor zorgt.", "The role that sees to it."),
        example="facilitator",
    )
    date: Day = about(
        "Wanneer",
        "When",
        hint=("Na de dag van de reflectie.", "After the day of the reflection."),
        example="2026-03-25",
    )


class Reflection(Shape):
    """The front matter of ``networks/<network-id>/reflections/<date>.md``."""

    present: Count = about(
        "Aantal aanwezig",
        "Number present",
        hint=(
            "Minstens vijf. Waren het er minder, houd de reflectie dan bij jezelf.",
            "At least five. With fewer, keep the reflection to yourselves.",
        ),
        example=11,
    )
    title: Line | None = about(
        "Titel",
        "Title",
        hint=("Waar het gesprek over ging.", "What the talk was about."),
        example="Halverwege: elkaar vaker spreken",
        default=None,
    )
    aspects: Many[AspectTalk] = about(
        "Aspecten",
        "Aspects",
        hint=("Waar de groep over sprak, in woorden.", "What the group spoke of, in words."),
    )
    conclusion: Text = about(
        "Conclusie",
        "Conclusion",
        hint=("Wat de groep er samen van vindt.", "What the group makes of it together."),
        example="We weten wat we willen maken, maar missen tijd om samen te proberen.",
    )
    adjustment: Adjustment = about(
        "Bijsturing",
        "Adjustment",
        hint=("Eén ding dat anders gaat.", "One thing that will be different."),
    )
    agreed_with_group: bool = about(
        "De groep ging akkoord met publicatie",
        "The group agreed to publication",
        hint=(
            "`true` als iedereen de tekst las en ja zei.",
            "`true` when everyone read the text and said yes.",
        ),
        example=True,
        default=False,
    )
