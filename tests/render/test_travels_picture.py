"""The picture, the table and the pages of questions say the same, and lead to the same places."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.render.kinds.travels import MOST_LINES
from brugwerk.render.travels_picture import (
    Band,
    Crossing,
    Origin,
    Place,
    narrow_picture,
    wide_picture,
)
from tests.builders import adoption, exploring_adoption, network, product, school
from tests.html import Parsed, parse
from tests.in_memory import catalogue, publish

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue
    from brugwerk.derive.travels import Standing

Record = dict[str, Any]
PICTURES = [wide_picture, narrow_picture]


def crossing(school_name: str = "De School", standing: Standing = "in-use") -> Crossing:
    return Crossing(
        Place(school_name, "scholen/s/"), "leraar", "toepassen", standing, "scholen/s/p/", "Zin."
    )


def drawn(picture: Any, *crossings: Crossing) -> Parsed:
    origin = Origin(Place("Een les", "producten/p/"), crossings)
    band = Band((Place("Het net", "netwerken/n/"),), (origin,))
    return parse(picture((band,), lambda address: f"../{address}", "Wat", "Hoe"))


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_leads_from_network_and_product_over_the_transfer_page_to_the_school(
    picture: Any,
) -> None:
    assert drawn(picture, crossing()).links() == [
        "../netwerken/n/",
        "../producten/p/",
        "../scholen/s/p/",
        "../scholen/s/",
    ]


@pytest.mark.parametrize("picture", PICTURES)
def test_bridge_role_and_stage_stand_on_the_line(picture: Any) -> None:
    (link,) = [a for a in drawn(picture, crossing()).all("a") if a.get("href") == "../scholen/s/p/"]
    assert link.text == "Zin.leraartoepassen"


@pytest.mark.parametrize("picture", PICTURES)
def test_lines_differ_by_standing_only(picture: Any) -> None:
    standings: tuple[Standing, ...] = ("ahead", "in-use", "ended")
    paths = drawn(picture, *(crossing(standing=s) for s in standings)).all("path")
    kinds = [p.get("class") for p in paths if p.get("class") != "travels-trunk"]
    assert list(dict.fromkeys(kinds)) == [f"travels-line travels-{s}" for s in standings]


@pytest.mark.parametrize("picture", PICTURES)
def test_everything_stands_inside_the_picture_and_no_two_boxes_overlap(picture: Any) -> None:
    names = ["Kort", "Een school met een heel lange naam in een dorp hier ver vandaan", "Onder"]
    read = drawn(picture, *(crossing(name) for name in names))
    (svg,) = read.all("svg")
    width, height = (float(n) for n in (svg.get("viewbox") or "").split()[2:])
    boxes = [
        tuple(float(r.get(name) or "") for name in ("x", "y", "width", "height"))
        for r in read.all("rect")
        if r.get("class") != "travels-band"
    ]
    for x, y, w, h in boxes:
        assert x >= 0
        assert y >= 0
        assert x + w <= width
        assert y + h <= height
    for i, (x, y, w, h) in enumerate(boxes):
        for x2, y2, w2, h2 in boxes[i + 1 :]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def site(*schools: str, **changes: Any) -> Catalogue:
    return catalogue(
        products={"les": product(title="Een les", version="1.0", networks=["net"])},
        networks={"net": network(title="Het net", schools=[])},
        schools={s: school(name=f"School {s}", networks=[]) for s in schools},
        adoptions={(s, "les"): exploring_adoption(**changes) for s in schools},
    )


def shown(found: Catalogue, address: str) -> Parsed:
    site = publish(found)
    return parse(site.render(site.pages[f"{address}index.md"]))


PAGES = ["doorwerking/", "netwerken/net/doorwerking/"]


@pytest.mark.parametrize("address", PAGES)
def test_the_table_leads_where_the_pictures_lead(address: str) -> None:
    published = publish(site("a", "b"))
    html = published.render(published.pages[f"{address}index.md"])
    pictures = parse(html[html.index('<svg class="travels-picture') : html.index("<table")])
    table = parse(html[html.index("<table") : html.index("</table>")])
    assert sorted(pictures.links()) == sorted(table.links() * 2)
    assert len(pictures.all("svg")) == 2


@pytest.mark.parametrize("address", PAGES)
def test_with_no_adoption_the_page_says_so(address: str) -> None:
    page = shown(site(), address)
    assert "Nog geen school heeft verteld" in page.text
    assert page.all("svg", "table") == []


def test_too_many_lines_are_no_picture() -> None:
    many = site(*(f"s{n}" for n in range(MOST_LINES + 1)))
    everything, own = (shown(many, address) for address in PAGES)
    assert everything.all("svg") == own.all("svg") == []
    assert everything.all("table") == []
    assert "../netwerken/net/doorwerking/" in everything.links()
    assert len(own.all("tr")) == MOST_LINES + 3


def test_beyond_a_picture_a_product_without_a_network_is_still_found_over_all() -> None:
    many = catalogue(
        products={"les": product(title="Een les", version="1.0")},
        schools={f"s{n}": school(networks=[]) for n in range(MOST_LINES + 1)},
        adoptions={(f"s{n}", "les"): exploring_adoption() for n in range(MOST_LINES + 1)},
    )
    assert "../producten/les/" in shown(many, "doorwerking/").links()


# Questions.


def test_a_question_has_an_address_of_its_own_to_which_other_pages_lead() -> None:
    found = site("a", question={"text": "Wie weet dit?"})
    question = "doorwerking/vragen/a/les/"
    assert "Wie weet dit?" in shown(found, question).text
    for address in (*PAGES, "doorwerking/vragen/", "netwerken/net/", "scholen/a/les/"):
        links = shown(found, address).links()
        assert any(link.endswith("vragen/a/les/") or link == "a/les/" for link in links), address


def test_a_question_without_an_answer_says_until_when_in_calm_words() -> None:
    asking = {"text": "Wie weet dit?", "deadline": date(2026, 11, 1)}
    text = shown(site("a", question=asking), "doorwerking/vragen/a/les/").text
    assert "Er is nog geen antwoord." in text
    assert "De school hoort graag iets voor 1 november 2026." in text


def test_an_answer_stands_under_its_question_with_its_day() -> None:
    asking = {"text": "Wie?", "answer": "Wij.", "answered_on": date(2026, 10, 20)}
    text = shown(site("a", question=asking), "doorwerking/vragen/a/les/").text
    assert text.index("Wie?") < text.index("Wij.") < text.index("20 oktober 2026")
    assert "nog geen antwoord" not in text


def test_ids_with_hyphens_never_share_an_address() -> None:
    asking = exploring_adoption(question={"text": "Wie weet dit?"})
    found = catalogue(
        products={p: product(version="1.0") for p in ("b-c", "c")},
        schools={s: school(networks=[]) for s in ("a", "a-b")},
        adoptions={("a", "b-c"): asking, ("a-b", "c"): asking},
    )
    assert {"doorwerking/vragen/a/b-c/index.md", "doorwerking/vragen/a-b/c/index.md"} <= set(
        publish(found).pages
    )


def test_a_story_on_a_list_has_no_links_of_its_own_that_would_miss() -> None:
    value = [{"kind": "applied", "state": "happened", "text": "Zie [dit](index.md)."}]
    found = catalogue(
        products={"les": product(title="Een les", version="1.0")},
        schools={"a": school(networks=[])},
        adoptions={("a", "les"): adoption(value=value, choices=[], deviations=[], conditions=[])},
    )
    page = shown(found, "doorwerking/")
    assert "Zie dit." in page.text
    assert "index.md" not in page.links()
