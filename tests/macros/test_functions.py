"""What hand-written pages may ask for: cards, counts, lists and links, and nothing unnoticed."""

from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.macros import Macros
from brugwerk.read.measured import FILE
from tests.builders import exploring_adoption, guideline, network, product, school
from tests.html import parse
from tests.in_memory import catalogue, publish, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PRODUCTS = {
    "a": product(
        title="Zeker weten",
        status="tested",
        sectors=["po"],
        levels=["groep-5", "groep-6"],
        themes=["hoogbegaafdheid", "ouders"],
        subjects=["rekenen-wiskunde"],
        networks=["net"],
        duration="PT50M",
    ),
    "b": product(title="aandacht geven", type="design", duration="PT1H30M", sectors=["vo"]),
    "c": guideline(title="Begeleiden", status="transferable", themes=["ouders"]),
    "weg": product(title="Afgeschaft", status="retired", themes=["ouders"], levels=["groep-5"]),
}


def macros(address: str = "op-weg/leraar/", **settings: Any) -> Macros:
    found = catalogue(
        products=PRODUCTS,
        networks={"net": network(), "plan": network(title="Een plan", status="draft")},
        schools={"school": school(networks=[])},
        adoptions={("school", "a"): exploring_adoption()},
        settings=settings,
    )
    return Macros(publish(found), lambda: address)


def cards(**wanted: Any) -> list[str]:
    """The titles on the cards that a page gets."""
    return [heading.text for heading in parse(macros().product_cards(**wanted)).all("h3")]


# Cards of products.


def test_without_a_filter_all_products_but_retired_ones_come_in_order_of_title() -> None:
    assert cards() == ["aandacht geven", "Begeleiden", "Zeker weten"]


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ({"type": "design"}, ["aandacht geven"]),
        ({"type": ["design", "guideline"]}, ["aandacht geven", "Begeleiden"]),
        ({"status": "tested"}, ["Zeker weten"]),
        ({"theme": "ouders"}, ["Begeleiden", "Zeker weten"]),
        ({"theme": ["hoogbegaafdheid", "ouders"]}, ["Begeleiden", "Zeker weten"]),
        ({"level": "groep-6"}, ["Zeker weten"]),
        ({"sector": "vo"}, ["aandacht geven"]),
        ({"subject": "rekenen-wiskunde"}, ["Zeker weten"]),
        ({"network": "net"}, ["Zeker weten"]),
        ({"minutes": 50}, ["Zeker weten"]),
        ({"minutes": 90}, ["aandacht geven", "Zeker weten"]),
        ({"minutes": 49}, []),
        ({"theme": "ouders", "type": "guideline"}, ["Begeleiden"]),
        ({"theme": "ouders", "minutes": 60}, ["Zeker weten"]),
        ({"type": "design", "theme": "ouders"}, []),
        ({"status": "retired"}, []),
    ],
)
def test_cards_are_of_the_products_that_fit_every_filter(
    wanted: dict[str, Any], titles: list[str]
) -> None:
    assert cards(**wanted) == titles


def test_of_many_products_the_first_are_shown_and_the_rest_is_searched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("brugwerk.macros.functions.MOST_CARDS", 2)
    shown = macros().product_cards(status=["draft", "tested", "transferable"])
    assert [heading.text for heading in parse(shown).all("h3")] == ["aandacht geven", "Begeleiden"]
    searched = "../../zoeken/?soort=product&status=draft&status=tested&status=transferable"
    assert searched in parse(shown).links()
    assert "zoeken" not in macros().product_cards(theme="ouders")


def test_of_many_networks_the_first_are_shown_and_the_rest_is_in_the_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "../../netwerken/" not in parse(macros().network_cards()).links()
    monkeypatch.setattr("brugwerk.macros.functions.MOST_CARDS", 1)
    links = parse(macros().network_cards()).links()
    assert "../../netwerken/" in links
    assert "../../netwerken/net/" not in links


def test_no_cards_are_said_in_words() -> None:
    found = parse(macros().product_cards(minutes=1))
    assert found.all("article") == []
    assert found.text.strip()


@pytest.mark.parametrize("name", ["thema", "themes", "titel", "Type"])
def test_an_unknown_filter_is_an_error_that_names_those_that_are_known(name: str) -> None:
    with pytest.raises(ValueError, match=rf"{name}.*theme"):
        macros().product_cards(**{name: "ouders"})


def test_an_unknown_filter_is_an_error_whatever_stands_before_it() -> None:
    with pytest.raises(ValueError, match="thema"):
        macros().product_cards(minutes=1, thema="ouders")


# Cards of networks, counts, lists.


def test_cards_of_networks_can_be_those_of_one_status() -> None:
    def titles(**wanted: Any) -> list[str]:
        return [heading.text for heading in parse(macros().network_cards(**wanted)).all("h3")]

    assert len(titles()) == 2
    assert titles(status="draft") == ["Een plan"]
    assert titles(status="finished") == []


@pytest.mark.parametrize(
    ("kind", "number"), [("products", "4"), ("networks", "2"), ("schools", "1"), ("adoptions", "1")]
)
def test_a_count_is_a_number_in_words_of_digits(kind: str, number: str) -> None:
    assert macros().count(kind) == number


