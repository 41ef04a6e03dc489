"""Other words for the same thing, from the controlled lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brugwerk.records.vocabulary import Vocabulary, VocabularyTerm
    from brugwerk.search.words import Words

Phrase = tuple[str, ...]


def wordings(term: VocabularyTerm, language: str) -> tuple[str, ...]:
    """Return what people call a term: its label in the language of the site, then its synonyms.

    The Dutch label counts on an English site too, because the content may be Dutch.
    """
    label = (term.label.en, term.label.nl) if language == "en" else (term.label.nl,)
    return tuple(dict.fromkeys((*label, *term.synonyms)))


def groups(vocabulary: Vocabulary, words: Words) -> tuple[tuple[Phrase, ...], ...]:
    """Return, for every term with synonyms, the index terms of each of its wordings.

    The first of a group is the label. Wordings that come down to the same terms are kept once.
    """
    found = set()
    for scheme in vocabulary:
        for term in vocabulary.lists[scheme].terms:
            if term.synonyms:
                group = _phrases(wordings(term, words.language), words)
                if len(group) > 1:
                    found.add(group)
    return tuple(sorted(found))


def _phrases(texts: Iterable[str], words: Words) -> tuple[Phrase, ...]:
    phrases = (tuple(words.terms(text)) for text in texts)
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))
