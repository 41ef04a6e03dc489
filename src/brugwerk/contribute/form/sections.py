"""The form in short sections: a section begins at a field and runs until the next one begins.

Only beginnings are named, so that a new field falls in the section of its neighbours by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from brugwerk.records.description import FieldDescription


def beginnings(say: Callable[[str], str]) -> Mapping[str, Mapping[str, str]]:
    """Return the title of every section by kind of record and by the field it begins at.

    Args:
        say: Translates to the language of the site.
    """
    return {
        "product": {
            "title": say("What it is about"),
            "networks": say("Who made it"),
            "sectors": say("Whom it is for"),
            "duration": say("Time and materials"),
            "core": say("What is fixed and what is free"),
            "conditions": say("What a school needs to arrange"),
            "evidence": say("What you know of it"),
            "relations": say("And further"),
        },
        "adoption": {
            "version": say("Where the school stands"),
            "bridge": say("Who carries it"),
            "users": say("How it goes here"),
            "steps": say("Steps"),
            "question": say("Question and value"),
        },
        "network": {
            "title": say("What the network is about"),
            "programme": say("Programme"),
            "participants": say("Who takes part, and how"),
            "fixed": say("Agreements"),
            "schools": say("Schools and students"),
            "meetings": say("Meetings"),
        },
        "school": {
            "name": say("The school"),
            "team_size": say("What matters for transfer"),
            "consent": say("Consent to publication"),
        },
        "reflection": {
            "present": say("Who were there"),
            "aspects": say("What it was about"),
            "conclusion": say("What you decided"),
        },
    }


def sections_of(
    fields: Sequence[FieldDescription], titles: Mapping[str, str]
) -> list[dict[str, object]]:
    """Divide the fields of a kind over its sections.

    Args:
        fields: The fields, in the order of the shape.
        titles: Titles by the field at which a section begins; the first field is one of them.

    Returns:
        Title and keys of each section, in order.

    Raises:
        ValueError: A section begins at a field that does not exist, or the first field is in none.
    """
    keys = [field.key for field in fields]
    if unknown := set(titles) - set(keys):
        raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
    if keys[0] not in titles:
        raise ValueError(f"no section begins at {keys[0]}")
    sections: list[dict[str, object]] = []
    within: list[str] = []
    for key in keys:
        if key in titles:
            within = []
            sections.append({"id": key, "title": titles[key], "keys": within})
        within.append(key)
    return sections
