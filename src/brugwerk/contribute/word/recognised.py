"""Fields of a record that a Word file names itself: "Materialen", "Tijd: 50 minuten", "Groep 7".

Only what is certain is taken: a list of materials, one length of time, words of a controlled list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.word.tree import Part, Parts, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brugwerk.records.vocabulary import Vocabulary

_MAX_LINE = 300
_MAX_MANY = 100
_LISTS = frozenset({"BulletList", "OrderedList"})
_LABEL = re.compile(r"^\s*([^:]{2,40}?)\s*:\s*(.*)$", re.DOTALL)
_NUMBERS = {"een": "1", "één": "1", "twee": "2", "drie": "3", "vier": "4", "anderhalf": "1,5"}
_HOURS_AND_MINUTES = re.compile(
    r"(?:ongeveer |circa |ca\.? |± ?|about )?"
    r"(?:(?P<times>\d{1,2}) ?[x×] ?)?"
    r"(?:(?P<hours>\d{1,2}(?:[.,]5)?) ?(?:uur|u|hours?)(?: en |,? and | )?)?"
    r"(?:(?P<minutes>\d{1,3}) ?(?:minuten|minuut|minutes?|min\.?))?"
)
_GROUPS = re.compile(r"groep(?:en)? ((?:\d(?: ?(?:,|/|-|–|en|of|t/m|tot en met) ?)?){1,8})")
_UNTIL = re.compile(r"(\d) ?(?:-|–|t/m|tot en met) ?(\d)")

# The names that lesson forms use for a field, in small letters.
_NAMES = {
    "materials": (
        *("materiaal", "materialen", "benodigdheden", "benodigde materialen", "leermiddelen"),
        *("wat heb je nodig", "dit heb je nodig", "nodig", "materials", "you need"),
    ),
    "duration": ("tijd", "duur", "tijdsduur", "lesduur", "lestijd", "time", "duration"),
    "preparation": ("voorbereiding", "voorbereidingstijd", "preparation"),
    "goals": (
        *("doel", "doelen", "lesdoel", "lesdoelen", "leerdoel", "leerdoelen", "goal", "goals"),
        *("doelstelling", "doelstellingen", "learning goals"),
    ),
    "levels": ("groep", "groepen", "leerjaar", "leerjaren", "klas", "doelgroep", "year group"),
    "subjects": ("vak", "vakken", "vakgebied", "vakgebieden", "subject", "subjects"),
}
_FIELD_OF = {name: key for key, names in _NAMES.items() for name in names}


@dataclass(frozen=True)
class Recognised:
    """What a text says of one field.

    Attributes:
        key: The key of the record.
        value: Its value, as the front matter has it.
        words: The value as it stood in the text.
    """

    key: str
    value: Any
    words: str


def is_label(text: str) -> bool:
    """Say whether a text is the name of a field, as lesson forms have it."""
    return text.rstrip(" :?").lower() in _FIELD_OF


def recognised(blocks: Parts, vocabulary: Vocabulary) -> list[Recognised]:
    """Return the fields that a text names with a value that is certain.

    Args:
        blocks: The text, as :func:`brugwerk.contribute.word.blocks.as_document` makes it.
        vocabulary: The controlled lists, for school years and subjects.
    """
    said: dict[str, list[Parts]] = {}
    for label, content in _labelled(blocks):
        said.setdefault(_FIELD_OF[label.rstrip(" :?").lower()], []).append(content)
    readers: dict[str, Callable[[Parts], Any]] = {
        "materials": _things,
        "goals": _many,
        "preparation": lambda content: _time(content)[0],
        "levels": lambda content: _levels(content, vocabulary),
        "subjects": lambda content: _terms(content, "subjects", vocabulary),
    }
    found: list[Recognised] = []
    for key, contents in said.items():
        if len(contents) > 1:
            # Said twice, and perhaps of two lessons: for the author to decide.
            continue
        words = _shown(contents[0])
        if key == "duration":
            duration, times = _time(contents[0])
            found += [Recognised("duration", duration, words)] if duration else []
            found += [Recognised("sessions", times, words)] if times else []
        elif value := readers[key](contents[0]):
            found.append(Recognised(key, value, words))
    return found


def _labelled(blocks: Parts) -> Iterator[tuple[str, Parts]]:
    """Yield the names of fields with what follows: below a heading, after a colon, in a list."""
    for index, block in enumerate(blocks):
        if block["t"] == "Header" and is_label(plain(block["c"][2])):
            end = index + 1
            while end < len(blocks) and blocks[end]["t"] != "Header":
                end += 1
            if end > index + 1:
                yield plain(block["c"][2]), blocks[index + 1 : end]
        yield from _after_colon([block])
        # Below a line in bold it tells of one part of the lesson, not of the lesson.
        if block["t"] == "BulletList" and not (index and _is_bold(blocks[index - 1])):
            for item in block["c"]:
                yield from _after_colon(item)


def _is_bold(block: Part) -> bool:
    return block["t"] == "Para" and [one["t"] for one in block["c"]] == ["Strong"]


def _after_colon(blocks: Parts) -> Iterator[tuple[str, Parts]]:
    if blocks and blocks[0]["t"] in {"Para", "Plain"}:
        found = _LABEL.match(plain(blocks[0]))
        if found and is_label(found[1]):
            rest = [{"t": "Plain", "c": [{"t": "Str", "c": found[2]}]}] if found[2] else []
            if rest or blocks[1:]:
                yield found[1], [*rest, *blocks[1:]]


def _shown(content: Parts) -> str:
    return "; ".join(plain(item) for block in content for item in _items(block))


def _items(block: dict[str, Any]) -> list[Any]:
    if block["t"] == "OrderedList":
        return list(block["c"][1])
    return list(block["c"]) if block["t"] == "BulletList" else [block]


def _many(content: Parts) -> list[str]:
    """Return the lines of a list, or one line alone; nothing where there is more than that."""
    if len(content) != 1 or content[0]["t"] not in {*_LISTS, "Para", "Plain"}:
        return []
    lines = [line for item in _items(content[0]) if (line := plain(item))]
    fits = all(len(line) <= _MAX_LINE for line in lines) and len(lines) <= _MAX_MANY
    return lines if fits else []


def _things(content: Parts) -> list[str]:
    """Return the lines of a list, or the things of "scharen, lijm en papier"."""
    lines = _many(content)
    if len(lines) != 1 or content[0]["t"] in _LISTS or "," not in lines[0]:
        return lines
    if lines[0].endswith(".") or ":" in lines[0]:
        # A sentence is one thing.
        return lines
    return [thing.strip() for thing in re.split(r", | en (?=[^,]*$)", lines[0])]


def _time(content: Parts) -> tuple[str | None, int | None]:
    """Return the length of time that is all that the text says, and how many times it is spent."""
    text = " ".join(plain(content).lower().rstrip(". ").split())
    for word, number in _NUMBERS.items():
        text = re.sub(rf"\b{word}\b", number, text)
    text = re.sub(r"^(\d{1,2}) (?:lessen|keer) van ", r"\1x", text)
    found = _HOURS_AND_MINUTES.fullmatch(text)
    if not found or not (found["hours"] or found["minutes"]):
        return None, None
    hours = float((found["hours"] or "0").replace(",", "."))
    minutes = round(hours * 60) + int(found["minutes"] or 0)
    if not 0 < minutes <= 24 * 60:
        return None, None
    whole, rest = divmod(minutes, 60)
    # Below a hundred minutes, lessons are told in minutes.
    duration = f"PT{minutes}M" if minutes < 100 else f"PT{whole}H" + (f"{rest}M" if rest else "")
    return duration, int(found["times"]) if found["times"] else None


def _levels(content: Parts, vocabulary: Vocabulary) -> list[str]:
    text = plain(content).lower().rstrip(". ")
    text = text if text.startswith("groep") else f"groep {text}"
    found = _GROUPS.fullmatch(text)
    if not found:
        return _terms(content, "levels", vocabulary)
    numbers = _UNTIL.sub(_all_between, found[1])
    labels = [f"groep {number}" for number in re.findall(r"\d", numbers)]
    return _with_labels(labels, "levels", vocabulary)


def _all_between(found: re.Match[str]) -> str:
    return " ".join(str(number) for number in range(int(found[1]), int(found[2]) + 1))


def _terms(content: Parts, scheme: str, vocabulary: Vocabulary) -> list[str]:
    text = plain(content).lower().rstrip(". ")
    return _with_labels([text], scheme, vocabulary) or _with_labels(
        re.split(r", | en | of ", text), scheme, vocabulary
    )


def _with_labels(labels: list[str], scheme: str, vocabulary: Vocabulary) -> list[str]:
    """Return the terms that people call by these names; nothing where one name is no term's."""
    names: dict[str, set[str]] = {}
    for term in vocabulary.lists[scheme].terms if scheme in vocabulary.lists else ():
        for name in (term.label.nl, term.label.en, *term.synonyms):
            names.setdefault(name.lower(), set()).add(term.id)
    for term in vocabulary.lists[scheme].terms if scheme in vocabulary.lists else ():
        # A name of its own counts before another word for something else.
        for name in (term.label.nl, term.label.en):
            names[name.lower()] = {term.id}
    found = [names.get(label.strip(), set()) for label in labels]
    if not found or any(len(terms) != 1 for terms in found):
        return []
    return list(dict.fromkeys(next(iter(terms)) for terms in found))
