"""The settings of a site: ``brugwerk.yml`` in its root."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from brugwerk.records.fields import Id, Line, Many, Shape, WebAddress, about
from brugwerk.records.vocabulary import Label

SETTINGS_FILE = "brugwerk.yml"
# What this site is called where it stands beside others.
THIS_SITE = "hier"
PathWord = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Language = Literal["nl", "en"]
GitHost = Literal["github", "gitlab", "gitea"]
REPOSITORY_PATTERN = r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$"
BRANCH_PATTERN = r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$"


class PathWords(Shape):
    """The words in addresses. A published address is permanent: choose them once."""

    products: PathWord = "producten"
    networks: PathWord = "netwerken"
    guide: PathWord = "draaiboek"
    guides: PathWord = "draaiboeken"
    reflections: PathWord = "reflecties"
    schools: PathWord = "scholen"
    transfer: PathWord = "transfer"
    versions: PathWord = "versies"
    search: PathWord = "zoeken"
    travels: PathWord = "doorwerking"
    questions: PathWord = "vragen"
    contribute: PathWord = "bijdragen"
    fields: PathWord = "velden"
    form: PathWord = "formulier"
    editor: PathWord = "redactie"
    problems: PathWord = "meldingen"
    attention: PathWord = "wat-aandacht-vraagt"
    embedded: PathWord = "insluiten"
    booklet: PathWord = "boekje"
    conversation: PathWord = "gespreksblad"
    calendar: PathWord = "agenda"
    adoption: PathWord = "adoptie"
    follow: PathWord = "volgen"
    lists: PathWord = "lijsten"


class Editor(Shape):
    """Where the editor finds the files, and how its people sign in there.

    What goes together and what does not is checked by rule (``BW705`` to ``BW709``).
    """

    backend: GitHost = about(
        "Soort plek",
        "Kind of place",
        hint=(
            "github, gitlab, of gitea (ook voor Forgejo).",
            "github, gitlab, or gitea (for Forgejo as well).",
        ),
        example="github",
    )
    repository: Annotated[str, StringConstraints(pattern=REPOSITORY_PATTERN)] = about(
        "Plek van de bestanden",
        "Place of the files",
        hint=("Eigenaar en naam, zonder webadres.", "Owner and name, without web address."),
        example="onze-organisatie/brugwerk",
    )
    branch: Annotated[str, StringConstraints(pattern=BRANCH_PATTERN)] = about(
        "Hoofdtak",
        "Main branch",
        hint=("De tak waaruit de site komt.", "The branch that the site is made from."),
        example="main",
        default="main",
    )
    host: WebAddress | None = about(
        "Adres van een eigen server",
        "Address of an own server",
        hint=(
            "Alleen als het niet github.com of gitlab.com is.",
            "Only where it is not github.com or gitlab.com.",
        ),
        example="https://git.example.org",
        default=None,
    )
    proposals: bool = about(
        "Elke wijziging eerst als voorstel",
        "Every change is a proposal first",
        hint=(
            "Met nee gaat een wijziging meteen de hoofdtak in.",
            "With no, a change goes straight into the main branch.",
        ),
        default=True,
    )
    application: Line | None = about(
        "Kenmerk van de toepassing",
        "Application id",
        hint=(
            "Bij GitLab of Gitea: dan melden mensen zich aan zonder sleutel.",
            "With GitLab or Gitea: people then sign in without a token.",
        ),
        default=None,
    )
    sign_in: WebAddress | None = about(
        "Aanmeldserver",
        "Sign-in server",
        hint=(
            "Bij GitHub: een server die het aanmelden regelt.",
            "With GitHub: a server that handles signing in.",
        ),
        example="https://aanmelden.example.org",
        default=None,
    )


class OtherSite(Shape):
    """A site of which products are shown as well; fetched by ``brugwerk sources`` only."""

    id: Id = about(
        "Kenmerk",
        "Id",
        hint=(
            "Kort woord voor die site. Het staat in adressen van zoekvragen.",
            "Short word for that site. It stands in addresses of searches.",
        ),
        example="noord",
    )
    name: Line = about(
        "Naam voor de lezer",
        "Name for the reader",
        hint=("Wat er staat bij elk product van die site.", "What each of its products says."),
        example="Kennisbank Noord",
    )
    catalogue: Line = about(
        "Plek van de catalogus",
        "Place of the catalogue",
        hint=(
            "Het https-adres, of de plek op deze computer gezien vanaf dit bestand.",
            "The https address, or the place on this computer as seen from this file.",
        ),
        example="https://noord.example.org/catalogue.json",
    )


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
    oai_gateway: WebAddress | None = about(
        "Doorgeefpunt voor OAI",
        "OAI gateway",
        hint=(
            "De dienst waar verzamelaars zoals Edurep jouw lesmateriaal ophalen.",
            "The service at which harvesters such as Edurep fetch your material.",
        ),
        example="https://gateway.example.org/oai",
        default=None,
    )
    footer: Label | None = about("Tekst onderaan", "Text at the foot", default=None)
    editor: Editor | None = about("Redactie in de browser", "Editor in the browser", default=None)
    sources: Many[OtherSite] = about("Andere sites", "Other sites", default=())
    path_words: PathWords = Field(default_factory=PathWords)
