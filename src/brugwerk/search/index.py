"""The index: lunr.py weighs every term in every document once, for the whole site."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lunr.builder import Builder

from brugwerk.search.compounds import Compounds
from brugwerk.search.documents import WEIGHTS
from brugwerk.search.synonyms import wordings
from brugwerk.search.words import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brugwerk.records.vocabulary import Vocabulary
    from brugwerk.search.documents import Document
    from brugwerk.search.words import Words

# Field and boost. What stands in the first group is the small index that is searched first.
META_FIELDS = {
    "title": 8,
    "labels": 4,
    "levels": 3,
    "synonyms": 2,
    "summary": 3,
    "core": 1.5,
    "parts": 1.5,
}
TEXT_FIELDS = {"text": 1, "text_parts": 0.3}
LONG_LISTS = frozenset({"levels", "sectors", "roles", "statuses"})
# How much a long field is held against its words: less than lunr does, because a product page is
# long where its makers explain it well.
LENGTH_MATTERS = 0.4
# How much it says that a text repeats a word: more than lunr thinks, because every page mentions
# parents or pupils, and only those about them do so time and again.
REPETITION_MATTERS = 4
# Weights are kept in tenths; a weight that rounds to nothing is left out.
PRECISION = 10

Postings = dict[str, dict[int, int]]


@dataclass(frozen=True)
class SearchIndex:
    """The weight of every term in every document.

    Attributes:
        meta: Per term, the weight in documents by their number: title, labels, summary, core.
        text: The same for the text of the pages.
        compounds: The words of the site, which take other words apart.
    """

    meta: Postings
    text: Postings
    compounds: Compounds


class _Fields:
    """The fields of one document: each as plain words, and as index terms."""

    def __init__(self, plain_words: Mapping[str, list[str]], words: Words) -> None:
        self.words = plain_words
        self.terms = {name: words.terms_of(found) for name, found in plain_words.items()}


def build_index(documents: Sequence[Document], vocabulary: Vocabulary, words: Words) -> SearchIndex:
    """Weigh every term of every document.

    Args:
        documents: What can be found; a document's number is its place here.
        vocabulary: For the labels and synonyms of terms.
        words: The words of the language.
    """
    fields = [
        _Fields({n: split(t) for n, t in _texts(document, vocabulary, words).items()}, words)
        for document in documents
    ]
    compounds = _compounds(fields, words)
    builder = Builder()
    builder.b(LENGTH_MATTERS)
    builder.k1(REPETITION_MATTERS)
    for name, boost in (META_FIELDS | TEXT_FIELDS).items():
        builder.field(name, boost)
    for number, (document, found) in enumerate(zip(documents, fields, strict=True)):
        terms: dict[str, object] = dict(found.terms)
        terms["parts"] = _parts((w for name, w in found.words.items() if name != "text"), compounds)
        terms["text_parts"] = _parts((found.words["text"],), compounds)
        builder.add({"id": number, **terms}, {"boost": WEIGHTS[document.kind] * document.boost})
    # lunr counts a term once for each field that holds it. Unless documents are counted so too,
    # a word in half of them weighs nothing, and one in all of them more than that.
    builder.document_count *= len(META_FIELDS | TEXT_FIELDS)
    return _collected(builder.build(), compounds) if documents else SearchIndex({}, {}, compounds)


def _texts(document: Document, vocabulary: Vocabulary, words: Words) -> dict[str, str]:
    labels: dict[str, list[str]] = {"labels": [], "levels": []}
    synonyms = []
    for scheme, term_id in document.terms:
        label, *others = wordings(vocabulary.term(scheme, term_id), words.language)
        # Apart, because a product for all years is not less about its theme.
        labels["levels" if scheme in LONG_LISTS else "labels"].append(label)
        synonyms += others
    return {
        "title": document.title,
        "labels": "\n".join(labels["labels"]),
        "levels": "\n".join(labels["levels"]),
        "synonyms": "\n".join(synonyms),
        "summary": document.summary,
        "core": document.core,
        "text": document.text,
    }


def _compounds(fields: Sequence[_Fields], words: Words) -> Compounds:
    known: Counter[str] = Counter()
    short: set[str] = set()
    for found in fields:
        known.update({term for terms in found.terms.values() for term in terms})
        for name in ("title", "labels", "levels", "synonyms"):
            short.update(term for term in found.terms[name] if len(term) == 3)
    return Compounds(words, known, frozenset(short))


def _parts(texts: Iterable[Iterable[str]], compounds: Compounds) -> list[str]:
    return [part for plain_words in texts for word in plain_words for part in compounds.parts(word)]


def _collected(index: object, compounds: Compounds) -> SearchIndex:
    """Add up the fields: for one term, the sum is what lunr would answer."""
    names = {posting["_index"]: term for term, posting in index.inverted_index.items()}  # type: ignore[attr-defined]
    sums: dict[str, dict[str, dict[int, float]]] = {"meta": {}, "text": {}}
    for ref, vector in index.field_vectors.items():  # type: ignore[attr-defined]
        name, _, number = ref.partition("/")
        group = sums["meta" if name in META_FIELDS else "text"]
        elements = vector.elements
        for at in range(0, len(elements), 2):
            weights = group.setdefault(names[elements[at]], {})
            weights[int(number)] = weights.get(int(number), 0.0) + elements[at + 1]
    return SearchIndex(_rounded(sums["meta"]), _rounded(sums["text"]), compounds)


def _rounded(weights: Mapping[str, Mapping[int, float]]) -> Postings:
    found = {}
    for term in sorted(weights):
        kept = {
            number: tenths
            for number, weight in sorted(weights[term].items())
            if (tenths := round(weight * PRECISION)) > 0
        }
        if kept:
            found[term] = kept
    return found
