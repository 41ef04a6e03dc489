"""Which pages there are, and what stands on each because of its records."""

from __future__ import annotations

import itertools
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.problems import all_explanations
from brugwerk.render.kinds import all_pages
from brugwerk.render.templates import Templates
from tests.builders import (
    adoption,
    complete_product,
    exploring_adoption,
    guideline,
    meeting,
    network,
    product,
    reflection,
    school,
)
from tests.html import Parsed, parse
from tests.in_memory import catalogue, publish, small_site

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue
    from brugwerk.render.page import Page

Record = dict[str, Any]


def pages(found: Catalogue) -> dict[str, Page]:
    return {p.address: p for p in all_pages(found, Templates(found.vocabulary, found.settings))}


def shown(found: Catalogue, address: str) -> Parsed:
    site = publish(found)
    return parse(site.render(site.pages[f"{address}index.md"]))


def in_order(text: str, *pieces: str) -> bool:
    places = [text.find(piece) for piece in pieces]
    return -1 not in places and places == sorted(places)


# Which pages there are.


def test_a_site_has_a_page_for_every_record_and_a_list_for_every_kind() -> None:
    assert set(pages(small_site())) >= {
        "producten/",
        "producten/proefles/",
        "producten/proefles/transfer/",
        "producten/los-idee/",
        "producten/tip/",
        "producten/tip/transfer/",
        "netwerken/",
        "netwerken/het-proefnet/",
        "netwerken/het-proefnet/draaiboek/",
        "netwerken/het-proefnet/draaiboek/gespreksblad/",
        "netwerken/het-proefnet/reflecties/2026-02-04/",
        "draaiboeken/",
        "reflecties/",
        "scholen/",
        "scholen/de-proefschool/",
        "scholen/de-proefschool/proefles/",
        "doorwerking/",
        "doorwerking/vragen/",
        "netwerken/het-proefnet/doorwerking/",
        "meldingen/",
    }


def test_a_site_without_records_has_its_lists() -> None:
    found = pages(catalogue())
    assert set(found) >= {
        *("producten/", "netwerken/", "draaiboeken/", "reflecties/", "scholen/"),
        *("doorwerking/", "meldingen/"),
    }
    for address in found:
        assert shown(catalogue(), address).all("h1")


def test_addresses_follow_the_path_words_of_the_site() -> None:
    words = {"products": "products", "guide": "guide", "transfer": "sheet", "schools": "schools"}
    found = pages(small_site(path_words=words))
    assert {
        "products/proefles/sheet/",
        "netwerken/het-proefnet/guide/",
        "schools/de-proefschool/proefles/",
    } <= set(found)


def test_a_network_without_meetings_has_no_guide_and_no_link_to_one() -> None:
    found = catalogue(networks={"net": network(meetings=[])})
    assert "netwerken/net/draaiboek/" not in pages(found)
    assert "netwerken/net/draaiboek/gespreksblad/" not in pages(found)
    for address in ("netwerken/net/", "netwerken/", "draaiboeken/"):
        assert not any("draaiboek/" in link for link in shown(found, address).links())


@pytest.mark.parametrize(
    ("status", "has_sheet"),
    [("draft", False), ("prototype", True), ("tested", True), ("transferable", True)],
)
def test_a_product_in_use_has_an_empty_transfer_sheet(status: str, has_sheet: bool) -> None:
    found = catalogue(products={"les": product(status=status)})
    assert ("producten/les/transfer/" in pages(found)) is has_sheet
    assert ("transfer/" in shown(found, "producten/les/").links()) is has_sheet


def test_every_page_says_from_which_file_it_is_made() -> None:
    found = pages(small_site())
    assert str(found["producten/proefles/"].source) == "products/proefles/index.md"
    assert (
        str(found["scholen/de-proefschool/proefles/"].source)
        == "schools/de-proefschool/proefles.md"
    )
    assert found["producten/"].source is None


def test_every_page_has_a_title_and_a_description() -> None:
    for page in pages(small_site()).values():
        assert page.title.strip()
        assert page.description.strip()


@pytest.mark.parametrize(
    ("summary", "description"),
    [
        ("Een *heel* [goede](https://example.org) zin.", "Een heel goede zin."),
        ("Een.\n\nTwee.", "Een. Twee."),
        ('1 < 2 & "meer"', '1 < 2 & "meer"'),
        ("<b>vet</b>", "<b>vet</b>"),
    ],
)
def test_a_description_is_plain_text_in_one_line(summary: str, description: str) -> None:
    found = pages(catalogue(products={"les": product(summary=summary)}))
    assert found["producten/les/"].description == description


