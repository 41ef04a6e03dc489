"""A guide as one booklet: everything in it, and a contents list that leads to all of it."""

from __future__ import annotations

import pytest

from brugwerk.exports.booklet import contents
from brugwerk.render.headings import Heading
from tests.builders import meeting, network
from tests.exports.made import made
from tests.html import Parsed, parse
from tests.in_memory import catalogue, publish, small_site

ADDRESS = "netwerken/het-proefnet/draaiboek/boekje/index.html"


def booklet(**settings: str) -> Parsed:
    return parse(made(small_site(**settings), "boekje/index.html")[ADDRESS].decode())


def test_a_booklet_holds_the_whole_guide() -> None:
    site = publish(small_site())
    guide = parse(site.render(site.pages["netwerken/het-proefnet/draaiboek/index.md"]))
    titles = [h.text for h in guide.all("h1", "h2", "h3")]
    assert [h.text for h in booklet().all("h1", "h2", "h3") if h.text != "Inhoud"] == titles


def test_the_contents_list_names_each_chapter_and_each_meeting_and_leads_there() -> None:
    found = booklet()
    listed = [e.get("href") or "" for e in found.all("a") if (e.get("href") or "").startswith("#")]
    chapters = [f"#{e.get('id')}" for e in found.all("h2") if e.get("id") != "inhoud"]
    assert set(chapters) <= set(listed)
    assert {"#bijeenkomst-1", "#bijeenkomst-2"} <= set(listed)
    assert {link.removeprefix("#") for link in listed} <= set(found.ids())


def test_meetings_stand_below_their_chapter_and_other_parts_stay_out() -> None:
    heads = (
        Heading(2, "a", "A"),
        Heading(3, "vast-kop", "Vast"),
        Heading(2, "b", "B"),
        Heading(3, "bijeenkomst-1", "1. Een"),
    )
    assert contents(heads) == ((heads[0], ()), (heads[2], (heads[3],)))


@pytest.mark.parametrize("title", ["<i>A & B</i>", "مدرسة 🎒", "x" * 300])
def test_titles_of_meetings_stand_in_the_contents_list_as_they_are(title: str) -> None:
    found = catalogue(networks={"net": network(schools=[], meetings=[meeting(title=title)])})
    (text,) = made(found, "boekje/index.html").values()
    links = [e.text for e in parse(text.decode()).all("a") if e.get("href") == "#bijeenkomst-1"]
    assert f"1. {title}" in links


def test_the_cover_says_where_the_newest_guide_stands() -> None:
    here = "https://example.org/werk/"
    assert f"{here}netwerken/het-proefnet/draaiboek/" in booklet(address=here).text


def test_a_network_without_meetings_has_no_booklet() -> None:
    assert made(catalogue(networks={"net": network(schools=[], meetings=[])}), "index.html") == {}
