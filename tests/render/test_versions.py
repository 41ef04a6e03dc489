"""Earlier versions stay readable, and are compared where a school uses one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.builders import (
    adoption,
    complete_product,
    earlier_product,
    edited,
    network,
    product,
    school,
)
from tests.html import Parsed, parse
from tests.in_memory import catalogue, publish, small_site

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue

Record = dict[str, Any]
VERSION = "producten/proefles/versies/1.0/"
TRANSFER = "scholen/de-proefschool/proefles/"


def site(
    *,
    present: Record | None = None,
    kept: dict[str, Record] | None = None,
    adopted: Record | None = None,
    bodies: dict[str, str] | None = None,
) -> Catalogue:
    """One product with kept versions, at one school."""
    versions = {"1.0": earlier_product(files=[])} if kept is None else kept
    return catalogue(
        products={
            "proefles": present or complete_product(files=[]),
            "los-idee": product(),
        },
        networks={"het-proefnet": network()},
        schools={"de-proefschool": school()},
        adoptions={("de-proefschool", "proefles"): adopted or adoption()},
        versions={("proefles", version): record for version, record in versions.items()},
        bodies=bodies,
    )


def addresses(found: Catalogue) -> set[str]:
    return {page.address for page in publish(found).pages.values()}


def shown(found: Catalogue, address: str) -> Parsed:
    ready = publish(found)
    return parse(ready.render(ready.pages[f"{address}index.md"]))


def test_an_earlier_version_has_a_page_outside_search_that_leads_to_the_newest() -> None:
    found = small_site()
    page = publish(found).pages[f"{VERSION}index.md"]
    assert not page.in_search
    assert page.title == "Een proefles, versie 1.0"
    read = shown(found, VERSION)
    assert "Dit is een eerdere versie." in read.text
    assert "../../" in read.links()
    assert "Twee of meer." in read.text


def test_the_present_version_has_no_page_of_its_own_while_the_next_is_written() -> None:
    found = site(kept={"1.1": complete_product(files=[])})
    assert not any("versies" in address for address in addresses(found))


def test_the_list_of_changes_links_to_what_is_kept_and_to_nothing_else() -> None:
    links = shown(site(), "producten/proefles/").links()
    assert "versies/1.0/" in links
    assert "versies/1.1/" not in links
    assert "versies/1.0/" not in shown(site(kept={}), "producten/proefles/").links()


def test_links_in_the_text_of_an_earlier_version_start_where_they_started() -> None:
    file = "products/proefles/versions/1.0.md"
    found = site(bodies={file: "Zie [het blad](files/blad.pdf)."})
    assert "../../files/blad.pdf" in shown(found, VERSION).links()


def test_an_earlier_version_names_nobody_and_follows_no_reference() -> None:
    consent = {"given_on": date(2026, 1, 5), "scope": "naam bij dit product"}
    named = [{"name": "Een Verzonnen Naam", "role": "teacher", "consent": consent}]
    gone = [{"kind": "pairs-with", "product": "verdwenen"}]
    kept = earlier_product(files=[], credits=named, relations=gone, networks=["verdwenen"])
    text = shown(site(kept={"1.0": kept}), VERSION).text
    assert "Een Verzonnen Naam" not in text
    assert "verdwenen" not in text
    assert "Het proefnet" in text


def test_an_attachment_that_is_gone_is_named_without_a_link() -> None:
    read = shown(site(kept={"1.0": earlier_product()}), VERSION)
    assert "Werkblad niet meer beschikbaar" in read.text
    assert not any("werkblad" in link for link in read.links())


def test_a_transfer_page_shows_the_parts_of_the_version_that_the_school_uses() -> None:
    text = shown(site(), TRANSFER).text
    assert "Wat er anders is in versie 1.1" in text
    assert "Grens (eerst) Twee of meer." in text
    assert "Grens (nu) Drie of meer." in text
    assert "Kijk of jullie keuze erbinnen valt." in text


def test_where_no_part_changed_the_page_says_that_choices_can_stay() -> None:
    kept = {"1.0": complete_product(version="1.0", files=[])}
    text = shown(site(kept=kept), TRANSFER).text
    assert "zijn gelijk gebleven" in text
    assert "kan in versie 1.1 zo blijven" in text


def test_without_a_kept_version_the_page_says_what_it_cannot_show() -> None:
    text = shown(site(kept={}), TRANSFER).text
    assert "1.1: Kortere uitleg." in text
    assert "De tekst van versie 1.0 is niet bewaard." in text
    assert "Wat dit voor jullie betekent" not in text


def test_a_school_with_the_present_version_reads_nothing_of_earlier_ones() -> None:
    text = shown(site(adopted=adoption(version="1.1")), TRANSFER).text
    assert "nieuwere versie" not in text
    assert "Wat er anders is" not in text


def test_a_school_that_stopped_reads_what_changed_and_is_asked_nothing() -> None:
    stopped = adoption(stage="stopped", reason="Het paste niet.")
    text = shown(site(adopted=stopped), TRANSFER).text
    assert "Grens (eerst) Twee of meer." in text
    assert "Wat dit voor jullie betekent" not in text


def test_every_kind_of_change_and_consequence_has_words() -> None:
    core = {"id": "nieuw", "what": "Nieuw vast deel", "why": "Daarom."}
    now_fixed = core | {"id": "werkvorm", "what": "Werkvorm staat vast"}
    now_free = {"id": "eerst-zelf", "what": "Eerst zelf, of niet", "limit": "Naar keuze."}
    condition = {"id": "lokaal", "what": "Een lokaal", "kind": "time", "need": "required"}
    present = complete_product(
        files=[], core=[core, now_fixed], adaptable=[now_free], conditions=[condition]
    )
    both = [
        {"element": "groepsgrootte", "choice": "Vier leerlingen."},
        {"element": "werkvorm", "choice": "In een kring."},
    ]
    text = shown(site(present=present, adopted=adoption(choices=both)), TRANSFER).text
    for words in (
        "Nieuw in de kern",
        "Was vrij, staat nu vast",
        "Stond vast, is nu vrij",
        "Valt niet meer te kiezen",
        "Nieuwe voorwaarde",
        "Voorwaarde die niet meer nodig is",
        "Bespreek of jullie deze keuze nog nodig hebben.",
        "Hier kozen jullie zelf.",
        "mag je nu zelf kiezen",
        "Doen jullie het al?",
        "Is het geregeld?",
    ):
        assert words in text


def test_options_needs_and_what_was_not_said_are_put_in_words() -> None:
    kept = edited(earlier_product(files=[]), "conditions.0.need", "helpful")
    kept = edited(kept, "adaptable.0.options", ["twee", "drie"])
    text = shown(site(kept={"1.0": kept}), TRANSFER).text
    for words in ("(eerst) helpend", "(nu) nodig", "(eerst) twee; drie", "(nu) –"):
        assert words in text
