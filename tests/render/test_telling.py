"""The foot of product and transfer pages: a way to tell, with what the page knows filled in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.builders import adoption, complete_product, network, product, school
from tests.html import Parsed, parse
from tests.in_memory import catalogue, publish

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue

GITHUB = "https://github.com/voorbeeld/kennisbank"
MAIL = "redactie@example.org"
PRODUCT = "producten/proefles/"
SHEET = "producten/proefles/transfer/"
TRANSFER = "scholen/de-proefschool/proefles/"


def site(**settings: Any) -> Catalogue:
    """A site on which a school uses an older version of a product."""
    return catalogue(
        products={"proefles": complete_product(files=[]), "los-idee": product()},
        networks={"het-proefnet": network()},
        schools={"de-proefschool": school()},
        adoptions={("de-proefschool", "proefles"): adoption(version="1.0")},
        settings=settings,
    )


@cache
def shown(address: str, **settings: Any) -> Parsed:
    published = publish(site(**settings))
    return parse(published.render(published.pages[f"{address}index.md"]))


def told(address: str, **settings: Any) -> dict[str, dict[str, str]]:
    """What each link at the foot carries, by its text."""
    links = shown(address, **settings).all("a")
    return {
        " ".join(link.text.split()): dict(parse_qsl(urlsplit(link.attributes["href"]).query))
        for link in links
        if link.attributes["href"].startswith((f"{GITHUB}/issues/new", "mailto:"))
    }


@pytest.mark.parametrize("address", [PRODUCT, SHEET])
def test_a_product_and_its_empty_sheet_know_the_product_and_its_version(address: str) -> None:
    links = told(address, repository=GITHUB)
    assert list(links) == ["Wij gebruiken dit", "Iets over dit product zeggen"]
    for form, link in zip(("adoption", "feedback"), links.values(), strict=True):
        assert link["template"] == f"{form}.yml"
        assert (link["product"], link["version"]) == ("proefles", "1.1")
        assert "school" not in link


def test_a_transfer_page_knows_the_school_and_the_version_that_it_uses() -> None:
    links = told(TRANSFER, repository=GITHUB)
    feedback = links["Iets over dit product zeggen"]
    assert (feedback["school"], feedback["version"]) == ("de-proefschool", "1.0")
    # The school has a page already; whoever tells this here is another school, with what is newest.
    adopting = links["Wij gebruiken dit"]
    assert "school" not in adopting
    assert adopting["version"] == "1.1"


def test_a_draft_can_be_talked_about_and_not_adopted() -> None:
    assert list(told("producten/los-idee/", repository=GITHUB)) == ["Iets over dit product zeggen"]


def test_with_a_mail_address_too_nobody_needs_an_account() -> None:
    links = [
        (link.attributes.get("aria-label") or link.text, link.attributes["href"].partition("?")[0])
        for link in shown(PRODUCT, repository=GITHUB, contact=MAIL).all("a")
        if "?" in link.attributes["href"] and "/formulier/" not in link.attributes["href"]
    ]
    assert links == [
        ("Wij gebruiken dit", f"{GITHUB}/issues/new"),
        ("of per mail: wij gebruiken dit", f"mailto:{MAIL}"),
        ("Iets over dit product zeggen", f"{GITHUB}/issues/new"),
        ("of per mail: iets over dit product zeggen", f"mailto:{MAIL}"),
    ]


def test_with_only_a_mail_address_the_links_are_mail() -> None:
    page = shown(PRODUCT, contact=MAIL)
    assert [link.partition("?")[0] for link in page.links() if "mailto" in link] == [
        f"mailto:{MAIL}"
    ] * 2
    assert "Je mailprogramma gaat open." in page.text


@pytest.mark.parametrize("address", [PRODUCT, SHEET, TRANSFER])
def test_without_a_way_there_is_no_foot(address: str) -> None:
    page = shown(address)
    assert page.all("aside") == []
    assert told(address) == {}


def test_on_an_english_site_the_foot_is_english() -> None:
    links = told(PRODUCT, repository=GITHUB, language="en")
    assert list(links) == ["We use this", "Say something about this product"]
    assert links["We use this"]["title"] == "We use this product: Een proefles"


@pytest.mark.parametrize("address", [PRODUCT, SHEET, TRANSFER])
def test_the_foot_holds_nothing_that_search_finds_on_every_page(address: str) -> None:
    (foot,) = shown(address, repository=GITHUB).all("aside")
    assert "data-search-exclude" in foot.attributes
    assert foot.attributes["aria-label"]
    assert shown(address, repository=GITHUB).dangers() == []
