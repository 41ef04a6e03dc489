"""Source entries, read back by libraries that others wrote."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from typing import Any

import bibtexparser
import pypandoc
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.derive.citation import Citation, citation_of
from brugwerk.language import translator
from brugwerk.render.citing import FORMS, apa
from brugwerk.render.citing.bibtex import bibtex
from brugwerk.render.citing.csl import csl
from brugwerk.render.citing.ris import ris
from tests.builders import complete_product, product
from tests.in_memory import catalogue, network

ADDRESS = "https://voorbeeld.nl/producten/les/"
HOSTILE = 'Breuken & "bewijs": 100% {zeker} $5 #1 _a_ ~x ^2 \\ 👩‍🏫 עברית'
# What a record may hold in one line; a browser and a program see the same signs.
LINES = (
    st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=80)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def citation(**changes: Any) -> Citation:
    """A citation of a lesson, with some of it changed."""
    return Citation(
        **{
            "id": "les",
            "title": "Breuken met bewijs",
            "authors": ("Netwerk De Lichtmast",),
            "issued": date(2026, 10, 28),
            "version": "1.2",
            "kind": "les",
            "publisher": "Brugwerk",
            "language": "nl",
            "licence": "CC-BY-SA-4.0",
            "address": ADDRESS,
            **changes,
        }
    )


def dutch(found: Citation) -> str:
    return str(apa(found, translator("nl")))


# APA.


def test_apa_in_dutch() -> None:
    assert dutch(citation()) == (
        "Netwerk De Lichtmast. (2026, 28 oktober). Breuken met bewijs (Versie 1.2) [Les]. "
        f"Brugwerk. {ADDRESS}"
    )


def test_apa_in_english() -> None:
    assert str(apa(citation(kind="lesson"), translator("en"))) == (
        "Netwerk De Lichtmast. (2026, October 28). Breuken met bewijs (Version 1.2) [Lesson]. "
        f"Brugwerk. {ADDRESS}"
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"issued": None, "version": None}, "Netwerk De Lichtmast. (z.d.). Breuken"),
        ({"authors": ()}, "Breuken met bewijs (Versie 1.2) [Les]. (2026, 28 oktober). Brugwerk."),
        ({"authors": ("A", "B", "C")}, "A, B & C. (2026"),
        ({"authors": ("Noor J.",)}, "Noor J. (2026"),
        ({"authors": tuple(f"N{n}" for n in range(25))}, "N17, N18, … N24. ("),
        ({"authors": ("Brugwerk",)}, f"[Les]. {ADDRESS}"),
        ({"address": None}, "[Les]. Brugwerk."),
    ],
)
def test_apa_without_or_with_more(changes: dict[str, Any], expected: str) -> None:
    assert expected in dutch(citation(**changes))


# Who made it, and when.


def test_people_who_agreed_are_the_authors_and_else_the_networks() -> None:
    credit = {
        "name": "Noor (verzonnen)",
        "role": "teacher",
        "consent": {"given_on": date(2026, 1, 2), "scope": "naam"},
    }
    found = catalogue(
        products={
            "met": complete_product(files=[], relations=[], credits=[credit]),
            "zonder": complete_product(files=[], relations=[]),
            "los": product(),
        },
        networks={"het-proefnet": network(schools=[])},
        settings={"address": "https://voorbeeld.nl/kennis"},
    )
    by_id = {i: citation_of(entry, found) for i, entry in found.products.items()}
    assert by_id["met"].authors == ("Noor (verzonnen)",)
    assert by_id["zonder"].authors == ("Het proefnet (verzonnen)",)
    assert by_id["zonder"].issued == date(2026, 1, 14)
    assert (by_id["los"].authors, by_id["los"].issued) == ((), None)
    assert by_id["los"].address == "https://voorbeeld.nl/kennis/producten/los/"


# Read back.


def read_bibtex(text: str) -> dict[str, str]:
    """Read the one entry of a BibTeX file, without what only TeX needs."""
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    return {field.key: str(field.value).strip("{}") for field in entry.fields}


def test_bibtex_holds_everything() -> None:
    read = read_bibtex(bibtex(citation()))
    assert read["title"] == "Breuken met bewijs"
    assert read["author"] == "Netwerk De Lichtmast"
    assert (read["year"], read["date"], read["version"]) == ("2026", "2026-10-28", "1.2")
    assert (read["langid"], read["note"], read["url"]) == ("dutch", "CC-BY-SA-4.0", ADDRESS)


def test_ris_holds_everything() -> None:
    (read,) = rispy.loads(ris(citation()))
    assert read["title"] == "Breuken met bewijs"
    assert read["authors"] == ["Netwerk De Lichtmast"]
    assert (read["year"], read["date"], read["edition"]) == ("2026", "2026/10/28", "1.2")
    assert (read["language"], read["urls"]) == ("nl", [ADDRESS])


def test_csl_holds_everything() -> None:
    (read,) = json.loads(csl(citation()))
    assert read["issued"] == {"date-parts": [[2026, 10, 28]]}
    assert read["author"] == [{"literal": "Netwerk De Lichtmast"}]
    assert (read["type"], read["version"], read["URL"]) == ("document", "1.2", ADDRESS)


@given(LINES, LINES)
def test_any_signs_come_back_from_ris_and_csl(title: str, author: str) -> None:
    (read,) = rispy.loads(ris(citation(title=title, authors=(author,))))
    assert (read["title"], read["authors"]) == (title, [author])
    (item,) = json.loads(csl(citation(title=title, authors=(author,))))
    assert (item["title"], item["author"]) == (title, [{"literal": author}])


@given(LINES)
def test_bibtex_can_be_read_whatever_it_holds(title: str) -> None:
    library = bibtexparser.parse_string(bibtex(citation(title=title, authors=(title, "B"))))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == ["les"]


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csljson", "ris"])
def test_pandoc_reads_every_form_with_its_signs(form: str) -> None:
    write = {"bib": "bibtex", "ris": "ris", "csl.json": "csljson"}
    (text,) = (
        f.write(citation(title=HOSTILE))
        for f in FORMS
        if write[f.suffix] == form.replace("biblatex", "bibtex")
    )
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", form, "-t", "csljson"],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    (read,) = json.loads(done.stdout)
    assert (read["id"], read["language"][:2]) == ("les", "nl")
    assert read["issued"]["date-parts"][0][0] == 2026
    assert plain(read["title"]) == plain(HOSTILE)


def plain(title: str) -> str:
    """A title without what pandoc makes typographic: quotation marks, and capitals that stay."""
    for mark in ('<span class="nocase">', "</span>"):
        title = title.replace(mark, "")
    return " ".join(title.translate({0xA0: " ", 0x201C: '"', 0x201D: '"'}).split())
