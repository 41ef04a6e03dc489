"""Words become the same terms at build time and in the browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.search import dutch
from brugwerk.search.compounds import Compounds
from brugwerk.search.words import plain, split, words_of
from tests.search.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[[list[dict[str, Any]]], list[Any]]

ENDINGS = ("", "e", "en", "s", "t", "d", "ing", "heid", "heden", "lijk", "baar", "ig", "end")
DUTCH = words_of("nl")


@pytest.fixture(scope="module")
def corpus() -> list[str]:
    """Every word of the site, and each with endings that exist or not."""
    words: set[str] = set()
    for folder in ("products", "networks", "schools", "docs", "vocabulary"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in {".md", ".yml"}:
                words.update(re.findall(r"[^\W\d_]+", file.read_text("utf-8").lower()))
    short = sorted(word for word in words if len(word) < 8)
    return sorted(words | {word + ending for word in short for ending in ENDINGS})


def test_the_dutch_stemmer_gives_the_stems_of_lunr_nl(ask: Ask, corpus: list[str]) -> None:
    (theirs,) = ask([{"call": "snowball", "with": corpus}])
    ours = [dutch.stem(word) for word in corpus]
    assert [x for x in zip(corpus, ours, theirs, strict=True) if x[1] != x[2]] == []


def test_terms_are_the_same_in_the_browser(ask: Ask, corpus: list[str]) -> None:
    (theirs,) = ask([{"call": "stems", "with": corpus}])
    assert [DUTCH.stem(word) for word in corpus] == theirs


@pytest.mark.parametrize(
    "text",
    [
        "Differentiëren met (hoog)begaafde leerlingen",
        "IB'er in groep 5, 6 en groep 7/8",
        "één café, naïef; x\N{COMBINING ACUTE ACCENT}yz",
        "groep-5 2026 +breuken -les *:~^",
    ],
)
def test_texts_become_the_same_terms_in_the_browser(ask: Ask, text: str) -> None:
    assert ask([{"call": "terms", "with": text}]) == [DUTCH.terms(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("les", "lessen"),
        ("werkt", "werken"),
        ("verveeld", "vervelen"),
        ("brief", "brieven"),
        ("differentiëren", "differentieren"),
        ("begaafde", "begaafdheid"),
        ("leerlingen", "leerling"),
        ("reflecties", "reflectie"),
        ("adviezen", "advies"),
        ("leest", "lezen"),
        ("lees", "gelezen"),
    ],
)
def test_forms_of_one_word_are_one_term(one: str, other: str) -> None:
    assert DUTCH.terms(one) == DUTCH.terms(other)


def test_reading_is_not_a_lesson() -> None:
    assert DUTCH.terms("lezen") != DUTCH.terms("lessen")


def test_a_time_is_not_a_school_year() -> None:
    assert DUTCH.terms("lokaal 12, van 13.15 tot 14.00 uur") == ["lokal", "uur"]


def test_a_number_stays_with_the_word_before_it() -> None:
    assert DUTCH.terms("groep 5 en 6 lessen") == ["groep", "groep5", "groep6", "les"]


def test_an_optional_part_counts_with_and_without() -> None:
    assert split("(hoog)begaafd") == ["hoogbegaafd", "begaafd"]
    assert plain("Café's") == "cafes"


def compounds(*known: str, short: tuple[str, ...] = ("les",)) -> Compounds:
    return Compounds(DUTCH, dict.fromkeys(map(DUTCH.stem, known), 2), frozenset(short))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("rekenles", ("reken", "les")),
        ("rekenlessen", ("reken", "les")),
        ("verrijkingsgroep", ("verrijk", "groep")),
        ("leerlingenraad", ("leerling", "rad")),
        ("hoogbegaafdheid", ("hog", "begaf")),
        ("rekenen", ()),
        ("onderwijzen", ()),
    ],
)
def test_a_compound_comes_apart_into_words_of_the_site(word: str, parts: tuple[str, ...]) -> None:
    known = compounds(
        "les", "rekenen", "verrijking", "groep", "leerling", "raad", "hoog", "begaafd"
    )
    assert known.parts(word) == parts


def test_a_word_comes_apart_only_into_words_that_the_site_has() -> None:
    assert compounds("rekenen", short=()).parts("rekenles") == ()


def test_compounds_come_apart_the_same_way_in_the_browser(
    ask: Ask, files: dict[str, bytes]
) -> None:
    words = ["rekenles", "hoogbegaafdheid", "verrijkingswerk", "leerlingmateriaal", "brugpersoon"]
    (theirs,) = ask([{"call": "parts", "with": words}])
    assert len(theirs) == len(words)
    assert any(theirs)