def test_a_description_is_short() -> None:
    found = pages(catalogue(products={"les": product(summary="woord " * 500)}))
    assert len(found["producten/les/"].description) <= 300


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("producten/proefles/", True),
        ("scholen/de-proefschool/", True),
        ("scholen/de-proefschool/proefles/", True),
        ("netwerken/het-proefnet/draaiboek/", True),
        ("producten/proefles/transfer/", False),
        ("producten/", False),
    ],
)
def test_search_finds_records_and_no_lists_or_empty_sheets(address: str, found: bool) -> None:
    assert pages(small_site())[address].in_search is found


# Products.

RETIRED = {"date": date(2026, 8, 31), "reason": "Er is iets beters.", "replaced_by": "nieuw"}


def with_retired() -> Catalogue:
    return catalogue(
        products={
            "oud": product(title="Oud ding", status="retired", retirement=RETIRED),
            "nieuw": product(title="Nieuw ding"),
        }
    )


def test_a_retired_product_keeps_its_page_with_the_reason_and_what_replaces_it() -> None:
    found = shown(with_retired(), "producten/oud/")
    assert "Er is iets beters." in found.text
    assert "../nieuw/" in found.links()
    assert pages(with_retired())["producten/oud/"].in_search is False


def test_a_retired_product_stands_apart_below_the_others() -> None:
    found = shown(with_retired(), "producten/")
    assert in_order(found.text, "Nieuw ding", "Oud ding")
    assert "oud/" in found.links()


def test_products_are_listed_by_type_in_order_of_title() -> None:
    found = catalogue(
        products={
            "a": product(title="Zeker weten"),
            "b": product(title="aandacht geven"),
            "c": guideline(title="Begeleiden"),
            "d": product(title="Ontwerpen", type="design"),
        }
    )
    text = shown(found, "producten/").text
    assert in_order(text, "aandacht geven", "Zeker weten")
    assert in_order(text, "Ontwerpen", "aandacht geven", "Begeleiden")


def test_a_product_page_says_what_is_fixed_and_why_and_what_is_free_up_to_where() -> None:
    text = shown(small_site(), "producten/proefles/").text
    for piece in (
        "Iedereen denkt eerst alleen na.",
        "Zo doet ieder mee.",
        "Het is twee minuten stil.",
        "De snelste leerling geeft het antwoord.",
        "Hoeveel leerlingen",
        "Drie of meer.",
    ):
        assert piece in text


def test_evidence_comes_with_its_context_and_its_limit() -> None:
    text = shown(small_site(), "producten/proefles/").text
    for piece in (
        "Leerlingen stelden meer vragen.",
        "Drie klassen.",
        "Of het blijft, weten we niet.",
    ):
        assert piece in text


def test_a_product_page_names_the_schools_with_their_choices_and_deviations() -> None:
    found = shown(small_site(), "producten/proefles/")
    assert "../../scholen/de-proefschool/proefles/" in found.links()
    for piece in ("Vier leerlingen.", "In tweetallen.", "Het rumoer."):
        assert piece in found.text


def test_what_is_hoped_is_not_told_as_what_happened() -> None:
    record = adoption(value=[{"kind": "realised", "state": "hoped", "text": "Alle klassen."}])
    found = small_site()
    site = catalogue(
        products={i: dict(e.source.data) for i, e in found.products.items()},
        networks={"het-proefnet": network()},
        schools={"de-proefschool": school()},
        adoptions={("de-proefschool", "proefles"): record},
    )
    assert "Alle klassen." not in shown(site, "producten/proefles/").text
    assert "Alle klassen." in shown(site, "scholen/de-proefschool/proefles/").text


# Transfer pages.


def transfer(record: Record, **changes: Any) -> Parsed:
    found = catalogue(
        products={"les": complete_product(files=[], relations=[], **changes)},
        networks={"het-proefnet": network()},
        schools={"school": school()},
        adoptions={("school", "les"): record},
    )
    return shown(found, "scholen/school/les/")


def test_a_transfer_page_tells_of_a_newer_version_with_what_it_changed() -> None:
    assert "Kortere uitleg." in transfer(adoption(version="1.0")).text
    assert "Kortere uitleg." not in transfer(adoption(version="1.1")).text


