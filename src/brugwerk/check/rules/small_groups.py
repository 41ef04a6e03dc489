"""Where few people are, what is said of the group is said of one of them."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from brugwerk.check.role_words import role_words
from brugwerk.check.rules.product import texts_in
from brugwerk.check.rules.reflection import SMALLEST_GROUP
from brugwerk.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry
    from brugwerk.records.reflection import Reflection
    from brugwerk.records.school import School

# Below ten, an answer can be traced where it is known which school it comes from (standards §5).
SMALLEST_GROUP_OF_A_SCHOOL = 10
_ONE_PERSON = r"(?:iemand|een van (?:de|ons|onze)|één van (?:de|ons|onze)|(?:de|een|één|onze) \w+)"
_COMES_OR_GOES = (
    r"(?:vertrok|vertrekt|vertrokken|gestopt|stopte|afgehaakt|haakte af|afscheid|verliet|weggegaan|"
    r"ontbrak|afwezig|ziek|niet meer (?:bij|mee)|niet meer in|kwam erbij|erbij gekomen|left)"
)
_SOMEONE_LEFT = re.compile(
    rf"\b{_ONE_PERSON}\b[^.!?\n]{{0,60}}\b{_COMES_OR_GOES}\b|\bafscheid van {_ONE_PERSON}",
    re.IGNORECASE,
)
_SAYS = re.compile(r"[^.!?,]{0,15}\b(?:zei|vond|vertelde|gaf aan|klaagde|said|felt)\b")
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")


def no_number_says_who(entries: Entries) -> Iterator[Problem]:
    """No role of fewer than five people is counted (domain rule 3)."""
    for entry in entries.networks.values():
        for index, people in enumerate(entry.record.participants):
            if people.number and people.number < SMALLEST_GROUP:
                path = ("participants", index, "number")
                yield entry.problem("BW862", path, least=str(SMALLEST_GROUP))


def small_talks_name_no_school(entries: Entries) -> Iterator[Problem]:
    """With fewer than ten present, a reflection does not say of which school they were."""
    named = _named_schools(entries)
    for entry in entries.reflections.values():
        if not SMALLEST_GROUP <= entry.record.present < SMALLEST_GROUP_OF_A_SCHOOL:
            continue
        schools = named.get(entry.owner, ())
        if len(schools) == 1 or any(_is_named(school, entry) for school in schools):
            yield entry.problem("BW863", ("present",), least=str(SMALLEST_GROUP_OF_A_SCHOOL))


def _named_schools(entries: Entries) -> dict[str, list[School]]:
    """The schools of each network that are on the site by their own name."""
    networks = entries.networks.items()
    said = {(n, s) for n, e in networks for s in e.record.schools if s in entries.schools}
    said |= {(n, s) for s, e in entries.schools.items() for n in e.record.networks}
    found: dict[str, list[School]] = {}
    for network, school in sorted(said):
        record = entries.schools[school].record
        if not record.pseudonym:
            found.setdefault(network, []).append(record)
    return found


def _is_named(school: School, entry: Entry[Reflection]) -> bool:
    name = _IN_BRACKETS.sub("", school.name).casefold()
    return any(name in text.casefold() for text, _ in _texts(entry))


def nobody_is_missed(entries: Entries) -> Iterator[Problem]:
    """Two reflections after each other do not show who left between them by subtraction."""
    by_network = itertools.groupby(sorted(entries.reflections), key=lambda key: key[0])
    for _, keys in by_network:
        in_order = [entries.reflections[key] for key in keys]
        for before, after in itertools.pairwise(in_order):
            if 0 < abs(before.record.present - after.record.present) < SMALLEST_GROUP:
                for entry in (before, after):
                    yield from _who_left(entry)


def _who_left(entry: Entry[Reflection]) -> Iterator[Problem]:
    for text, place in _texts(entry):
        if _SOMEONE_LEFT.search(text):
            yield Problem("BW864", place)


def nobody_is_quoted(entries: Entries) -> Iterator[Problem]:
    """A reflection does not tell what one person said whose role is that of a few."""
    words = role_words(entries.vocabulary)
    for entry in entries.reflections.values():
        network = entries.networks.get(entry.owner)
        many = {
            people.role
            for people in (network.record.participants if network else ())
            if people.number and people.number >= SMALLEST_GROUP
        }
        for text, place in _texts(entry):
            few = (pattern for role, pattern in words.items() if role not in many)
            if any(_SAYS.match(text, found.end()) for p in few for found in p.finditer(text)):
                yield Problem("BW867", place)


def _texts(entry: Entry[Reflection]) -> Iterator[tuple[str, Place]]:
    """Yield every text of a reflection with its place, paragraph by paragraph in the body."""
    for path, text in texts_in(entry.record):
        yield text, entry.source.place(path)
    offset = 0
    for paragraph in entry.source.body.split("\n\n"):
        if paragraph.strip():
            yield paragraph, entry.source.place_in_body(offset)
        offset += len(paragraph) + 2


RULES = (no_number_says_who, small_talks_name_no_school, nobody_is_missed, nobody_is_quoted)
