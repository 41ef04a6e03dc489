"""How to cite the site as a whole: ``CITATION.cff``, which forges and reference managers read.

The format is https://citation-file-format.github.io, version 1.2.0. It knows software and data
only; a product is cited by what stands on its own page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

import brugwerk
from brugwerk.exports.export import Export
from brugwerk.language import translator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brugwerk.exports.export import Ground
    from brugwerk.records.vocabulary import Vocabulary
    from brugwerk.settings import Settings

FILE = "CITATION.cff"


def citation_file(ground: Ground) -> Iterator[Export]:
    """Yield the file as it stands on the site."""
    yield Export(FILE, lambda: _text(ground.templates.settings).encode())


def citation_files(settings: Settings, _: Vocabulary) -> Mapping[str, str]:
    """Return the file as it stands in the repository, by its path."""
    return {FILE: _text(settings)}


def _text(settings: Settings) -> str:
    say = translator(settings.language).text
    places = {"url": settings.address, "repository-code": settings.repository}
    found: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": say(
            "Cite a product by what its page says. Cite this for the site as a whole; every"
            " product has a licence of its own."
        ),
        "type": "dataset",
        "title": settings.title,
        "authors": [{"name": say("The networks of {title}").format(title=settings.title)}],
        **{key: value for key, value in places.items() if value},
        "references": [
            {
                "type": "software",
                "title": "Brugwerk",
                "authors": [{"name": "The Brugwerk contributors"}],
                "version": brugwerk.__version__,
                "license": "EUPL-1.2",
            }
        ],
    }
    return str(yaml.safe_dump(found, sort_keys=False, allow_unicode=True, width=100))
