"""Products of other sites in lists: what they are, where they stand, and counted nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brugwerk.macros import Macros
from brugwerk.records.description import describe
from brugwerk.records.sharing import SharedCatalogue
from tests.builders import network, product
from tests.html import parse
from tests.in_memory import catalogue, publish
from tests.sharing import ROOT, SETTINGS, kept_copy, shared, shared_product

if TYPE_CHECKING:
    from brugwerk.publish.publication import Publication
    from tests.html import Parsed


def site(*products: dict[str, Any], **settings: Any) -> Publication:
    return publish(
        catalogue(
            products={"a": product(title="Van hier")},
            settings=SETTINGS | settings,
            elsewhere={"noord": kept_copy(shared(*products))},
        )
    )


def page(at: str, *products: dict[str, Any], **settings: Any) -> Parsed:
    found = site(*products, **settings)
    return parse(found.render(found.pages[f"{at}index.md"]))


def outside(found: Parsed) -> list[tuple[str, str]]:
    """The text and target of every link that says that it leaves the site."""
    links = [link for link in found.all("a") if link.get("rel") == "external"]
    return [(link.text, link.attributes["href"]) for link in links]


def kinds(found: Parsed) -> list[str]:
    return [p.text for p in found.all("p") if p.get("class") == "card-kind"]


LINK = ("Sterren kijken", f"{ROOT}producten/sterren-kijken/")


def test_the_list_of_products_says_what_it_is_and_where_and_leads_there() -> None:
    found = page("producten/")
    assert outside(found) == [LINK]
    assert kinds(found)[-1] == "les · beproefd · op Kennisbank Noord"
    assert "Op Kennisbank Noord" in [heading.text for heading in found.all("h2")]


def test_a_card_says_time_years_and_themes_in_words_of_here_or_else_of_there() -> None:
    facts = [item.text for item in page("producten/").all("li") if item.text]
    expected = ["50 minuten × 2", "groep 5 – groep 6", "(hoog)begaafdheid", "reizen door de ruimte"]
    assert [fact for fact in facts if fact in expected] == expected


def test_own_products_are_counted_alone() -> None:
    text = page("producten/").text
    assert "Lessen (1)" in text
    assert "Op Kennisbank Noord (" not in text
    assert Macros(site(), str).count("products") == "1"


def test_the_list_without_javascript_has_it_too() -> None:
    assert outside(page("zoeken/")) == [LINK]


def test_of_a_large_site_the_list_of_products_shows_some_and_the_other_list_all() -> None:
    many = [shared_product(id=f"p-{n}", address=f"{ROOT}p-{n}/") for n in range(200)]
    assert len(outside(page("producten/", *many))) == 60
    assert len(outside(page("zoeken/", *many))) == 200


def test_it_has_no_page_here_and_no_address_that_is_kept() -> None:
    found = site()
    assert not any("sterren-kijken" in address for address in found.published)


def test_travels_and_other_pages_know_nothing_of_it() -> None:
    found = site()
    lists = {"producten/index.md", "zoeken/index.md"}
    for document in found.pages.keys() - lists:
        assert "Sterren kijken" not in found.render(found.pages[document]), document


def test_another_language_is_marked_and_said() -> None:
    found = page("producten/", shared_product(language="en", title="Star gazing"))
    (title,) = [title for title in found.all("h3") if title.text == "Star gazing"]
    assert (title.get("lang"), title.get("dir")) == ("en", "auto")
    assert "Engels" in [item.text for item in found.all("li")]


def test_an_english_site_says_it_in_english() -> None:
    found = page("producten/", shared_product(themes=["ruimtevaart"]), language="en")
    assert kinds(found)[-1] == "lesson · tested · on Kennisbank Noord"
    assert "space travel" in [item.text for item in found.all("li")]


def test_a_retired_product_is_left_out() -> None:
    assert outside(page("producten/", shared_product(status="retired"))) == []


def test_what_stands_on_this_site_itself_is_not_shown_as_of_another() -> None:
    assert outside(page("producten/", address=ROOT)) == []


def test_a_product_that_two_sites_name_is_shown_at_the_first() -> None:
    sources = [{"id": i, "name": i.title(), "catalogue": i} for i in ("noord", "oost")]
    found = catalogue(
        settings={"sources": sources},
        elsewhere={i: kept_copy(place=i) for i in ("oost", "noord")},
    )
    assert [(there.site.name, len(there.products)) for there in found.elsewhere] == [
        ("Noord", 1),
        ("Oost", 0),
    ]


def test_texts_of_strangers_are_texts() -> None:
    hostile = "<img src=x onerror=alert(1)> {{ 7 * 7 }} {site} \"&'*[x](javascript:y)"
    strange = shared_product(title=hostile, summary=hostile, themes=["x"], status="y")
    terms = [{"scheme": "themes", "terms": [{"id": "x", "nl": hostile, "en": hostile}]}]
    found = publish(
        catalogue(
            settings={"sources": [{"id": "noord", "name": hostile, "catalogue": "x"}]},
            elsewhere={"noord": kept_copy(shared(strange, terms=terms))},
        )
    )
    for address in ("producten/", "zoeken/"):
        made = parse(found.render(found.pages[f"{address}index.md"]))
        assert hostile in [link.text for link in made.all("a")]
        assert made.all("img") == []
        assert set(made.dangers()) <= {"<form>"}


# Lists on pages that are written by hand.


def test_a_list_on_a_page_has_own_products_only_unless_it_asks() -> None:
    macros = Macros(site(), lambda: "op-weg/leraar/")
    assert outside(parse(macros.product_cards())) == []
    assert outside(parse(macros.product_cards(elsewhere=True))) == [LINK]
    assert outside(parse(macros.search_list(elsewhere=True, level="groep-5"))) == [LINK]


def test_a_list_shows_those_that_fit() -> None:
    macros = Macros(site(), str)
    assert outside(parse(macros.product_cards(elsewhere=True, theme="hoogbegaafdheid"))) == [LINK]
    assert outside(parse(macros.product_cards(elsewhere=True, level="groep-8"))) == []
    assert outside(parse(macros.product_cards(elsewhere=True, minutes=20))) == []


def test_a_network_of_another_site_is_none_of_ours() -> None:
    found = publish(
        catalogue(
            networks={"net": network()},
            settings=SETTINGS,
            elsewhere={"noord": kept_copy(shared(shared_product(networks=["net"])))},
        )
    )
    assert outside(parse(Macros(found, str).product_cards(elsewhere=True, network="net"))) == []


def test_the_keys_of_the_catalogue_are_all_named() -> None:
    shown = parse(Macros(site(), lambda: "bijdragen/andere-sites/").catalogue_keys())
    named = {code.text.removesuffix("[]") for code in shown.all("code")}
    assert named == {path[-1] for field in describe(SharedCatalogue) for path, _ in field.walk()}
