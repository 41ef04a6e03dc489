"""Lists that are too long for one page: in parts, with plain links, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.addresses import Addresses
from brugwerk.publish.permanence.published import published
from brugwerk.render import long_lists
from brugwerk.render.kinds import school, travels
from brugwerk.render.long_lists import NO_LETTER, PART, WHOLE, by_name, letter
from brugwerk.settings import PathWords
from tests.builders import adoption, complete_product, network, product, reflection
from tests.builders import school as a_school
from tests.html import parse
from tests.in_memory import catalogue, publish, small_site

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue
    from brugwerk.publish.publication import Publication

AT = Addresses(PathWords())
MANY = 7
LISTS = [
    "producten/",
    "netwerken/",
    "draaiboeken/",
    "reflecties/",
    "scholen/",
    "doorwerking/vragen/",
    "bijdragen/wat-aandacht-vraagt/",
    "netwerken/net-0/wat-aandacht-vraagt/",
]


# How a list is cut.


names = st.lists(st.text("abcé1 Z", min_size=1, max_size=6), max_size=60)
weights = st.integers(1, 12)


@given(names.map(sorted), weights, st.integers(0, 20), st.integers(3, 20))
def test_parts_hold_every_item_once_and_in_order(
    found: list[str], weight: int, whole: int, most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_lists, "PART", most)
        cut = by_name(lambda name: name, lambda _: weight)
        parts = cut.parts(found, "scholen/", AT, whole)
    if len(found) * weight <= whole:
        assert parts == ()
        return
    # A shelf that comes back further on, as with marks, is put together with the first.
    assert sorted(item for part in parts for item in part.items) == found
    assert len({part.stretch.address for part in parts}) == len(parts)
    for part in parts:
        assert len(part.items) * weight <= most or len(part.items) == 1
        assert [item for item in found if item in part.items]


def test_whole_letters_share_a_part_while_they_fit_and_a_long_letter_is_numbered() -> None:
    found = [f"{first}{number:03}" for first in "abc" for number in range(40)]
    found += [f"d{number:03}" for number in range(230)]
    parts = by_name(str).parts(found, "scholen/", AT)
    assert [(part.stretch.address, len(part.items)) for part in parts] == [
        ("lijsten/scholen/a/", 80),
        ("lijsten/scholen/c/", 40),
        ("lijsten/scholen/d/", 100),
        ("lijsten/scholen/d/2/", 100),
        ("lijsten/scholen/d/3/", 30),
    ]
    assert (parts[0].stretch.first, parts[0].stretch.last) == ("a000", "b039")


def test_a_record_that_comes_moves_the_parts_of_its_own_letter_only() -> None:
    found = [f"{first}{number:03}" for first in "abcd" for number in range(80)]
    before = by_name(str).parts(found, "scholen/", AT)
    after = by_name(str).parts(sorted([*found, "b010x"]), "scholen/", AT)
    assert [part for part in after if part not in before] == [after[1]]


def test_a_list_that_fits_is_not_cut() -> None:
    assert by_name(str).parts(["x"] * WHOLE, "scholen/", AT) == ()
    assert by_name(str).parts(["x"] * (WHOLE + 1), "scholen/", AT) != ()
    assert PART <= WHOLE


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("École", "e"),
        ("  boog", "b"),
        ("'t Lage", NO_LETTER),
        ("3e kans", NO_LETTER),
        ("Ж", NO_LETTER),
    ],
)
def test_a_name_is_looked_up_under_its_first_letter(name: str, found: str) -> None:
    assert letter(name) == found


# The pages.


@pytest.fixture(scope="module")
def crowded() -> Catalogue:
    """More of every kind than a page may hold, once it may hold little."""
    numbers = range(MANY)
    waits: dict[str, Any] = {"text": "Wie weet dit?", "deadline": date(2026, 3, 1)}
    answer: dict[str, Any] = {"text": "En dit?", "answer": "Zo.", "answered_on": date(2026, 4, 1)}
    found = catalogue(
        products={
            **{
                f"les-{n}": complete_product(
                    title=f"{'abc'[n % 3]} les {n}", files=[], relations=[], networks=["net-0"]
                )
                for n in numbers
            },
            **{
                f"weg-{n}": product(
                    title=f"weg {n}",
                    status="retired",
                    retirement={"date": date(2026, 1, 1), "reason": "Niet meer van nu."},
                )
                for n in numbers
            },
        },
        networks={f"net-{n}": network(title=f"{'abc'[n % 3]} net {n}") for n in numbers},
        schools={f"s-{n}": a_school(name=f"{'abc'[n % 3]} school {n}") for n in numbers},
        adoptions={
            (f"s-{s}", f"les-{p}"): adoption(question=waits if p % 2 else answer)
            for s in numbers
            for p in range(4)
        },
        reflections={(f"net-{n}", f"2026-02-0{d}"): reflection() for n in numbers for d in (4, 5)},
    )
    return replace(found, today=date(2027, 1, 1))


@pytest.fixture
def site(crowded: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Publication:
    monkeypatch.setattr(long_lists, "WHOLE", 4)
    monkeypatch.setattr(long_lists, "PART", 3)
    monkeypatch.setattr("brugwerk.render.kinds.product_list.FEW", 2)
    return publish(crowded)


def links(site: Publication, address: str) -> set[str]:
    """Return the addresses that a page leads to, without those on the page itself."""
    found = parse(site.render(site.pages[f"{address}index.md"])).links()
    reached = (urljoin(f"/{address}", link).removeprefix("/") for link in found)
    return {link for link in reached if link.partition("#")[0] != address}


def parts_of(site: Publication, address: str) -> list[str]:
    """Return the parts that a page leads to."""
    return sorted(link for link in links(site, address) if link.startswith(f"lijsten/{address}"))


@pytest.mark.parametrize("address", LISTS)
def test_a_long_list_leads_to_all_that_it_held(
    site: Publication, crowded: Catalogue, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    parts = parts_of(site, address)
    assert len(parts) > 1
    found = links(site, address).union(*(links(site, part) for part in parts))
    monkeypatch.setattr(long_lists, "WHOLE", 1000)
    assert links(publish(crowded), address) <= found


@pytest.mark.parametrize("address", LISTS)
def test_the_parts_of_a_list_follow_each_other_and_lead_back(
    site: Publication, address: str
) -> None:
    for part in parts_of(site, address):
        page = parse(site.render(site.pages[f"{part}index.md"]))
        ways = {tag.get("rel"): tag.get("href") for tag in page.all("a") if tag.get("rel")}
        assert any(link.partition("#")[0] == address for link in links(site, part))
        assert ways or len(parts_of(site, address)) == 1
        for other, back in (("next", "prev"), ("prev", "next")):
            if there := ways.get(other):
                beside = urljoin(f"/{part}", there).removeprefix("/")
                found = parse(site.render(site.pages[f"{beside}index.md"])).all("a")
                returns = {tag.get("href") or "" for tag in found if tag.get("rel") == back}
                assert {urljoin(f"/{beside}", link) for link in returns} == {f"/{part}"}


def test_everything_that_a_page_leads_to_is_there(site: Publication) -> None:
    there = {page.address for page in site.pages.values()}
    records = {"transfer", "question", "version", "reflection", "school", "guide"}
    for address in (page.address for page in site.pages.values() if page.kind not in records):
        lists = {link.partition("#")[0] for link in links(site, address)}
        assert {link for link in lists if link.startswith("lijsten/")} <= there


def test_a_part_is_no_permanent_address_and_search_does_not_find_it(site: Publication) -> None:
    assert not any(address.startswith("lijsten/") for address in published(site))
    passing = [page for page in site.pages.values() if page.address.startswith("lijsten/")]
    assert passing
    assert not any(page.lasting or page.in_search for page in passing)


def test_no_part_of_the_small_site_is_cut() -> None:
    found = small_site()
    assert not [page for page in publish(found).pages if page.startswith("lijsten/")]


def test_the_search_page_leads_to_long_lists_instead_of_showing_them(site: Publication) -> None:
    found = links(site, "zoeken/")
    assert {"producten/#lesson", "netwerken/", "draaiboeken/", "scholen/", "reflecties/"} <= found
    assert not any(link.startswith("scholen/s-") for link in found)


def test_a_product_of_many_schools_has_them_in_parts_with_what_happened(site: Publication) -> None:
    parts = parts_of(site, "producten/les-0/")
    assert parts == [
        "lijsten/producten/les-0/scholen/a/",
        "lijsten/producten/les-0/scholen/b/",
        "lijsten/producten/les-0/scholen/c/",
    ]
    held = set().union(*(links(site, part) for part in parts))
    assert {f"scholen/s-{n}/les-0/" for n in range(MANY)} <= held


def test_a_network_of_many_schools_has_them_in_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    schools = {f"s-{n}": a_school(name=f"{'ab'[n % 2]} {n}", networks=["net"]) for n in range(6)}
    monkeypatch.setattr(long_lists, "WHOLE", 4)
    monkeypatch.setattr(long_lists, "PART", 3)
    monkeypatch.setattr("brugwerk.render.kinds.guide.MOST_SCHOOLS", 4)
    site = publish(catalogue(networks={"net": network(schools=[])}, schools=schools))
    parts = parts_of(site, "netwerken/net/")
    assert len(parts) == 2
    assert {f"scholen/{school}/" for school in schools} <= set().union(
        *(links(site, part) for part in parts)
    )
    assert "netwerken/net/#scholen" in links(site, "netwerken/net/draaiboek/")


def test_where_a_table_would_be_too_long_products_lead_to_their_schools(
    site: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(travels, "MOST_LINES", 5)
    found = links(site, "netwerken/net-0/doorwerking/")
    assert {f"producten/les-{n}/#in-scholen" for n in range(4)} <= found
    page = site.pages["netwerken/net-0/doorwerking/index.md"]
    assert parse(site.render(page)).all("table") == []
    assert "doorwerking/vragen/" in found


def test_a_school_sees_no_more_suggestions_than_a_team_looks_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(school, "MOST_SUGGESTIONS", 2)
    found = catalogue(
        products={
            f"les-{n}": complete_product(title=f"les {n}", files=[], relations=[], networks=["net"])
            for n in range(3)
        },
        networks={"net": network(schools=[])},
        schools={"s": a_school(networks=["net"])},
    )
    shown = links(publish(found), "scholen/s/")
    assert {"producten/les-0/", "producten/les-1/", "zoeken/"} <= shown
    assert "producten/les-2/" not in shown


def test_no_page_of_a_national_list_is_too_long_for_a_phone() -> None:
    products = {
        f"les-{n}": complete_product(
            title=f"{chr(97 + n % 3)} les over breuken {n}", files=[], relations=[], networks=[]
        )
        for n in range(700)
    }
    site = publish(catalogue(products=products))
    pages = [page for page in site.pages.values() if page.kind == "product-list"]
    assert len(pages) == 1 + 9
    assert max(len(site.render(page).encode()) for page in pages) < 150_000
