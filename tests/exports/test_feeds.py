"""Feeds of new versions, read by feedparser, and by JSON Feed's own rules."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from hypothesis import given, settings

from brugwerk.exports import fetched_again_and_again, head_of_page, head_of_site
from brugwerk.exports.feed import MOST
from tests.builders import earlier_product, network, product
from tests.exports.grounds import (
    ADDRESS,
    HARD,
    PERSON,
    PUBLISHED,
    alone,
    ground_of,
    lines,
    products,
    published,
)
from tests.html import parse
from tests.in_memory import catalogue, publish, small_site

if TYPE_CHECKING:
    from brugwerk.exports import Ground

HERE = f"{ADDRESS}producten/proefles/"


def files(ground: Ground) -> dict[str, bytes]:
    return {e.address: e.make() for e in fetched_again_and_again(ground) if "feed" in e.address}


def atom(ground: Ground, address: str = "feed.xml") -> Any:
    """The feed as feedparser reads it; it complains of what is not well formed."""
    found = feedparser.parse(files_at(ground, address))
    assert not found.bozo, found.get("bozo_exception")
    return found


def files_at(ground: Ground, address: str) -> bytes:
    (found,) = (e.make() for e in fetched_again_and_again(ground) if e.address == address)
    return found


def json_feed(ground: Ground, address: str = "feed.json") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files_at(ground, address))
    return found


def test_a_version_is_news_on_the_day_that_the_record_names() -> None:
    found = atom(products(proefles=alone()))
    assert [(e.title, e.published, e.updated) for e in found.entries] == [
        ("Een proefles, versie 1.1", "2026-01-14T12:00:00Z", "2026-01-14T12:00:00Z"),
        ("Een proefles, versie 1.0", "2025-11-05T12:00:00Z", "2025-11-05T12:00:00Z"),
    ]
    assert found.feed.updated == "2026-01-14T12:00:00Z"


def test_news_says_what_changed_who_made_it_what_it_is_about_and_what_one_may_do() -> None:
    entry = atom(products(proefles=alone())).entries[0]
    assert entry.summary == "Kortere uitleg."
    assert entry.content[0].value.startswith("<p>Kortere uitleg.</p>\n<p>Voor groep 5.")
    assert [author.name for author in entry.authors] == ["Het proefnet (verzonnen)"]
    assert {tag.label for tag in entry.tags} == {"(hoog)begaafdheid", "rekenen en wiskunde"}
    assert entry.rights.startswith("CC BY-SA")
    assert entry.link == HERE


def test_a_feed_says_its_language_and_where_it_stands() -> None:
    found = atom(products(proefles=alone()))
    links = {link.rel: link.href for link in found.feed.links}
    assert links == {"self": f"{ADDRESS}feed.xml", "alternate": f"{ADDRESS}producten/"}
    assert (found.feed.language, found.feed.title) == ("nl", "Nieuw en vernieuwd: Brugwerk")
    assert found.feed.id == f"{ADDRESS}feed.xml"


def test_both_formats_tell_the_same() -> None:
    ground = published()
    entries, feed = atom(ground).entries, json_feed(ground)
    assert [(e.id, e.link, e.title, e.published) for e in entries] == [
        (i["id"], i["url"], i["title"], i["date_published"]) for i in feed["items"]
    ]


def test_a_json_feed_holds_what_its_version_asks() -> None:
    feed = json_feed(products(proefles=alone()))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{ADDRESS}feed.json"
    item = feed["items"][0]
    assert isinstance(item["id"], str)
    assert item["content_html"]
    assert item["language"] == "nl"
    assert item["authors"][0]["name"] == "Het proefnet (verzonnen)"


def test_an_earlier_version_that_was_kept_is_linked_to_itself() -> None:
    entries = {e.title: e.link for e in atom(published()).entries}
    assert entries["Een proefles, versie 1.1"] == HERE
    assert entries["Een proefles, versie 1.0"] == f"{HERE}versies/1.0/"


def test_a_product_that_retired_is_news_with_its_reason() -> None:
    gone = {"date": date(2026, 8, 31), "reason": "De site bestaat *niet* meer."}
    entry = atom(products(proefles=alone(status="retired", retirement=gone))).entries[0]
    assert entry.title == "Teruggetrokken: Een proefles"
    assert (entry.summary, entry.published[:10]) == ("De site bestaat niet meer.", "2026-08-31")


def test_ids_stay_when_a_product_gets_another_name_or_a_next_version() -> None:
    before = {e.id for e in atom(products(proefles=alone())).entries}
    change = {"version": "2.0", "date": date(2026, 9, 1), "note": "Nieuw."}
    renamed = alone(aliases=["proefles"], version="2.0", changes=[*alone()["changes"], change])
    after = [e.id for e in atom(products(andere_naam=renamed)).entries]
    assert len(after) == len(set(after))
    assert set(after) == before | {f"{HERE}versies/2.0/"}


def test_two_versions_of_one_day_stand_newest_first() -> None:
    day = date(2026, 1, 14)
    changes = [{"version": v, "date": day, "note": "Anders."} for v in ("1.9", "1.10")]
    found = atom(products(proefles=alone(version="1.10", changes=changes)))
    assert [e.title[-4:] for e in found.entries] == ["1.10", " 1.9"]


def test_a_product_without_a_date_is_no_news() -> None:
    ground = products(idee=product())
    assert files(ground) == {}
    assert "alternate" not in head_of_site(ground)


def test_a_feed_holds_what_is_newest_and_not_everything() -> None:
    start = date(2020, 1, 1)
    changes = [
        {"version": f"1.{n}", "date": start + timedelta(days=n), "note": "Anders."}
        for n in range(MOST + 5)
    ]
    found = atom(products(proefles=alone(version=f"1.{MOST + 4}", changes=changes)))
    assert len(found.entries) == MOST
    assert found.entries[0].title.endswith(f"1.{MOST + 4}")


def test_networks_and_themes_have_feeds_of_their_own() -> None:
    other = network(meetings=[], schools=[], title="Het tweede net (verzonnen)")
    ground = ground_of(
        catalogue(
            products={
                "proefles": alone(),
                "andere": alone(networks=["het-tweede"], themes=["ouders"]),
            },
            networks={"het-proefnet": network(meetings=[], schools=[]), "het-tweede": other},
            settings=PUBLISHED,
        )
    )
    addresses = {export.address for export in fetched_again_and_again(ground)}
    assert {"volgen/ouders.xml", "volgen/hoogbegaafdheid.json"} <= addresses
    assert "volgen/studenten.xml" not in addresses
    second = atom(ground, "netwerken/het-tweede/feed.xml")
    assert {e.link for e in second.entries} == {f"{ADDRESS}producten/andere/"}
    assert second.feed.title == "Nieuw en vernieuwd: Het tweede net (verzonnen)"
    assert len(atom(ground).entries) == 4


def test_a_page_leads_to_the_feeds_and_that_of_a_network_to_its_own() -> None:
    ground = published()
    everywhere = head_of_site(ground)
    assert (
        f'type="application/atom+xml" title="Nieuw en vernieuwd: Brugwerk" href="{ADDRESS}feed.xml"'
        in everywhere
    )
    # The theme takes what is an alternate and nothing else for a translation of the whole site.
    assert 'rel="alternate feed"' in everywhere
    assert 'rel="alternate"' not in everywhere
    page = ground.pages["netwerken/het-proefnet/index.md"]
    assert f'href="{ADDRESS}netwerken/het-proefnet/feed.json"' in head_of_page(page, ground)
    other = ground.pages["producten/proefles/index.md"]
    assert "netwerken/het-proefnet/feed" not in head_of_page(other, ground)


def test_the_page_to_follow_from_names_every_feed() -> None:
    ground = published()
    linked = parse(ground.content(ground.pages["volgen/index.md"])).links()
    fed = {e.address for e in fetched_again_and_again(ground)} - {"oai.xml", "catalogue.json"}
    assert {
        link.removeprefix("../") if "../" in link else f"volgen/{link}" for link in linked
    } == fed


@pytest.mark.parametrize("page", ["producten/index.md", "netwerken/het-proefnet/index.md"])
def test_readers_find_the_page_to_follow_from(page: str) -> None:
    ground = published()
    assert any(x.endswith("volgen/") for x in parse(ground.content(ground.pages[page])).links())


def test_a_site_without_an_address_has_no_feeds_and_does_not_speak_of_them() -> None:
    ground = ground_of(small_site())
    assert {e.address for e in fetched_again_and_again(ground)} == {"catalogue.json"}
    assert "volgen/index.md" not in ground.pages
    assert "volgen" not in ground.content(ground.pages["producten/index.md"])


def test_an_english_site_says_it_in_english() -> None:
    assert atom(published(language="en")).feed.title == "New and renewed: Brugwerk"


def test_a_feed_names_nobody() -> None:
    ground = products(proefles=alone(credits=[PERSON]))
    assert all(PERSON["name"].encode() not in content for content in files(ground).values())


def test_the_ledger_keeps_the_addresses_of_feeds() -> None:
    site = publish(small_site(**PUBLISHED))
    assert {"feed.xml", "volgen/", "netwerken/het-proefnet/feed.json", "oai.xml"} <= site.published
    assert "producten/proefles/nl-lom.xml" not in site.published


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_are_read_back(text: str) -> None:
    ground = products(proefles=alone(title=text))
    assert json_feed(ground)["items"][0]["title"] == f"{text}, versie 1.1"
    raw = files_at(ground, "feed.xml")
    assert feedparser.parse(raw, sanitize_html=False).entries[0].title == f"{text}, versie 1.1"


@settings(max_examples=25)
@given(lines)
def test_whatever_a_record_may_say_leaves_the_feed_whole(text: str) -> None:
    ground = products(proefles=alone(title=text))
    assert not feedparser.parse(files_at(ground, "feed.xml")).bozo
    assert json_feed(ground)["items"][0]["title"] == f"{text}, versie 1.1"


def test_a_kept_version_is_told_of_once() -> None:
    found = catalogue(
        products={"proefles": alone()},
        networks={"het-proefnet": network(meetings=[], schools=[])},
        versions={("proefles", "1.0"): earlier_product(files=[], relations=[])},
        settings=PUBLISHED,
    )
    assert len(atom(ground_of(found)).entries) == 2
