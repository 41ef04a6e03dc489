"""Mistakes that people really make in front matter: each is placed, and told how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brugwerk.command import main
from tests.builders import IDEA, write_site

if TYPE_CHECKING:
    from pathlib import Path

SOUND = """---
title: Een los idee
summary: Voor wie nog zoekt.
type: lesson
status: draft
---

Tekst.
"""


@dataclass(frozen=True)
class Mistake:
    """One slip: what stands in the place of what, where it is found, and what mends it."""

    about: str
    old: str
    new: str
    code: str
    place: str
    mend: str

    def __str__(self) -> str:
        return self.about


def added(about: str, lines: str, code: str, place: str, mend: str) -> Mistake:
    """A slip in lines below the last key."""
    return Mistake(about, "status: draft", f"status: draft\n{lines}", code, place, mend)


TITLE = "title: Een los idee"
MISTAKES = (
    added("tab as indent", "goals:\n\t- Rekenen", "BW006", "7:1", "Haal de tab weg"),
    Mistake(
        "no space after a colon",
        TITLE,
        "title:Een los idee",
        "BW007",
        "2:6",
        "Zet een spatie achter de dubbele punt: `title: Een los idee`",
    ),
    Mistake(
        "colon in a title",
        TITLE,
        "title: Breuken: hoe dan?",
        "BW007",
        "2:15",
        '`title: "Breuken: hoe dan?"`',
    ),
    Mistake(
        "curly quotation marks",
        TITLE,
        "title: “Breuken”: bewijs",
        "BW007",
        "2:8",
        '`title: "Breuken: bewijs"`',
    ),
    Mistake(
        "quotation mark left open",
        TITLE,
        'title: "Een los idee',
        "BW007",
        "2:8",
        '`title: "Een los idee"`',
    ),
    Mistake(
        "text that begins with an at sign",
        TITLE,
        "title: @ 9 uur",
        "BW007",
        "2:8",
        '`title: "@ 9 uur"`',
    ),
    Mistake(
        "text that begins with a star",
        TITLE,
        "title: *Samen* doen",
        "BW007",
        "2:8",
        '`title: "*Samen* doen"`',
    ),
    Mistake(
        "text that begins with a hash",
        TITLE,
        "title: #samen",
        "BW104",
        "2:7",
        "Begint je tekst met `#`",
    ),
    Mistake(
        "closing line forgotten",
        "---\n\nTekst",
        "\nTekst",
        "BW005",
        "1:1",
        "een regel met alleen drie streepjes: `---`",
    ),
    Mistake(
        "opening line forgotten",
        "---\ntitle",
        "title",
        "BW004",
        "1:1",
        "Zet op de allereerste regel drie streepjes: `---`",
    ),
    Mistake(
        "a long dash for the opening line",
        "---\ntitle",
        "—\ntitle",
        "BW004",
        "1:1",
        "één lange streep",
    ),
    Mistake(
        "key too far to the right",
        "type:",
        "  type:",
        "BW007",
        "4:3",
        "Zet `type` recht onder de sleutel erboven",
    ),
    added(
        "fixed spaces from another program",
        "goals:\n\u00a0\u00a0- Rekenen",
        "BW007",
        "7:1",
        "typ gewone spaties",
    ),
    Mistake("Dutch key", "title:", "titel:", "BW102", "2:1", "Bedoelde je `title`?"),
    Mistake("key in capitals", "summary:", "SUMMARY:", "BW102", "3:1", "Bedoelde je `summary`?"),
    Mistake("value in another case", "lesson", "Lesson", "BW105", "4:7", "Bedoelde je `lesson`?"),
    Mistake("Dutch value", "draft", "concept", "BW105", "5:9", "Bedoelde je `draft`?"),
    Mistake(
        "nothing filled in",
        "Voor wie nog zoekt.",
        "",
        "BW104",
        "3:9",
        "Vul achter de dubbele punt een waarde in",
    ),
    added(
        "list without hyphens",
        "goals:\n  Rekenen\n  Schrijven",
        "BW112",
        "7:3",
        "een streepje en nog een spatie",
    ),
    added(
        "hyphen without a space",
        "goals:\n  -Rekenen\n  -Schrijven",
        "BW112",
        "7:3",
        "een streepje en nog een spatie",
    ),
    added(
        "bracket left open",
        "made_by: [teacher, student",
        "BW007",
        "7:1",
        "Een haakje dat op deze regel of erboven begint",
    ),
    added(
        "Dutch date",
        "review_by: 12 mei 2027",
        "BW106",
        "6:12",
        "Schrijf eerst het jaar, dan de maand, dan de dag",
    ),
    added(
        "minutes in words", "duration: 50 minuten", "BW107", "6:11", "Vijftig minuten is `PT50M`"
    ),
    added(
        "number in words",
        "sessions: twee keer",
        "BW111",
        "6:11",
        "Schrijf een heel getal in cijfers",
    ),
    added("version as a number", "version: 2", "BW108", "6:10", '`version: "1.0"`'),
    added(
        "text where keys belong",
        "core:\n  - Eerst zelf",
        "BW117",
        "7:5",
        "`- what: Eerst zelf kiezen`",
    ),
    added("key twice", "title: Nog een", "BW008", "6:1", "Houd één van de twee"),
    added(
        "a person's address",
        "email: jan@example.org",
        "BW115",
        "6:1",
        "Haal de sleutel en de waarde weg",
    ),
    added(
        "web address without https",
        "evidence:\n- kind: trial\n  claim: a\n  source: b\n  url: www.example.org\n"
        "  context: c\n  limit: d",
        "BW113",
        "10:8",
        "met `https://` ervoor",
    ),
)
YES = """---
present: 9
agreed_with_group: ja
conclusion: We willen meer tijd.
aspects:
- aspect: equality
  wish: a
  experience: b
