"""Days that passed, in calm words on the pages where somebody can pick them up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.builders import (
    adoption,
    complete_product,
    draft_network,
    edited,
    network,
    product,
    reflection,
    school,
)
from tests.html import Parsed, parse
from tests.in_memory import catalogue, publish, small_site

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue

KEEPER = "bijdragen/wat-aandacht-vraagt/"
OF_NETWORK = "netwerken/het-proefnet/wat-aandacht-vraagt/"
PRODUCT = "producten/proefles/"
TRANSFER = "scholen/de-proefschool/proefles/"
REFLECTION = "netwerken/het-proefnet/reflecties/2026-02-04/"
HARSH = ("te laat", "achterstand", "verlopen", "overdue", "late ")


def site(**settings: Any) -> Catalogue:
    """A site in which something of every kind can pass."""
    waiting = adoption(question={"text": "Hoe?", "deadline": date(2026, 11, 1)})
    return catalogue(
        products={"proefles": complete_product(files=[], relations=[])},
        networks={"het-proefnet": network(), "ander-net": draft_network()},
        schools={"de-proefschool": school()},
        adoptions={("de-proefschool", "proefles"): waiting},
        reflections={("het-proefnet", "2026-02-04"): reflection()},
        settings=settings,
    )


def html(found: Catalogue, address: str, today: str | None = "2028-01-01") -> str:
    seen = replace(found, today=date.fromisoformat(today) if today else None)
    published = publish(seen)
    return published.render(published.pages[f"{address}index.md"])


def text(found: Catalogue, address: str, today: str | None = "2028-01-01") -> str:
    return parse(html(found, address, today)).text


def links(page: Parsed) -> list[str]:
    return [e.attributes.get("href", "") for e in page.elements if e.tag == "a"]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (PRODUCT, "De makers zouden hier voor september 2027 opnieuw naar kijken."),
        (TRANSFER, "In januari 2027 zou de school hierop terugkijken."),
        (TRANSFER, "Deze stap stond voor oktober 2026: De les bekijken (leraar)."),
        (TRANSFER, "De school hoopte op antwoord voor 1 november 2026."),
        (REFLECTION, "Vanaf 25 maart 2026 zou het netwerk dit anders doen. Hoe ging het?"),
    ],
)
def test_a_day_that_passed_stands_on_its_page_and_on_both_overviews(
    address: str, sentence: str
) -> None:
    for page in (address, KEEPER, OF_NETWORK):
        assert sentence in text(site(), page)
        assert sentence not in text(site(), page, "2026-03-01")
        assert sentence not in text(site(), page, None)


def test_a_review_that_is_still_to_come_is_promised_and_not_regretted() -> None:
    assert "1 september 2027" in text(site(), PRODUCT, "2026-11-27")
    assert "1 september 2027" not in text(site(), PRODUCT)


def test_an_overview_leads_to_each_place_in_order_of_date() -> None:
    found = links(parse(html(site(), KEEPER)))
    assert found == [
        f"../../{REFLECTION}#bijsturing",
        f"../../{TRANSFER}#stappen",
        f"../../{TRANSFER}#terug-naar-het-netwerk",
        f"../../{TRANSFER}#stappen",
        f"../../{PRODUCT}",
    ]


@pytest.mark.parametrize("address", [REFLECTION, TRANSFER])
def test_the_places_that_an_overview_leads_to_are_there(address: str) -> None:
    anchors = {
        link.partition("#")[2] for link in links(parse(html(site(), KEEPER))) if address in link
    }
    assert anchors <= set(parse(html(site(), address)).ids())


def test_a_network_without_days_that_passed_says_so() -> None:
    shown = text(site(), "netwerken/ander-net/wat-aandacht-vraagt/")
    assert "Er is geen dag voorbij waar nog iets van wacht." in shown


def test_a_site_without_a_day_says_that_it_cannot_tell() -> None:
    assert "Niemand zei welke dag het is." in text(site(), KEEPER, None)
    assert "Stand van" not in text(site(), KEEPER, None)


def test_a_network_page_leads_to_what_asks_for_attention() -> None:
    assert "wat-aandacht-vraagt/" in links(parse(html(site(), "netwerken/het-proefnet/")))


@pytest.mark.parametrize(
    "address", [PRODUCT, TRANSFER, REFLECTION, KEEPER, "scholen/de-proefschool/", "doorwerking/"]
)
def test_pages_on_which_time_matters_say_from_which_day_they_look(address: str) -> None:
    assert "Stand van 27 november 2026" in text(site(), address, "2026-11-27")
    assert "As of 27 November 2026" in text(site(language="en"), address, "2026-11-27")


def test_a_product_without_a_day_to_be_looked_at_says_nothing_of_time() -> None:
    found = catalogue(products={"idee": product()})
    assert "Stand van" not in text(found, "producten/idee/")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nobody_is_blamed_and_nothing_is_counted(language: str) -> None:
    for address in (KEEPER, OF_NETWORK, TRANSFER, PRODUCT, REFLECTION):
        shown = text(site(language=language), address).casefold()
        assert not [word for word in HARSH if word in shown]


def rendered(today: str) -> dict[str, str]:
    seen = replace(small_site(), today=date.fromisoformat(today))
    published = publish(seen)
    return {page.address: published.render(page) for page in published.pages.values()}


def test_pages_of_the_same_day_are_the_same() -> None:
    assert rendered("2026-11-27") == rendered("2026-11-27")


def test_another_day_changes_only_pages_that_say_from_which_day_they_look() -> None:
    before, after = rendered("2026-11-27"), rendered("2028-01-01")
    changed = {address for address in before if before[address] != after[address]}
    assert changed == {address for address in before if "Stand van 27" in before[address]}
    assert "producten/" not in changed
    assert "netwerken/het-proefnet/draaiboek/" not in changed


def test_what_somebody_wrote_stays_text() -> None:
    hostile = edited(adoption(), "next_step.what", "<b>{{ 7*7 }}</b> %(x)s {y}")
    found = catalogue(
        products={"proefles": complete_product(files=[], relations=[])},
        networks={"het-proefnet": network()},
        schools={"de-proefschool": school()},
        adoptions={("de-proefschool", "proefles"): hostile},
    )
    for address in (KEEPER, TRANSFER):
        assert "&lt;b&gt;{{ 7*7 }}&lt;/b&gt; %(x)s {y}" in html(found, address)
