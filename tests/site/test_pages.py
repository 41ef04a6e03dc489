"""Each kind of page holds what its readers need, in the order in which they need it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from tests.site.conftest import ROOT

if TYPE_CHECKING:
    from tests.site.conftest import Built

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]
_H2 = re.compile(r'<h2 id="([^"]+)"')

TRANSFER = [
    "in-het-kort",
    "waarom-hier",
    "vast-en-vrij",
    "wie-draagt",
    "voorwaarden",
    "stappenplan",
    "aanpassingen",
    "opbrengst",
    "terug-naar-het-netwerk",
    "onderbouwing",
]
GUIDE = [
    "waarom",
    "balans",
    "jaarlijn",
    "voor-de-start",
    "rollen",
    "bijeenkomsten",
    "reflectie",
    "signalen",
    "naar-school",
    "afsluiting",
]


def sections(html: str) -> list[str]:
    return _H2.findall(html)


def test_a_transfer_page_has_its_sections_in_order(dutch: Built) -> None:
    html = dutch.html("scholen/de-verzonnen-vlieger/breuken-met-bewijs/")
    # The school uses an earlier version, so what changed since then comes right after the summary.
    assert sections(html) == [TRANSFER[0], "sinds-versie", *TRANSFER[1:]]


def test_every_running_adoption_has_a_scripted_conversation_of_twenty_minutes(
    dutch: Built,
) -> None:
    entries = check_site(ROOT).entries
    for (school, product), entry in entries.adoptions.items():
        html = dutch.html(f"scholen/{school}/{product}/")
        ended = entries.vocabulary.stage(entry.record.stage).order is None
        assert ('id="teamgesprek"' in html) is not ended, (school, product)
        assert ("17–20" in html) is not ended


def test_an_empty_sheet_has_the_same_sections_and_lines_to_write_on(dutch: Built) -> None:
    html = dutch.html("producten/breuken-met-bewijs/transfer/")
    assert sections(html) == TRANSFER
    assert html.count('class="line"') > 15


def test_what_happened_stands_apart_from_what_is_hoped(dutch: Built) -> None:
    html = dutch.html("scholen/de-verzonnen-vlieger/compacten-met-een-startgesprek/")
    happened = html.index('id="gebeurd"')
    hoped = html.index('id="gehoopt"')
    assert happened < hoped
    assert "</section>" in html[happened:hoped]


def test_guides_of_both_programmes_have_all_sections_in_order(dutch: Built) -> None:
    for network in ("de-lichtmast", "de-wissel"):
        assert sections(dutch.html(f"netwerken/{network}/draaiboek/")) == GUIDE


def test_the_two_programmes_differ_visibly(dutch: Built) -> None:
    cycles = dutch.html("netwerken/de-lichtmast/draaiboek/")
    research = dutch.html("netwerken/de-wissel/draaiboek/")
    assert "ronde 3" in cycles
    assert "ronde 1" not in research.split('id="voor-de-start"')[0]
    assert 'id="jaar-3"' in research
    assert 'id="jaar-3"' not in cycles
    assert "Productontwikkeling" in research
    assert "Productontwikkeling" not in cycles.split('id="voor-de-start"')[0]


def test_students_and_technology_bring_their_own_parts_to_a_guide(dutch: Built) -> None:
    with_students = dutch.html("netwerken/de-wissel/draaiboek/")
    online = dutch.html("netwerken/het-kompas/draaiboek/")
    assert 'id="studenten"' in with_students
    assert 'id="studenten"' not in online
    assert 'id="online-samen"' in online
    assert 'id="online-samen"' not in with_students


def test_every_meeting_of_a_guide_says_when_it_ends_and_asks_a_transfer_question(
    dutch: Built,
) -> None:
    entries = check_site(ROOT).entries
    for network, entry in entries.networks.items():
        html = dutch.html(f"netwerken/{network}/draaiboek/")
        meetings = html.split('<section class="meeting"')[1:]
        assert len(meetings) == len(entry.record.meetings)
        for meeting in meetings:
            assert 'class="transfer-question"' in meeting
            assert re.search(r"\d\d\.\d\d–\d\d\.\d\d", meeting)


def test_the_year_line_says_in_words_what_its_bars_show(dutch: Built) -> None:
    html = dutch.html("netwerken/de-lichtmast/draaiboek/")
    bars = re.findall(r'class="meeting-bar".*?aria-label="([^"]+)"', html)
    assert len(bars) == len(check_site(ROOT).entries.networks["de-lichtmast"].record.meetings)
    assert all("minuten" in words or "uur" in words for words in bars)


def test_school_pages_give_a_reason_for_each_suggestion_and_steps_by_date(dutch: Built) -> None:
    html = dutch.html("scholen/de-verzonnen-vlieger/")
    suggestions = html.split('class="suggestions"')[1].split("</ul>")[0]
    assert suggestions.count("<li>") == suggestions.count("Dit staat hier omdat")
    titles = re.findall(r"<li><a[^>]*>([^<]+)</a>", suggestions)
    assert titles == sorted(titles, key=str.casefold)


def test_a_retired_product_says_so_and_names_what_replaces_it(dutch: Built) -> None:
    html = dutch.html("producten/verrijkingsplein/")
    assert "Teruggetrokken op 1 juli 2026" in html
    assert "rijke-vraag-van-de-week" in html


def test_reflections_show_words_and_no_sums(dutch: Built) -> None:
    entries = check_site(ROOT).entries
    for network, day in entries.reflections:
        html = dutch.html(f"netwerken/{network}/reflecties/{day}/")
        assert sections(html)[-2:] == ["conclusie", "bijsturing"]
        assert not re.search(r"gemiddeld|totaal|score", html.split("<article")[1], re.IGNORECASE)
