"""At a small school a role is a person: it is named only when that person agreed.

"The special needs coordinator of a village school" is as good as a name (domain §4, privacy trap).
A pseudonym does not help there, for whoever knows the network knows its schools.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from brugwerk.check.role_words import role_words
from brugwerk.check.rules.product import texts_in
from brugwerk.check.rules.small_groups import SMALLEST_GROUP_OF_A_SCHOOL
from brugwerk.problems import Problem
from brugwerk.records.fields import Term
from brugwerk.records.marks import mark_of_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry
    from brugwerk.read.yaml_text import KeyPath


def roles_that_are_persons_agreed(entries: Entries) -> Iterator[Problem]:
    """Where fewer than ten people work, roles of one person are named with consent only."""
    words = role_words(entries.vocabulary)
    single = {role.id for role in entries.vocabulary.roles() if role.one_at_a_small_school}
    adoptions: dict[str, list[Entry[Any]]] = {}
    for (owner, _), adoption in entries.adoptions.items():
        adoptions.setdefault(owner, []).append(adoption)
    for school_id, school in entries.schools.items():
        size = school.record.team_size
        if size is None or size >= SMALLEST_GROUP_OF_A_SCHOOL:
            continue
        consent = school.record.consent
        agreed = {consent.given_by, *consent.roles} if consent else set()
        exposed = single - agreed
        for entry in (school, *adoptions.get(school_id, ())):
            yield from _in_fields(entry, exposed)
            yield from _in_words(entry, exposed, words)


def _in_fields(entry: Entry[Any], exposed: set[str]) -> Iterator[Problem]:
    told: set[str] = set()
    for path, role in _roles_in(entry.record):
        # Once a role is enough: the same answer mends every place.
        if role in exposed - told and path[0] != "consent":
            told.add(role)
            least = str(SMALLEST_GROUP_OF_A_SCHOOL)
            yield entry.problem("BW865", path, role=role, least=least)


def _roles_in(record: BaseModel, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from _roles_in(value, (*path, name))
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                if isinstance(part, BaseModel):
                    yield from _roles_in(part, (*path, name, index))
        elif isinstance(value, str):
            mark = mark_of_field(type(record), name, Term)
            if mark is not None and mark.scheme == "roles":
                yield (*path, name), value


def _in_words(entry: Entry[Any], exposed: set[str], words: dict[str, Any]) -> Iterator[Problem]:
    fields = {path for path, _ in _roles_in(entry.record)}
    for role in sorted(exposed):
        for path, text in texts_in(entry.record):
            if path not in fields and (found := words[role].search(text)):
                place = entry.source.place_of(path, found.group())
                yield Problem("BW866", place, {"role": role})
        if found := words[role].search(entry.source.body):
            yield Problem("BW866", entry.source.place_in_body(found.start()), {"role": role})


RULES = (roles_that_are_persons_agreed,)
