"""Making what leaves a site, and reading it back."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from PIL import Image

from brugwerk.addresses import CITATION, TAKEN_ALONG
from brugwerk.publish.attachments import Store
from brugwerk.publish.compose import contents
from brugwerk.publish.exported import KEPT, exported, ground_over
from brugwerk.shelf import Shelf
from tests.attached import word
from tests.builders import PRODUCT, Files, as_file, complete_product, write_site
from tests.in_memory import catalogue, network, publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

    from brugwerk.publish.publication import Publication

LESSON = "producten/proefles/"
FOLDER = "products/proefles/files"
# Everything that a text may hold; each part must arrive in a Word file.
BODY = """## Zo begin je

![Een kring van stoelen](files/kring.png "De kring")

Half is $\\frac{1}{2}$, en [een ander product](../los-idee/index.md) of [elders](https://example.org/).

| Minuten | Wat |
|--:|:--|
| 5 | kring |
| 45 | werk |

- [x] klaargelegd
- [ ] nog doen

=== "Groep 5"
    Vijf samen.

=== "Groep 6"
    Zes samen.

??? note "Weggevouwen"
    Toch op papier.

Een noot[^1].

[^1]: De noot zelf.
"""


def picture(kind: str = "PNG") -> bytes:
    """A small picture of one colour."""
    target = io.BytesIO()
    Image.new("RGB", (40, 30), "orange").save(target, kind)
    return target.getvalue()


PICTURED: Files = {
    PRODUCT: as_file(
        complete_product(
            files=[
                {"path": "files/werkblad.docx", "title": "Werkblad", "audience": "pupil"},
                {"path": "files/antwoorden.docx", "title": "Antwoorden", "audience": "teacher"},
            ]
        ),
        BODY,
    ),
    f"{FOLDER}/werkblad.pdf": None,  # type: ignore[dict-item]
    f"{FOLDER}/werkblad.docx": word("Vul in.", maker="Iemand"),
    f"{FOLDER}/antwoorden.docx": word("Zeven."),
    f"{FOLDER}/kring.png": picture(),
}


def taken(site: Publication, root: Path) -> dict[str, bytes]:
    """Make every file beside the pages, by address."""
    shelf = Shelf(root / KEPT)
    made = contents(site)
    cleaned = Store(root / ".brugwerk/cleaned").cleaned
    ground = ground_over(site, made, cleaned)
    found = exported(site.pages.values(), ground, shelf)
    return {address: content for address, content in found if _taken_along(address)}


def _taken_along(address: str) -> bool:
    name = address.rpartition("/")[2]
    return name in TAKEN_ALONG or name.startswith(f"{CITATION}.")


def of_product(product: dict[str, object], body: str = "", **settings: object) -> dict[str, bytes]:
    """Make every file of a site with one product, which is only in memory."""
    made = catalogue(
        products={"proefles": product},
        networks={"het-proefnet": network(schools=[])},
        bodies={PRODUCT: body},
        settings=settings,
    )
    with tempfile.TemporaryDirectory() as folder:
        return taken(publish(made), Path(folder))


def read_word(data: bytes) -> Document:
    """Read a Word file with a library that others wrote."""
    return docx.Document(io.BytesIO(data))


def words(document: Document) -> Iterator[str]:
    """Yield the text of every paragraph of a Word file, those in tables as well."""
    for paragraph in document.element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    ):
        yield "".join(
            node.text or ""
            for node in paragraph.iter()
            if node.tag.endswith(("}t", "}br")) and "wordprocessingml" in node.tag
        )


__all__ = ["BODY", "LESSON", "PICTURED", "of_product", "read_word", "taken", "words", "write_site"]
