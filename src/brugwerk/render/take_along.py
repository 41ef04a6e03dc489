"""What a reader takes along from a page: which files there are, and what each is called."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from brugwerk.addresses import ARCHIVE, PUPILS, WORD
from brugwerk.render.page import TakeAway

if TYPE_CHECKING:
    from brugwerk.check import Entry
    from brugwerk.derive.citation import Citation
    from brugwerk.records.product import Product
    from brugwerk.render.templates import Templates

OF_WORD, OF_ARCHIVE, OF_PUPILS = "word", "archive", "pupils"
FOR_PUPILS = "pupil"


def word_file(page: str, name: str, templates: Templates) -> TakeAway:
    """Return the Word file of a page.

    Args:
        page: The address of the page.
        name: What the file is called once it is saved, without its ending.
        templates: For texts in the language of the site.
    """
    say = templates.translator.text
    return TakeAway(
        OF_WORD,
        f"{page}{WORD}",
        f"{name.replace(' ', '-')}.docx",
        say("Word file"),
        say("To change and to print."),
    )


def product_files(
    entry: Entry[Product], citation: Citation, templates: Templates
) -> tuple[TakeAway, ...]:
    """Return the files of a product.

    Without a licence nobody may pass a product on, and an archive that describes itself must say
    from which day it is (RO-Crate 1.2, root data entity): without one of these there is none.
    """
    say = templates.translator.text
    page = templates.addresses.product(entry.id)
    found = [word_file(page, entry.id, templates)]
    if entry.record.license and citation.issued:
        found.append(
            TakeAway(
                OF_ARCHIVE,
                f"{page}{ARCHIVE}",
                f"{entry.id}.zip",
                say("Everything in one zip"),
                say("The text, all attachments and the licence."),
            )
        )
    if any(file.audience == FOR_PUPILS for file in entry.record.files):
        found.append(
            TakeAway(
                OF_PUPILS,
                f"{page}{PUPILS}",
                f"{entry.id}-{say('pupils')}.zip",
                say("For pupils only"),
                say("What pupils get, without the notes for the teacher."),
            )
        )
    return tuple(found)


def foot_of(citation: Citation, templates: Templates) -> str:
    """Return what stands at the foot of a copy: what it is, what is allowed, where it is from."""
    title = textwrap.shorten(citation.title, width=70, placeholder=" …")
    if citation.version:
        said = templates.translator.text("{product}, version {version}")
        title = said.format(product=title, version=citation.version)
    parts = (title, citation.licence, citation.address or citation.publisher)
    return " · ".join(part for part in parts if part)
