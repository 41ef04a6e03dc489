"""School and transfer pages in a frame of their own."""

from __future__ import annotations

import html
import re

import pytest

from brugwerk.render.policy import POLICY
from brugwerk.render.sharing import sharing
from tests.builders import adoption, school
from tests.exports.made import made
from tests.html import Parsed, parse
from tests.in_memory import catalogue, publish, small_site

SCHOOL = "scholen/de-proefschool/"
TRANSFER = f"{SCHOOL}proefles/"
HERE = "https://example.org/werk/"
SETTINGS = {"repository": "https://git.example.org/a/b", "contact": "redactie@example.org"}


def frames(**settings: str) -> dict[str, str]:
    found = made(small_site(**settings), "insluiten/index.html")
    return {
        address.removesuffix("insluiten/index.html"): t.decode() for address, t in found.items()
    }


def frame(page: str, **settings: str) -> Parsed:
    return parse(frames(**settings)[page])


def test_each_school_and_each_product_at_a_school_can_stand_elsewhere_and_nothing_else() -> None:
    assert set(frames()) == {SCHOOL, TRANSFER}


@pytest.mark.parametrize("page", [SCHOOL, TRANSFER])
def test_what_stands_elsewhere_is_what_stands_here(page: str) -> None:
    site = publish(small_site())
    here = parse(site.render(site.pages[f"{page}index.md"]))
    there = frame(page)
    assert [h.text for h in there.all("h1", "h2")] == [h.text for h in here.all("h1", "h2")]


@pytest.mark.parametrize("page", [SCHOOL, TRANSFER])
def test_no_menu_no_form_and_no_script_come_along(page: str) -> None:
    found = frame(page, **SETTINGS)
    assert not found.all("nav", "header", "form", "script", "textarea", "aside")
    assert not [link for link in found.links() if link.startswith("mailto:")]


def test_the_policy_of_the_site_comes_before_anything_else() -> None:
    for text in frames().values():
        first = re.search(r"<head>\s*<(meta[^>]*)>", text)
        assert first
        assert html.unescape(first.group(1)).endswith(f'content="{POLICY}"')


@pytest.mark.parametrize(
    ("settings", "canonical"), [({"address": HERE}, f"{HERE}{TRANSFER}"), ({}, "../")]
)
def test_search_engines_are_led_to_the_page_itself(
    settings: dict[str, str], canonical: str
) -> None:
    head = frame(TRANSFER, **settings).all("link")
    assert [e.get("href") for e in head if e.get("rel") == "canonical"] == [canonical]


def test_links_open_beside_the_site_that_shows_the_page_and_parts_stay_in_it() -> None:
    found = frame(TRANSFER)
    assert [e.get("target") for e in found.all("base")] == ["_blank"]
    assert "../../../../producten/proefles/" in found.links()
    inside = [e for e in found.all("a") if (e.get("href") or "").startswith("#")]
    assert inside
    assert {e.get("target") for e in inside} == {"_self"}


@pytest.mark.parametrize(
    "name", ['"><script>alert(1)</script>', "A & B 'C' 🎒", "مدرسة", "x" * 300]
)
def test_a_name_of_any_kind_survives_in_the_frame_and_in_the_snippet(name: str) -> None:
    found = catalogue(schools={"s": school(name=name, networks=[])}, settings={"address": HERE})
    (text,) = made(found, "insluiten/index.html").values()
    assert parse(text.decode()).all("h1")[0].text == name
    site = publish(found)
    page = parse(site.render(site.pages["scholen/s/index.md"]))
    (snippet,) = [e.text for e in page.all("textarea")]
    (shown,) = parse(snippet).all("iframe")
    assert shown.get("title") == name
    assert shown.get("src") == f"{HERE}scholen/s/insluiten/"
    assert len(parse(snippet).elements) == 1


def test_the_snippet_lets_nothing_run_and_nothing_lead_the_page_away() -> None:
    share = sharing(publish(small_site(address=HERE)).templates, SCHOOL, "Een school")
    (shown,) = parse(share.snippet).all("iframe")
    allowed = (shown.get("sandbox") or "").split()
    assert "allow-scripts" not in allowed
    assert not [word for word in allowed if "top-navigation" in word]
    assert shown.get("loading") == "lazy"


def test_without_an_address_of_the_site_there_is_no_code_and_the_snippet_waits_for_one() -> None:
    site = publish(small_site())
    text = site.render(site.pages[f"{TRANSFER}index.md"])
    found = parse(text)
    assert not [e for e in found.all("img") if "qr.svg" in (e.get("src") or "")]
    assert 'data-link="insluiten/" hidden' in text


def test_an_adoption_of_a_product_by_the_name_of_a_frame_is_two_pages_at_one_address() -> None:
    found = small_site()
    record = dict(found.adoptions["de-proefschool", "proefles"].source.data)
    clash = catalogue(
        products={"insluiten": dict(found.products["proefles"].source.data) | {"relations": []}},
        networks={"het-proefnet": dict(found.networks["het-proefnet"].source.data)},
        schools={"de-proefschool": school()},
        adoptions={("de-proefschool", "insluiten"): record},
    )
    with pytest.raises(ValueError, match="scholen/de-proefschool/insluiten/"):
        _ = publish(clash).pages


def test_a_school_that_stopped_can_show_that_too() -> None:
    found = catalogue(
        products={"les": dict(small_site().products["los-idee"].source.data) | {"version": "1.0"}},
        schools={"s": school(networks=[])},
        adoptions={
            ("s", "les"): adoption(
                stage="stopped", reason="Geen uren.", choices=[], deviations=[], conditions=[]
            )
        },
    )
    texts = made(found, "les/insluiten/index.html")
    assert "Geen uren." in texts["scholen/s/les/insluiten/index.html"].decode()
