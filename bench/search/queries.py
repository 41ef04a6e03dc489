"""The queries with their judged pages: ``queries.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).with_name("queries.yml")
KINDS = (
    "word",
    "words",
    "inflected",
    "compound",
    "typo",
    "synonym",
    "prefix",
    "accent",
    "year",
    "role",
    "material",
    "question",
    "name",
)


@dataclass(frozen=True)
class Query:
    """What someone types, and the pages that should answer.

    Attributes:
        text: The words as typed.
        kind: One of ``KINDS``; figures are also given per kind.
        relevant: The grade (1 to 3) of each relevant address.
    """

    text: str
    kind: str
    relevant: Mapping[str, int]


def read(file: Path = FILE) -> tuple[Query, ...]:
    """Return all queries.

    Raises:
        ValueError: A query is not sound; the message names it.
    """
    found = []
    for entry in yaml.safe_load(file.read_text("utf-8"))["queries"]:
        query = Query(str(entry["query"]), entry["kind"], entry["relevant"])
        if query.kind not in KINDS:
            raise ValueError(f"{query.text}: there is no kind {query.kind!r}")
        if not query.relevant or set(query.relevant.values()) - {1, 2, 3}:
            raise ValueError(f"{query.text}: grades are 1, 2 or 3, and there is at least one")
        found.append(query)
    return tuple(found)