@pytest.mark.parametrize(("stage", "may_stay"), [("applying", True), ("stopped", False)])
def test_a_school_hears_that_its_product_was_retired_and_what_to_look_at(
    stage: str, may_stay: bool
) -> None:
    found = catalogue(
        products={
            "oud": complete_product(
                files=[], relations=[], status="retired", retirement={**RETIRED, "replaced_by": "x"}
            ),
            "x": product(title="Wat het vervangt"),
        },
        networks={"het-proefnet": network()},
        schools={"school": school()},
        adoptions={("school", "oud"): adoption(stage=stage)},
    )
    page = shown(found, "scholen/school/oud/")
    assert "Er is iets beters." in page.text
    assert "../../../producten/x/" in page.links()
    assert ("mag blijven" in page.text) is may_stay
    assert "teruggetrokken" in shown(found, "scholen/school/").text.lower()
    assert "trokken dit product terug" not in transfer(adoption()).text


def test_what_happened_stands_apart_from_what_is_hoped() -> None:
    value = [
        {"kind": "immediate", "state": "hoped", "text": "Later misschien."},
        {"kind": "applied", "state": "happened", "text": "Gisteren gezien."},
    ]
    found = transfer(adoption(value=value))
    happened = next(e for e in found.elements if e.get("aria-labelledby") == "gebeurd")
    hoped = next(e for e in found.elements if e.get("aria-labelledby") == "gehoopt")
    assert "Gisteren gezien." in happened.text
    assert "Later misschien." in hoped.text
    assert "Later misschien." not in happened.text


def test_a_question_back_is_shown_with_its_answer() -> None:
    question = {"text": "Mag het korter?", "answer": "Ja, tien minuten."}
    text = transfer(adoption(question=question)).text
    assert in_order(text, "Mag het korter?", "Ja, tien minuten.")


@pytest.mark.parametrize("stage", ["stopped", "declined"])
def test_a_school_that_ended_an_adoption_says_why_and_plans_no_team_talk(stage: str) -> None:
    ended = transfer(exploring_adoption(stage=stage, reason="Geen uren meer.")).text
    running = transfer(exploring_adoption()).text
    assert "Geen uren meer." in ended
    assert "17–20" in running
    assert "17–20" not in ended


def test_the_team_talk_is_scripted_for_twenty_minutes_without_gaps() -> None:
    for found in (transfer(adoption()), shown(small_site(), "producten/proefles/transfer/")):
        times = re.findall(r"(\d+)–(\d+)", found.text)
        minutes = [(int(a), int(b)) for a, b in times if int(b) <= 20]
        assert minutes[0][0] == 0
        assert minutes[-1][1] == 20
        assert all(a[1] == b[0] for a, b in itertools.pairwise(minutes))


def test_the_empty_sheet_has_lines_to_write_on_and_names_no_school() -> None:
    empty = shown(small_site(), "producten/proefles/transfer/")
    filled = shown(small_site(), "scholen/de-proefschool/proefles/")
    lines = [e for e in empty.elements if "line" in (e.get("class") or "").split()]
    assert len(lines) >= 10
    assert "Proefschool" not in empty.text
    assert not [e for e in filled.elements if "line" in (e.get("class") or "").split()]


# Schools.


def test_a_school_page_tells_its_next_steps_in_order_of_date() -> None:
    def next_step(what: str, day: date) -> Record:
        return exploring_adoption(next_step={"what": what, "role": "teacher", "date": day})

    found = catalogue(
        products={i: product(title=i, version="1.0") for i in ("a", "b", "c")},
        schools={"school": school(networks=[])},
        adoptions={
            ("school", "a"): next_step("In de winter", date(2027, 1, 5)),
            ("school", "b"): next_step("In het najaar", date(2026, 10, 5)),
            ("school", "c"): next_step("In de lente", date(2027, 4, 5)),
        },
    )
    text = shown(found, "scholen/school/").text
    assert in_order(text, "In het najaar", "In de winter", "In de lente")


def test_a_suggestion_on_a_school_page_says_why_it_is_shown() -> None:
    found = catalogue(
        products={"les": product(title="Past hier", status="tested", networks=["net"])},
        networks={"net": network(title="Ons net", schools=[])},
        schools={"school": school(networks=["net"])},
    )
    item = next(e for e in shown(found, "scholen/school/").all("li") if "Past hier" in e.text)
    assert "Ons net" in item.text


