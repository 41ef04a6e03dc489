"""The settings of a site: ``brugwerk.yml`` in its root."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from brugwerk.records.fields import Line, Shape, WebAddress, about
from brugwerk.records.vocabulary import Label

SETTINGS_FILE = "brugwerk.yml"
PathWord = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Language = Literal["nl", "en"]


class PathWords(Shape):
    """The words in addresses. A published address is permanent: choose them once."""

    products: PathWord = "producten"
    networks: PathWord = "netwerken"
    guide: PathWord = "draaiboek"
    guides: PathWord = "draaiboeken"
    reflections: PathWord = "reflecties"
    schools: PathWord = "scholen"
    transfer: PathWord = "transfer"
    search: PathWord = "zoeken"
    travels: PathWord = "doorwerking"
    contribute: PathWord = "bijdragen"
    fields: PathWord = "velden"
    form: PathWord = "formulier"
    problems: PathWord = "meldingen"


class Settings(Shape):
    """Everything about a site that is not in its records."""

    title: Line = about("Titel van de site", "Title of the site", default="Brugwerk")
    language: Language = about("Taal van de site", "Language of the site", default="nl")
    address: WebAddress | None = about("Webadres", "Web address", default=None)
    repository: WebAddress | None = about("Repository", "Repository", default=None)
    branch: Line = about("Tak van de repository", "Branch of the repository", default="main")
    contact: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+$")] | None = about(
        "Mailadres van de redactie", "Mail address of the editors", default=None
    )
    footer: Label | None = about("Tekst onderaan", "Text at the foot", default=None)
    path_words: PathWords = Field(default_factory=PathWords)