def test_counting_something_else_is_an_error() -> None:
    with pytest.raises(AttributeError):
        macros().count("teachers")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_vocabulary_table_has_a_row_for_each_term_in_the_language_of_the_site(
    language: str,
) -> None:
    found = parse(macros(language=language).vocabulary_table("stages"))
    stages = vocabulary().lists["stages"].by_id
    assert [code.text for code in found.all("code")] == list(stages)
    for stage in stages:
        assert vocabulary().label("stages", stage, language) in found.text


def test_a_list_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        macros().vocabulary_table("stadia")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_glossary_is_in_order_of_the_alphabet(language: str) -> None:
    terms = [e.text for e in parse(macros(language=language).glossary()).all("dt")]
    assert len(terms) > 5
    assert terms == sorted(terms, key=str.casefold)


# Links.


@pytest.mark.parametrize(
    ("asked", "link"),
    [
        (("product", "a"), "../../producten/a/"),
        (("empty_transfer", "a"), "../../producten/a/transfer/"),
        (("guide", "net"), "../../netwerken/net/draaiboek/"),
        (("transfer", "school", "a"), "../../scholen/school/a/"),
        (("products",), "../../producten/"),
        (("travels",), "../../doorwerking/"),
    ],
)
def test_a_link_is_relative_to_the_page_that_asks(asked: tuple[str, ...], link: str) -> None:
    assert macros().link(*asked) == link


def test_a_link_from_the_home_page_has_nothing_to_climb() -> None:
    assert macros("").link("product", "a") == "producten/a/"


def test_a_link_follows_the_path_words() -> None:
    assert macros("", path_words={"products": "materialen"}).link("products") == "materialen/"


@pytest.mark.parametrize(
    "asked",
    [("produkt", "a"), ("product", "z"), ("product",), ("product", "a", "b"), ("of_file", "a")],
)
def test_a_link_to_something_that_is_not_there_is_an_error(asked: tuple[str, ...]) -> None:
    with pytest.raises((ValueError, AttributeError, TypeError)):
        macros().link(*asked)


def test_cards_are_linked_from_the_page_that_asks() -> None:
    for address, link in (("", "producten/b/"), ("x/", "../producten/b/")):
        assert link in parse(macros(address).product_cards(type="design")).links()


# What Markdown and Jinja make of it.

ALL: list[Callable[[Macros], str]] = [
    lambda m: m.product_cards(),
    lambda m: m.product_cards(minutes=1),
    lambda m: m.network_cards(),
    lambda m: m.vocabulary_table("stages"),
    lambda m: m.glossary(),
]


@pytest.mark.parametrize("macro", ALL)
def test_what_a_macro_gives_is_one_block_for_markdown(macro: Callable[[Macros], str]) -> None:
    for line in macro(macros()).split("\n"):
        assert line
        assert line == line.strip()


def test_a_record_can_do_nothing_on_a_page_that_shows_its_card() -> None:
    attack = "<script>alert(1)</script>{{ 7*7 }}"
    found = catalogue(products={"a": product(title=attack, summary=attack)})
    html = Macros(publish(found), lambda: "").product_cards()
    assert parse(html).dangers() == []
    assert attack in parse(html).text


def test_a_link_leads_from_the_page_that_calls() -> None:
    place = SimpleNamespace(address="op-weg/")
    link = Macros(publish(catalogue()), lambda: place.address).link
    assert link("products") == "../producten/"
    place.address = "a/b/"
    assert link("products") == "../../producten/"


# What was measured about accessibility.


def on(root: Path | None, language: str = "nl") -> str:
    site = replace(publish(catalogue(settings={"language": language})), root=root)
    return Macros(site, lambda: "uitleg/toegankelijkheid/").accessibility()


def test_a_site_that_was_not_measured_says_so(tmp_path: Path) -> None:
    assert "nog niet gemeten" in on(None)
    assert "not measured yet" in on(tmp_path, "en")


@pytest.mark.parametrize("broken", [True, False])
def test_what_was_found_stands_there_with_the_day_and_the_versions(
    tmp_path: Path, broken: bool
) -> None:
    rule = {"page": "a/<b>", "rule": "label", "criteria": ["1.3.1"], "where": "320", "places": 1}
    left = {"rule": "color-contrast", "criteria": ["1.4.3"], "pages": ["c/"]}
    measured = {
        "day": "2026-11-27",
        "axe": "4.14.1",
        "chromium": "140.0",
        "widths": [320, 1280],
        "schemes": ["light"],
        "text": [100],
        "pages": {"product": "a/"},
        "broken": [rule] if broken else [],
        "undecided": [left],
    }
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text(json.dumps(measured), "utf-8")
    shown = parse(on(tmp_path))
    assert "27 november 2026 met axe-core 4.14.1 in Chromium 140.0" in shown.text
    assert ("Geen van deze pagina’s breekt een regel" in shown.text) is not broken
    assert ("/a/<b>" in shown.text) is broken
    assert "color-contrast" in shown.text
