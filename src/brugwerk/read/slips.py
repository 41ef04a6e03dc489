"""What went wrong when YAML cannot be read: the usual slips of people who write it by hand.

libyaml says where it got stuck, in words for programmers, and often a line too late. A slip is
recognised by how the lines there look; what is not recognised keeps the general advice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.problems.problem import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brugwerk.read.yaml_data import Flaw

_KEY = r"(?P<start>[ ]*(?:-[ ]+)?)(?P<key>[A-Za-z_]{2,30})"
_NO_SPACE = re.compile(rf"{_KEY}:(?P<value>[^\s/:].*)")
_PAIR = re.compile(rf"{_KEY}:[ ]+(?P<value>\S.*?)[ ]*")
_FIXED_SPACES = re.compile(r"[ ]*[\u00a0\u2000-\u200a\u202f\u3000]")
_CURLY = "“”„‘’‚«"
_NO_CURLY = dict.fromkeys(map(ord, "“”„«»"))
# These mean something of their own at the beginning of a value.
_SPECIAL = "@`%*&!|>]},?"
_GENERAL = Wording(
    "Meestal is het een van deze drie dingen. Er staat een dubbele punt in een tekst zonder "
    'aanhalingstekens: schrijf `title: "Breuken: hoe bewijs je dat?"`. Een regel springt te ver '
    "of niet ver genoeg in: sleutels die bij elkaar horen, beginnen recht onder elkaar. Of een "
    "aanhalingsteken of haakje is niet gesloten.",
    "It is usually one of three things. There is a colon in a text without quotation marks: write "
    '`title: "Fractions: how do you prove it?"`. A line is indented too far or not far enough: '
    "keys that belong together begin straight below each other. Or a quotation mark or bracket is "
    "not closed.",
)


@dataclass(frozen=True)
class Slip:
    """A slip, with what mends it, at a line and column counted from 0."""

    line: int
    column: int
    fix: Wording


def slip_of(flaw: Flaw, lines: Sequence[str]) -> Slip:
    """Recognise the slip behind a flaw of syntax.

    Args:
        flaw: Where libyaml got stuck, and why.
        lines: The lines of the YAML.
    """
    for index in (flaw.line, flaw.line - 1):
        if 0 <= index < len(lines) and (slip := _in_spaces(index, lines[index])):
            return slip
    line = lines[flaw.line] if flaw.line < len(lines) else ""
    if (found := _PAIR.fullmatch(line)) and (slip := _in_value(flaw.line, found, flaw)):
        return slip
    return Slip(flaw.line, flaw.column, _bracket_or_general(flaw))


def _in_spaces(index: int, line: str) -> Slip | None:
    if _FIXED_SPACES.match(line):
        return Slip(
            index,
            0,
            Wording(
                "Voor deze regel staan vaste spaties uit een ander programma. Haal ze weg en typ "
                "gewone spaties.",
                "There are fixed spaces from another program before this line. Remove them and "
                "type ordinary spaces.",
            ),
        )
    if found := _NO_SPACE.fullmatch(line):
        right = f"{found['key']}: {_short(found['value'])}"
        return Slip(
            index,
            found.end("key"),
            Wording(
                f"Zet een spatie achter de dubbele punt: `{right}`.",
                f"Put a space after the colon: `{right}`.",
            ),
        )
    return None


def _in_value(index: int, found: re.Match[str], flaw: Flaw) -> Slip | None:
    key, value = found["key"], found["value"]
    if flaw.column <= found.end("key") and "mapping values" in flaw.detail:
        return Slip(
            index,
            found.start("key"),
            Wording(
                f"Deze regel springt te ver in. Zet `{key}` recht onder de sleutel erboven.",
                f"This line is indented too far. Put `{key}` straight below the key above it.",
            ),
        )
    right = f"{key}: {_quoted(value)}"
    if value[0] in _CURLY:
        return Slip(
            index,
            found.start("value"),
            Wording(
                f"Gekrulde aanhalingstekens tellen hier niet mee. Typ rechte: `{right}`.",
                f"Curly quotation marks do not count here. Type straight ones: `{right}`.",
            ),
        )
    if value[0] in "\"'":
        return Slip(
            index,
            found.start("value"),
            Wording(
                f"Zet om de hele tekst één paar aanhalingstekens: `{right}`.",
                f"Put one pair of quotation marks around the whole text: `{right}`.",
            ),
        )
    if value[0] in _SPECIAL:
        return Slip(
            index,
            found.start("value"),
            Wording(
                "Het eerste teken heeft hier een bijzondere betekenis. Zet aanhalingstekens om de "
                f"tekst: `{right}`.",
                "The first sign has a special meaning here. Put quotation marks around the text: "
                f"`{right}`.",
            ),
        )
    if "mapping values" in flaw.detail and ":" in value:
        return Slip(
            index,
            flaw.column,
            Wording(
                f"In deze tekst staat een dubbele punt. Zet er aanhalingstekens om: `{right}`.",
                f"There is a colon in this text. Put quotation marks around it: `{right}`.",
            ),
        )
    return None


def _bracket_or_general(flaw: Flaw) -> Wording:
    if "',' or" in flaw.detail:
        return Wording(
            "Een haakje dat op deze regel of erboven begint, is niet gesloten. Sluit het, zoals in "
            "`made_by: [teacher, student]`.",
            "A bracket that begins on this line or above it is not closed. Close it, as in "
            "`made_by: [teacher, student]`.",
        )
    if "expected key" in flaw.detail or "block end" in flaw.detail:
        return Wording(
            "Deze regel springt te ver of niet ver genoeg in. Zet haar recht onder de sleutels "
            "waar ze bij hoort.",
            "This line is indented too far or not far enough. Put it straight below the keys that "
            "it belongs to.",
        )
    return _GENERAL


def _quoted(value: str) -> str:
    text = _short(value.translate(_NO_CURLY).strip("\"'"))
    return f"'{text}'" if '"' in text else f'"{text}"'


def _short(text: str, most: int = 60) -> str:
    """Keep an example short, and free of the signs that end it."""
    text = "".join(sign if sign.isprintable() and sign != "`" else " " for sign in text)
    return text if len(text) <= most else f"{text[: most - 1]}…"
