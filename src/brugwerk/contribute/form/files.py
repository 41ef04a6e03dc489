"""The files of the form, as they stand on the web below the address of its page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.form.definition import definition
from brugwerk.contribute.form.published import (
    entries,
    kept_versions,
    to_revise,
    whom_to_refer_to,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.language import Translator

DEFINITION = "definition.json"
RECORDS = "records.json"


def form_files(catalogue: Catalogue, translator: Translator) -> Iterator[tuple[str, bytes]]:
    """Yield the name, below the form's address, and the content of every file of the form.

    Args:
        catalogue: The sound records.
        translator: The language of the site.
    """
    yield DEFINITION, _json(definition(catalogue, translator))
    yield RECORDS, _json(whom_to_refer_to(catalogue))
    for kind, entry in entries(catalogue):
        path = "/".join(part for part in (kind, entry.owner, entry.id) if part)
        record = to_revise(entry)
        if kind == "product" and (kept := kept_versions(catalogue, entry.id)):
            record["kept"] = kept
        yield f"records/{path}.json", _json(record)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
