"""Products of other sites in search: found, told apart, and led to where they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.search.documents import document_of
from brugwerk.search.gathering import Gathering
from brugwerk.search.scripts import PAGE, WORKER, page_script, worker_script
from tests.builders import product
from tests.in_memory import catalogue, publish
from tests.search.conftest import LUNR, SCRIPTS, ask_in, put
from tests.sharing import ROOT, SETTINGS, kept_copy, shared, shared_product

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.catalogue import Catalogue

HERE = "producten/sterren-kijken/"
THERE = f"{ROOT}producten/sterren-kijken/"


def site(*products: dict[str, Any], **settings: Any) -> Catalogue:
    """A site with a product of the same id as one of another site."""
    return catalogue(
        products={"sterren-kijken": product(title="Sterren kijken op het plein")},
        settings=SETTINGS | settings,
        elsewhere={"noord": kept_copy(shared(*products))},
    )


def files(found: Catalogue) -> dict[str, bytes]:
    published = publish(found)
    gathering = Gathering(found, published.templates, published.pages)
    for page in published.pages.values():
        if page.kind == "product":
            gathering.found(document_of(page, published.render(page), found))
    made = {address.rpartition("/")[2]: content for address, content in gathering.files().items()}
    scripts = {PAGE: page_script(SCRIPTS), WORKER: worker_script(SCRIPTS, LUNR, "nl")}
    return made | {name: script.encode() for name, script in scripts.items()}


def start(found: Catalogue) -> Any:
    made = files(found)
    return json.loads(made[json.loads(made["manifest.json"])["start"]])


def answers(found: Catalogue, folder: Path, *questions: dict[str, Any]) -> list[Any]:
    asked = [{"chosen": {}, "limit": 20, **question} for question in questions]
    return [given[-1] for given in ask_in(put(folder / "index", files(found)), asked)]


def addresses(answer: Any) -> list[str]:
    return [result["address"] for result in answer["results"]]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The answers to every question that the tests below ask of one small site."""
    asked: dict[str, dict[str, Any]] = {
        "title": {"text": "sterren kijken"},
        "goal": {"text": "grote beer"},
        "term": {"text": "hoogbegaafdheid"},
        "unknown term": {"text": "ruimte reizen"},
        "here": {"text": "sterren", "chosen": {"origin": ["hier"]}},
        "there": {"text": "", "chosen": {"origin": ["noord"]}},
        "level": {"text": "", "chosen": {"level": ["groep-6"]}},
        "kept": {"type": "describe", "products": ["sterren-kijken"]},
    }
    found = answers(site(), tmp_path_factory.mktemp("elsewhere"), *asked.values())
    return dict(zip(asked, found, strict=True))


def test_two_products_with_one_id_are_both_found(known: dict[str, Any]) -> None:
    assert sorted(addresses(known["title"])) == sorted([HERE, THERE])


@pytest.mark.parametrize("question", ["goal", "term", "unknown term"])
def test_it_is_found_by_what_its_site_says_of_it(question: str, known: dict[str, Any]) -> None:
    assert addresses(known[question])[0] == THERE


def test_a_result_says_where_it_stands_and_an_own_one_does_not(known: dict[str, Any]) -> None:
    origins = {result["address"]: result["origin"] for result in known["title"]["results"]}
    assert origins == {HERE: "", THERE: "Kennisbank Noord"}


def test_a_term_that_only_the_other_site_has_is_shown_as_text(known: dict[str, Any]) -> None:
    (result,) = known["goal"]["results"]
    assert result["facts"] == [
        "50 minuten",
        "groep 5 – groep 6",
        "(hoog)begaafdheid",
        "reizen door de ruimte",
    ]


def test_nothing_of_its_page_is_asked_for(known: dict[str, Any]) -> None:
    """A passage would be fetched from another origin."""
    assert [result["text"] for result in known["goal"]["results"]] == [None]


def test_it_cannot_be_kept_in_a_selection_and_takes_no_ones_place(known: dict[str, Any]) -> None:
    assert known["there"]["results"][0]["product"] == ""
    assert addresses(known["kept"]) == [HERE]


def test_one_may_choose_a_site(known: dict[str, Any]) -> None:
    assert addresses(known["here"]) == [HERE]
    assert addresses(known["there"]) == [THERE]


def test_known_terms_are_choices_and_unknown_ones_are_not(known: dict[str, Any]) -> None:
    assert addresses(known["level"]) == [THERE]
    themes = {f["id"]: [value[0] for value in f["values"]] for f in start(site())["facets"]}[
        "theme"
    ]
    assert themes == ["hoogbegaafdheid"]


def test_where_there_is_one_site_there_is_nothing_to_choose() -> None:
    alone = catalogue(products={"a": product()})
    assert "origin" not in {facet["id"] for facet in start(alone)["facets"]}


def test_a_site_with_nothing_to_show_is_no_choice() -> None:
    empty = kept_copy(shared() | {"products": []})
    found = catalogue(products={"a": product()}, settings=SETTINGS, elsewhere={"noord": empty})
    assert "origin" not in {facet["id"] for facet in start(found)["facets"]}


def test_another_language_is_marked_and_said() -> None:
    found = start(site(shared_product(language="en", title="Star gazing", themes=[])))
    number = found["titles"].index("Star gazing")
    assert found["languages"] == {"en": [number]}
    assert found["words"] == {str(number): ["Engels"]}


def test_a_kind_that_is_not_known_here_is_text_too() -> None:
    trip = shared_product(type="excursie", status="af", levels=["jaar-5"], themes=[])
    found = start(site(trip))
    assert list(found["words"].values()) == [["excursie", "af", "jaar-5"]]


def test_texts_of_strangers_stay_texts(tmp_path: Path) -> None:
    title = '<img src=x onerror=alert(1)> {site} "&'
    (answer,) = answers(site(shared_product(title=title)), tmp_path, {"text": "onerror"})
    shown = "".join(text for text, _ in answer["results"][0]["title"])
    assert shown == title
