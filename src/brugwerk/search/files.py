"""Every file of search, as it stands on the web below the address of the search page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from brugwerk.search.facets import facets_of, kind_names
from brugwerk.search.index import build_index
from brugwerk.search.shards import as_json, blocks, named, shards
from brugwerk.search.synonyms import groups
from brugwerk.search.texts import interface_texts
from brugwerk.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brugwerk.catalogue import Catalogue
    from brugwerk.language import Translator
    from brugwerk.search.documents import Document
    from brugwerk.search.facets import Facet
    from brugwerk.search.index import SearchIndex

FOLDER = "index/"
MANIFEST = "manifest.json"


@dataclass
class _Files:
    """Files on their way out; a name is given back for each that is added."""

    found: dict[str, bytes]

    def add(self, name: str, content: bytes) -> str:
        self.found[FOLDER + name] = content
        return name


def search_files(
    documents: Sequence[Document], catalogue: Catalogue, says: Translator
) -> dict[str, bytes]:
    """Return the content of every file by its path below the search page.

    Args:
        documents: What can be found.
        catalogue: For the controlled lists.
        says: For the texts of the interface.
    """
    words = words_of(says.language)
    index = build_index(documents, catalogue.vocabulary, words)
    facets = facets_of(documents, catalogue, says)
    files = _Files({})
    manifest = {
        "language": says.language,
        "start": files.add(*named("start", as_json(_start(documents, facets, catalogue, says)))),
        "words": files.add(*named("words", as_json(_lexicon(index)))),
        "summaries": [files.add(*block) for block in blocks([d.summary for d in documents])],
        "meta": [[f, files.add(n, c)] for f, n, c in shards("meta", index.meta)],
        "text": [[f, files.add(n, c)] for f, n, c in shards("text", index.text)],
    }
    # Beside their folder: this one alone keeps its name while its content changes.
    return files.found | {MANIFEST: as_json(manifest)}


def _start(
    documents: Sequence[Document],
    facets: Iterable[Facet],
    catalogue: Catalogue,
    says: Translator,
) -> dict[str, object]:
    """What the first keystroke needs whatever it is: titles, facets and texts."""
    words = words_of(says.language)
    days = sorted({document.date for document in documents if document.date})
    return {
        "addresses": [document.address for document in documents],
        "titles": [document.title for document in documents],
        "dates": [document.date for document in documents],
        "days": {day: says.day(date.fromisoformat(day)) for day in days},
        "minutes": [document.minutes for document in documents],
        "times": {
            str(minutes): says.minutes(minutes)
            for minutes in sorted({document.minutes for document in documents} - {0})
        },
        "languages": {
            language: _distances(document.language == language for document in documents)
            for language in sorted({d.language for d in documents} - {"", says.language})
        },
        "words": {
            str(number): document.words
            for number, document in enumerate(documents)
            if document.words
        },
        "kinds": kind_names(says),
        "facets": [
            {
                "id": facet.id,
                "parameter": facet.parameter,
                "label": facet.label,
                "values": [
                    [value.id, value.label, _having(documents, facet.id, value.id)]
                    for value in facet.values
                ],
            }
            for facet in facets
        ],
        "stop": sorted(words.stop_words),
        "irregular": words.irregular,
        "asking": sorted(words.asking),
        "synonyms": [
            [" ".join(phrase) for phrase in group] for group in groups(catalogue.vocabulary, words)
        ],
        "texts": interface_texts(says),
    }


def _having(documents: Sequence[Document], facet: str, value: str) -> list[int]:
    return _distances(value in document.facets.get(facet, ()) for document in documents)


def _distances(have: Iterable[bool]) -> list[int]:
    """The numbers of the documents that have something, each as the distance to the one before."""
    distances = []
    before = 0
    for number, has in enumerate(have):
        if has:
            distances.append(number - before)
            before = number
    return distances


def _lexicon(index: SearchIndex) -> dict[str, object]:
    """The words of the site: to mend a typing mistake, and to take a compound apart.

    A word of one text only is left out, unless it stands in a title, a label or a summary.
    """
    known = index.compounds.known
    terms = {term for term, count in known.items() if count > 1 or term in index.meta}
    return {"terms": " ".join(sorted(terms)), "short": " ".join(sorted(index.compounds.short))}
