"""What a product rests on: evidence, rounds of design, and other products and sources."""

from typing import Annotated

from brugwerk.records.fields import (
    Id,
    Line,
    Reference,
    Shape,
    Term,
    Text,
    Version,
    WebAddress,
    about,
)


class Evidence(Shape):
    """What supports a claim, and how far that support goes."""

    kind: Annotated[Id, Term("evidence-kinds")] = about(
        "Soort", "Kind", hint=("Waar je het van weet.", "How one knows."), example="trial"
    )
    claim: Text = about(
        "Bewering",
        "Claim",
        hint=("Wat je zag of vond, en niet meer dan dat.", "What was seen or found, and no more."),
        example="Leerlingen stelden in de tweede les meer vragen dan in de eerste.",
    )
    source: Text = about(
        "Bron",
        "Source",
        hint=("Waar een lezer het kan nakijken.", "Where a reader can look it up."),
        example="Notities van drie leraren uit het netwerk, voorjaar 2026",
    )
    url: WebAddress | None = about(
        "Webadres van de bron",
        "Web address of the source",
        example="https://example.org/verslag",
        default=None,
    )
    context: Text = about(
        "Waar dit gold",
        "Where this held",
        hint=("In welke groepen, hoe vaak en hoe lang.", "In which groups, how often, how long."),
        example="Drie groepen 5, vier lessen per groep.",
    )
    limit: Text = about(
        "Wat we niet weten",
        "What we do not know",
        hint=("Wat je hier niet uit mag opmaken.", "What may not be concluded from this."),
        example="Of het na een paar maanden nog zo is, hebben we niet bekeken.",
    )


class DesignCycle(Shape):
    """One round of analysis, design and evaluation."""

    analysis: Text = about(
        "Analyse",
        "Analysis",
        hint=("Wat was er aan de hand?", "What was the matter?"),
        example="Wie snel klaar is, wacht op de rest.",
    )
    design: Text = about(
        "Ontwerp",
        "Design",
        hint=("Wat maakten jullie?", "What did you make?"),
        example="Een startgesprek van vijf minuten aan het begin van de week.",
    )
    evaluation: Text | None = about(
        "Evaluatie",
        "Evaluation",
        hint=("Wat bleek toen je het uitprobeerde?", "What did trying it show?"),
        example="Het gesprek hielp, maar vijf minuten was te kort.",
        default=None,
    )
    decision: Annotated[Id, Term("decisions")] | None = about(
        "Besluit",
        "Decision",
        hint=("Wat deden jullie ermee?", "What did you do with it?"),
        example="adjust",
        default=None,
    )
    decision_note: Text | None = about(
        "Toelichting bij het besluit",
        "Note on the decision",
        example="Het gesprek duurt nu tien minuten.",
        default=None,
    )
    version: Version | None = about(
        "Leidde tot versie",
        "Led to version",
        hint=("Een versie die ook onder `changes` staat.", "A version that `changes` names too."),
        example="1.1",
        default=None,
    )


class Relation(Shape):
    """How this product belongs to another one, or to a source outside the site."""

    kind: Annotated[Id, Term("relation-kinds")] = about(
        "Soort",
        "Kind",
        hint=("Hoe de twee bij elkaar horen.", "How the two belong together."),
        example="pairs-with",
    )
    product: Annotated[Id, Reference("product")] | None = about(
        "Product",
        "Product",
        hint=(
            "De naam van de map van een ander product op deze site. Of vul `source` in.",
            "The folder name of another product on this site. Or fill in `source`.",
        ),
        example="breuken-met-bewijs",
        default=None,
    )
    source: Line | None = about(
        "Bron buiten de site",
        "Source outside the site",
        hint=(
            "Een boek, artikel of site. Vul dan `product` niet in.",
            "A book, article or site. Leave out `product` then.",
        ),
        example="Een handboek over ontwerpen van lessen",
        default=None,
    )
    url: WebAddress | None = about(
        "Webadres",
        "Web address",
        hint=("Waar die bron staat.", "Where that source stands."),
        example="https://example.org/handboek",
        default=None,
    )
    note: Line | None = about(
        "Toelichting",
        "Note",
        hint=("Waarom een lezer die moet kennen.", "Why a reader should know it."),
        example="Doe eerst deze les, dan lukt het gesprek beter",
        default=None,
    )