adjustment:
  direction: more-room
  what: c
  role: teacher
  date: 2028-01-19
---
"""
# Words of programmers, of libraries and of English that no report in Dutch may hold.
STRANGE = re.compile(
    r"Traceback|pydantic|yaml|ValidationError|_type\b|string_|mapping|scalar|token|expected|"
    r"found|input|parse|invalid|missing|line \d|column|\berror\b|\bvalue\b|\bthe\b|\bfield\b|"
    r"\bNone\b|\bTrue\b|\bstr\b|\bdict\b|\bint\b|\bexception\b",
    re.IGNORECASE,
)


def reported(root: Path, name: str, text: str) -> str:
    """The report of the file, without its summary."""
    site = write_site(root, {name: text})
    result = CliRunner().invoke(main, ["check", "--root", str(site), str(site / name)])
    assert isinstance(result.exception, SystemExit), result.exc_info
    assert result.exit_code == 1
    return result.output


def assert_told(output: str, name: str, code: str, place: str, mend: str) -> None:
    lines = output.splitlines()
    start = next(i for i, line in enumerate(lines) if f"fout {code}:" in line)
    assert lines[start].startswith(f"{name}:{place}: ")
    what, why, herstel = lines[start : start + 3]
    assert why.startswith("    waarom: ")
    assert herstel.startswith("    herstel: ")
    assert mend in f"{what}\n{herstel}"


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_placed_and_told_how_to_mend_it(mistake: Mistake, tmp_path: Path) -> None:
    assert SOUND.count(mistake.old) == 1
    output = reported(tmp_path, IDEA, SOUND.replace(mistake.old, mistake.new))
    assert_told(output, IDEA, mistake.code, mistake.place, mistake.mend)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_no_report_in_dutch_speaks_to_programmers(mistake: Mistake, tmp_path: Path) -> None:
    output = reported(tmp_path, IDEA, SOUND.replace(mistake.old, mistake.new))
    # Keys and terms in backquotes, and names of files, are what people type.
    said = re.sub(
        r"`[^`]*`|^\S+:\d+:\d+:|Sleutels die hier mogen: [^.]*\.", "", output, flags=re.MULTILINE
    )
    said = re.sub(r"Kies een van deze waarden: [^.]*\.", "", said)
    assert not STRANGE.search(said), STRANGE.search(said)


def test_a_dutch_yes_is_placed_and_told_how_to_mend_it(tmp_path: Path) -> None:
    name = "networks/het-proefnet/reflections/2026-02-04.md"
    output = reported(tmp_path, name, YES)
    assert_told(output, name, "BW118", "3:20", "Schrijf `true` voor ja of `false` voor nee")


def test_there_are_at_least_twenty() -> None:
    assert len({mistake.new for mistake in MISTAKES}) >= 20