def test_a_school_under_a_pseudonym_says_so() -> None:
    def text(pseudonym: bool) -> str:
        return shown(
            catalogue(schools={"s": school(networks=[], pseudonym=pseudonym)}), "scholen/s/"
        ).text

    assert "pseudoniem" in text(True)
    assert "pseudoniem" not in text(False)


def test_schools_are_listed_in_order_of_name() -> None:
    schools = {"a": school(name="Zonnehof"), "b": school(name="akker"), "c": school(name="Beek")}
    text = shown(
        catalogue(schools={i: s | {"networks": []} for i, s in schools.items()}), "scholen/"
    ).text
    assert in_order(text, "akker", "Beek", "Zonnehof")


# Networks and guides.

TEACHERS = [{"role": "teacher", "number": 12}]


def guide(**changes: Any) -> Parsed:
    found = catalogue(networks={"net": network(schools=[], **changes)})
    return shown(found, "netwerken/net/draaiboek/")


def test_a_meeting_that_falls_through_says_so_wherever_it_is_listed() -> None:
    record = network(
        schools=[], meetings=[meeting(cancelled="Te veel *zieken*."), meeting(title="Wel")]
    )
    found = catalogue(networks={"net": record})
    whole = shown(found, "netwerken/net/draaiboek/").text
    assert "Te veel zieken." in whole
    for text in (whole, shown(found, "netwerken/net/").text):
        assert text.count("gaat niet door") >= 1
    listed = shown(found, "netwerken/net/").all("li")
    assert not [e for e in listed if "Wel" in e.text and "gaat niet door" in e.text]


def test_a_meeting_that_moved_says_from_when() -> None:
    moved = meeting(date=date(2025, 10, 1), moved_from=[date(2025, 9, 17), date(2025, 9, 24)])
    assert "woensdag 24 september 2025" in guide(meetings=[moved]).text


# Conversation sheets.


def sheet(reflections: dict[tuple[str, str], Record] | None = None) -> Parsed:
    found = catalogue(networks={"net": network(schools=[])}, reflections=reflections)
    return shown(found, "netwerken/net/draaiboek/gespreksblad/")


def test_a_sheet_asks_about_each_aspect_and_leaves_room_to_write() -> None:
    found = sheet()
    aspects = small_site().vocabulary.lists["aspects"].terms
    for aspect in aspects:
        assert aspect.label.nl.capitalize() in [h.text for h in found.all("h2")]
    lines = [e for e in found.elements if "line" in (e.get("class") or "").split()]
    assert len(lines) >= 10 * len(aspects)
    assert len([e for e in found.all("svg") if e.get("role") == "img"]) == len(aspects)


def test_a_sheet_begins_with_what_was_agreed_last() -> None:
    earlier = reflection(adjustment=reflection()["adjustment"] | {"what": "Toen dit."})
    both = {("net", "2025-12-03"): earlier, ("net", "2026-02-04"): reflection()}
    assert "Een half uur vrij programma." in sheet(both).text
    assert "Toen dit." not in sheet(both).text
    assert "vorige keer" not in sheet().text


def test_students_are_in_the_guide_when_they_take_part() -> None:
    promised = ("Je doet mee als collega.", "Een gesprek met de begeleider.", "Twee studiepunten.")
    with_students, without = guide().text, guide(participants=TEACHERS).text
    for piece in promised:
        assert piece in with_students
        assert piece not in without


def test_meeting_online_has_a_part_of_its_own_in_the_guide() -> None:
    on_site = guide(format="onsite")
    online = guide(format="onsite", meetings=[meeting(format="online", plan_b="Bel elkaar op.")])
    assert set(on_site.ids()) < set(online.ids()) | {"bijeenkomst-2"}
    assert len(online.text) != len(on_site.text)
    assert "Bel elkaar op." in online.text


def test_the_programmes_differ_visibly() -> None:
    cycles = guide()
    research = guide(programme="research-then-product", years=3, meetings=[meeting()])
    years = [{i for i in found.ids() if i.startswith("jaar-")} for found in (cycles, research)]
    assert years == [{"jaar-1", "jaar-2"}, {"jaar-1", "jaar-2", "jaar-3"}]


@cache
def small_guide() -> Parsed:
    return shown(small_site(), "netwerken/het-proefnet/draaiboek/")


