"""A source entry in CSL-JSON (the input of CSL 1.0.2), as Zotero and pandoc read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brugwerk.derive.citation import Citation


def csl(citation: Citation) -> str:
    """Write a source entry in CSL-JSON: a list of one item."""
    item: dict[str, Any] = {
        "id": citation.id,
        "type": "document",
        "title": citation.title,
        "genre": citation.kind,
        "publisher": citation.publisher,
        "language": citation.language,
    }
    if citation.authors:
        item["author"] = [{"literal": name} for name in citation.authors]
    if citation.issued:
        day = citation.issued
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if citation.version:
        item["version"] = citation.version
    if citation.licence:
        item["note"] = citation.licence
    if citation.address:
        item["URL"] = citation.address
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"
