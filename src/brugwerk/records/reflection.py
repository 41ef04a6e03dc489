"""A joint reflection of a network: words, a conclusion and an adjustment; nothing to add up."""

from typing import Annotated

from brugwerk.records.fields import Count, Day, Id, Line, Many, Shape, Term, Text, about


class Place(Shape):
    """Where the group agreed to stand between the two poles of an aspect, from 1 to 7."""

    wished: int = about("Gewenste plaats", "Wished place", example=3, ge=1, le=7)
    experienced: int = about("Ervaren plaats", "Experienced place", example=5, ge=1, le=7)


class AspectTalk(Shape):
    """What the group said of one aspect."""

    aspect: Annotated[Id, Term("aspects")] = about("Aspect", "Aspect", example="connectedness")
    wish: Text = about("Wens", "Wish")
    experience: Text = about("Ervaring", "Experience")
    place: Place | None = about("Afgesproken plaats", "Agreed place", default=None)
    question: Text | None = about("Gespreksvraag", "Conversation question", default=None)


class Adjustment(Shape):
    """What the network will do differently."""

    direction: Annotated[Id, Term("directions")] = about(
        "Richting", "Direction", example="more-room"
    )
    what: Text = about("Wat", "What")
    role: Annotated[Id, Term("roles")] = about("Wie", "Who", example="facilitator")
    date: Day = about("Wanneer", "When", example="2026-02-04")


class Reflection(Shape):
    """The front matter of ``networks/<network-id>/reflections/<date>.md``."""

    present: Count = about("Aantal aanwezig", "Number present", example=11)
    title: Line | None = about("Titel", "Title", default=None)
    aspects: Many[AspectTalk] = about("Aspecten", "Aspects")
    conclusion: Text = about("Conclusie", "Conclusion")
    adjustment: Adjustment = about("Bijsturing", "Adjustment")
    agreed_with_group: bool = about(
        "De groep ging akkoord met publicatie", "The group agreed to publication", default=False
    )