@pytest.mark.parametrize(
    "piece",
    [
        "15.30",
        "15.50",
        "16.30",
        "Ieder zegt wat ze zoekt.",
        "De groep kiest de volgorde.",
        "Wat vertel je morgen aan een collega?",
        "woensdag 17 september 2025",
    ],
)
def test_a_meeting_can_be_run_from_the_guide(piece: str) -> None:
    assert piece in small_guide().text


def test_every_meeting_is_a_picture_with_its_minutes_in_words() -> None:
    pictures = [e for e in small_guide().all("svg") if e.get("role") == "img"]
    assert len(pictures) == 2
    for picture in pictures:
        assert "20 minuten" in (picture.get("aria-label") or "")
        assert "40 minuten" in (picture.get("aria-label") or "")


def test_a_meeting_with_a_reflection_leads_to_what_came_of_it() -> None:
    meetings = [meeting(date=date(2026, 2, 4), reflection=True)]
    found = catalogue(
        networks={"net": network(meetings=meetings, schools=[])},
        reflections={("net", "2026-02-04"): reflection()},
    )
    assert "../reflecties/2026-02-04/" in shown(found, "netwerken/net/draaiboek/").links()
    back = shown(found, "netwerken/net/reflecties/2026-02-04/").links()
    assert "../../draaiboek/#bijeenkomst-1" in back


def test_a_guideline_is_in_the_guide_of_the_networks_that_it_fits() -> None:
    tips = {
        "tip": guideline(title="Alleen met studenten", status="tested")
        | {"guidance": {"challenges": ["students"], "fixed": "Begin met een rondje."}}
    }
    for participants, there in ((None, True), (TEACHERS, False)):
        changes = {"participants": participants} if participants else {}
        found = catalogue(products=tips, networks={"net": network(schools=[], **changes)})
        text = shown(found, "netwerken/net/draaiboek/").text
        assert ("Alleen met studenten" in text) is there
        assert ("Begin met een rondje." in text) is there


# Reflections.


def test_a_reflection_shows_the_agreed_place_as_a_picture_only_where_there_is_one() -> None:
    def pictures(place: Record | None) -> int:
        talk = {"aspect": "connectedness", "wish": "Vaker.", "experience": "Soms."}
        record = reflection(aspects=[talk | ({"place": place} if place else {})])
        found = catalogue(
            networks={"net": network(schools=[])}, reflections={("net", "2026-02-04"): record}
        )
        page = shown(found, "netwerken/net/reflecties/2026-02-04/")
        return len([e for e in page.all("svg") if e.get("role") == "img"])

    assert pictures({"wished": 3, "experienced": 5}) == 1
    assert pictures(None) == 0


def test_a_reflection_shows_words_conclusion_and_adjustment() -> None:
    text = shown(small_site(), "netwerken/het-proefnet/reflecties/2026-02-04/").text
    assert in_order(
        text,
        "Elkaar vaker spreken.",
        "We kennen elkaar nog maar net.",
        "We willen meer tijd samen.",
        "Een half uur vrij programma.",
    )


# How knowledge travels.


def test_only_questions_without_an_answer_wait() -> None:
    found = catalogue(
        products={i: product(title=i, version="1.0") for i in ("a", "b")},
        schools={"school": school(networks=[])},
        adoptions={
            ("school", "a"): exploring_adoption(question={"text": "Wie weet dit?"}),
            ("school", "b"): exploring_adoption(question={"text": "En dit?", "answer": "Ja."}),
        },
    )
    text = shown(found, "doorwerking/").text
    assert in_order(text, "Vragen die op antwoord wachten", "Wie weet dit?")
    assert in_order(text, "Wie weet dit?", "Vragen met een antwoord", "En dit?")


def test_where_products_live_is_told_in_order_of_the_alphabet_and_not_of_numbers() -> None:
    found = catalogue(
        products={
            "a": product(title="Zeker", version="1.0"),
            "b": product(title="Aan", version="1.0"),
        },
        schools={i: school(name=i, networks=[]) for i in ("s1", "s2", "s3")},
        adoptions={
            ("s1", "a"): exploring_adoption(),
            ("s2", "a"): exploring_adoption(),
            ("s3", "b"): exploring_adoption(),
        },
    )
    assert in_order(shown(found, "doorwerking/").text, "Aan", "Zeker")


# Problem codes.


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_problem_code_has_a_heading_and_no_placeholder_left(language: str) -> None:
    found = shown(catalogue(settings={"language": language}), "meldingen/")
    assert found.ids() == [code.lower() for code in all_explanations()]
    assert not re.search(r"\{[a-z_]+\}", found.text)
