"""A facilitation guide follows from the network: programme, phases, who takes part, form."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.derive.guide import (
    Guide,
    fits_meeting,
    fits_network,
    guide_of,
    has_students,
    phases_of,
    uses_technology,
)
from brugwerk.records.keeping import Guidance
from brugwerk.records.network import Network
from tests.builders import guideline, meeting, network, product, reflection
from tests.in_memory import catalogue

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue

TEACHERS = {"role": "teacher", "number": 12}
STUDENTS = {"role": "student", "number": 6}


def a_network(**changes: Any) -> Network:
    return Network.model_validate(network(**changes))


def guidance(**facets: Any) -> Guidance:
    return Guidance.model_validate(facets)


def tip(title: str = "Een tip", **facets: Any) -> dict[str, Any]:
    """A guideline that is ready to be used."""
    return guideline(title=title, status="tested", guidance={"fixed": "Doe dit.", **facets})


def one_network(record: dict[str, Any], **tips: dict[str, Any]) -> Catalogue:
    return catalogue(networks={"net": record}, products=tips)


def guide(record: dict[str, Any], **tips: dict[str, Any]) -> Guide:
    return guide_of("net", one_network(record, **tips), "nl")


def at_meeting(number: int, found: Guide) -> list[str]:
    return [use.product.id for use in found.meetings[number - 1].guidelines]


# Students and technology.


@pytest.mark.parametrize(
    ("participants", "present"),
    [
        ([TEACHERS], False),
        ([TEACHERS, STUDENTS], True),
        ([STUDENTS], True),
        ([TEACHERS, {"role": "student", "number": 0}], False),
        ([], False),
    ],
)
def test_students_take_part_when_there_are_any(
    participants: list[dict[str, Any]], present: bool
) -> None:
    assert has_students(a_network(participants=participants)) is present
    assert guide(network(participants=participants)).has_students is present


@pytest.mark.parametrize(
    ("form", "meetings", "uses"),
    [
        ("onsite", ["onsite", "onsite"], False),
        ("onsite", ["onsite", "online"], True),
        ("onsite", ["blended"], True),
        ("online", ["onsite"], True),
        ("blended", ["onsite"], True),
        ("onsite", [], False),
    ],
)
def test_technology_is_used_when_the_network_or_one_meeting_is_not_on_site(
    form: str, meetings: list[str], uses: bool
) -> None:
    record = network(format=form, meetings=[meeting(format=f) for f in meetings])
    assert uses_technology(Network.model_validate(record)) is uses
    assert guide(record).uses_technology is uses


# Which guidelines concern a network.


def test_a_guideline_without_facets_concerns_every_network() -> None:
    assert fits_network(guidance(fixed="x"), a_network())


@pytest.mark.parametrize(
    ("wanted", "fits"), [(["teacher"], True), (["expert"], False), (["expert", "student"], True)]
)
def test_a_guideline_for_participants_needs_one_of_them(wanted: list[str], fits: bool) -> None:
    found = a_network(participants=[TEACHERS, STUDENTS])
    assert fits_network(guidance(participants=wanted), found) is fits


def test_a_role_that_nobody_has_is_not_present() -> None:
    found = a_network(participants=[TEACHERS, {"role": "expert", "number": 0}])
    assert not fits_network(guidance(participants=["expert"]), found)


def test_a_guideline_about_students_is_left_out_without_students() -> None:
    about_students = guidance(challenges=["students"])
    assert fits_network(about_students, a_network())
    assert not fits_network(about_students, a_network(participants=[TEACHERS]))


def test_a_guideline_about_blended_work_is_left_out_where_all_is_on_site() -> None:
    about_blended = guidance(challenges=["blended"])
    on_site = a_network(format="onsite", meetings=[meeting(format="onsite")])
    assert fits_network(about_blended, a_network(format="blended"))
    assert not fits_network(about_blended, on_site)


@pytest.mark.parametrize("challenge", ["impact", "balance"])
def test_other_challenges_concern_every_network(challenge: str) -> None:
    record = a_network(participants=[TEACHERS], format="onsite", meetings=[])
    assert fits_network(guidance(challenges=[challenge]), record)


@pytest.mark.parametrize(
    ("formats", "fits"), [(["online"], True), (["onsite"], True), (["blended"], False)]
)
def test_a_guideline_for_a_form_needs_a_meeting_in_that_form(
    formats: list[str], fits: bool
) -> None:
    found = a_network(format="onsite", meetings=[meeting(), meeting(format="online")])
    assert fits_network(guidance(formats=formats), found) is fits


def test_all_facets_must_fit() -> None:
    both = guidance(participants=["student"], formats=["online"])
    assert not fits_network(both, a_network(format="onsite", meetings=[meeting()]))
    assert not fits_network(both, a_network(format="online", participants=[TEACHERS]))
    assert fits_network(both, a_network(format="online"))


# Which guidelines a meeting needs.


@pytest.mark.parametrize(
    ("facets", "fits"),
    [
        ({}, True),
        ({"phases": ["design"]}, True),
        ({"phases": ["start"]}, False),
        ({"phases": ["start", "design"]}, True),
        ({"formats": ["online"]}, True),
        ({"formats": ["onsite"]}, False),
        ({"phases": ["design"], "formats": ["onsite"]}, False),
        ({"phases": ["start"], "formats": ["online"]}, False),
    ],
)
def test_a_meeting_needs_guidelines_for_its_phase_and_its_form(
    facets: dict[str, Any], fits: bool
) -> None:
    assert fits_meeting(guidance(fixed="x", **facets), "design", "online") is fits


def test_a_guideline_stands_at_the_meetings_of_its_phase() -> None:
    found = guide(
        network(meetings=[meeting(phase="start"), meeting(phase="ontwerp-1")]),
        begin=tip(phases=["start"]),
        ontwerp=tip(phases=["design"]),
        beide=tip(phases=["start", "design"]),
    )
    assert sorted(at_meeting(1, found)) == ["begin", "beide"]
    assert sorted(at_meeting(2, found)) == ["beide", "ontwerp"]


def test_a_guideline_for_a_form_stands_only_at_meetings_in_that_form() -> None:
    meetings = [meeting(format="onsite"), meeting(format="online")]
    found = guide(network(meetings=meetings), op_afstand=tip(phases=["start"], formats=["online"]))
    assert at_meeting(1, found) == []
    assert at_meeting(2, found) == ["op_afstand"]


def test_a_guideline_without_a_phase_stands_once_and_not_at_every_meeting() -> None:
    found = guide(network(), altijd=tip())
    assert [use.product.id for use in found.everywhere] == ["altijd"]
    assert at_meeting(1, found) == at_meeting(2, found) == []


def test_guidelines_for_the_start_are_needed_before_it() -> None:
    found = guide(network(), begin=tip(phases=["start"]), slot=tip(phases=["consolidation"]))
    assert [use.product.id for use in found.before_start] == ["begin"]


def test_guidelines_on_impact_are_about_the_way_to_school() -> None:
    found = guide(network(), brug=tip(challenges=["impact"]), anders=tip(challenges=["balance"]))
    assert [use.product.id for use in found.bridging] == ["brug"]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_guideline_that_is_not_ready_or_no_longer_recommended_is_left_out(status: str) -> None:
    found = guide(network(), tip=tip(phases=["start"]) | {"status": status})
    assert found.before_start == found.everywhere == ()
    assert at_meeting(1, found) == []


@pytest.mark.parametrize("status", ["prototype", "tested", "transferable"])
def test_a_guideline_that_is_in_use_is_shown(status: str) -> None:
    found = guide(network(), tip=tip(phases=["start"]) | {"status": status})
    assert at_meeting(1, found) == ["tip"]


def test_guidelines_come_in_order_of_title() -> None:
    found = guide(network(), a=tip("Zwijgen"), b=tip("aandacht"), c=tip("Beginnen"))
    assert [use.product.id for use in found.everywhere] == ["b", "c", "a"]


# Programmes and phases.


def programme(name: str, years: int) -> Guide:
    return guide(network(programme=name, years=years, meetings=[meeting()]))


def test_the_two_programmes_differ_in_years_and_in_kinds_of_phase() -> None:
    cycles, research = programme("design-cycles", 2), programme("research-then-product", 3)
    assert [year.number for year in cycles.years] == [1, 2]
    assert [year.number for year in research.years] == [1, 2, 3]
    kinds_of_cycles = [phase.kind for year in cycles.years for phase in year.phases]
    assert kinds_of_cycles.count("analysis") > 1
    assert kinds_of_cycles.count("design") > 1
    assert kinds_of_cycles.count("evaluation") > 1
    assert "research" not in kinds_of_cycles


def test_research_comes_before_the_product_in_the_programme_of_three_years() -> None:
    years = [
        {phase.kind for phase in year.phases}
        for year in programme("research-then-product", 3).years
    ]
    assert "research" in years[0]
    assert "research" in years[1]
    assert {"product-development", "implementation"} <= years[2]
    assert not {"product-development", "implementation"} & (years[0] | years[1])


def test_the_cycles_of_the_programme_are_numbered() -> None:
    phases = [p for year in programme("design-cycles", 2).years for p in year.phases]
    assert {phase.cycle for phase in phases if phase.kind == "design"} == {1, 2}


def test_the_goals_that_a_programme_brings_are_in_the_language_of_the_site() -> None:
    found = one_network(network())
    record = found.networks["net"].record
    dutch, english = phases_of(record, found, "nl"), phases_of(record, found, "en")
    assert [phase.id for phase in dutch] == [phase.id for phase in english]
    assert all(a.goal != b.goal for a, b in zip(dutch, english, strict=True))
    assert all(
        (a.decision is None) == (b.decision is None) for a, b in zip(dutch, english, strict=True)
    )


def test_a_networks_own_phases_take_the_place_of_the_programmes() -> None:
    own = [
        {"id": "kijken", "kind": "analysis", "year": 1, "goal": "Zien wat er is."},
        {"id": "maken", "kind": "design", "year": 2, "goal": "Iets maken.", "decision": "Wat?"},
    ]
    found = guide(network(phases=own, meetings=[meeting(phase="maken")]))
    phases = [phase for year in found.years for phase in year.phases]
    assert [(p.id, p.kind, p.year, p.goal, p.decision) for p in phases] == [
        ("kijken", "analysis", 1, "Zien wat er is.", None),
        ("maken", "design", 2, "Iets maken.", "Wat?"),
    ]
    assert found.meetings[0].phase == phases[1]


def test_meetings_stand_in_the_year_of_their_phase() -> None:
    meetings = [meeting(phase="start"), meeting(phase="ontwerp-1"), meeting(phase="evaluatie-2")]
    found = guide(network(meetings=meetings))
    assert [[plan.number for plan in year.meetings] for year in found.years] == [[1, 2], [3]]


def test_a_meeting_of_a_phase_that_is_not_there_is_still_in_the_guide() -> None:
    found = guide(network(meetings=[meeting(phase="nergens")]), tip=tip(phases=["start"]))
    assert found.meetings[0].phase is None
    assert at_meeting(1, found) == []


# Meetings, minute by minute.


def blocks(*minutes: int) -> list[dict[str, Any]]:
    return [{"minutes": m, "activity": "Iets", "fixed": "x", "role": "teacher"} for m in minutes]


@pytest.mark.parametrize(
    ("start", "minutes", "starts", "ends_at"),
    [
        ("15:30", (20, 40), (930, 950), 990),
        ("00:00", (5,), (0,), 5),
        ("09:05", (10, 1, 49), (545, 555, 556), 605),
        ("23:30", (60,), (1410,), 1470),
    ],
)
def test_each_part_of_a_meeting_starts_when_the_one_before_ends(
    start: str, minutes: tuple[int, ...], starts: tuple[int, ...], ends_at: int
) -> None:
    planned = meeting(start=start, minutes=sum(minutes), blocks=blocks(*minutes))
    (plan,) = guide(network(meetings=[planned])).meetings
    assert (plan.starts, plan.ends_at) == (starts, ends_at)


@given(st.lists(st.integers(1, 200), min_size=1, max_size=10))
def test_the_parts_of_a_meeting_follow_each_other_without_gaps(minutes: list[int]) -> None:
    planned = meeting(minutes=min(sum(minutes), 1440), blocks=blocks(*minutes))
    (plan,) = guide(network(meetings=[planned])).meetings
    ends = [begin + length for begin, length in zip(plan.starts, minutes, strict=True)]
    assert [*plan.starts[1:], plan.ends_at] == ends


def test_meetings_are_numbered_over_the_whole_programme() -> None:
    found = guide(network(meetings=[meeting(), meeting(phase="evaluatie-2"), meeting()]))
    assert [plan.number for plan in found.meetings] == [1, 2, 3]


# What else a guide holds.


def test_a_guide_holds_the_signals_with_what_to_see_and_what_to_do() -> None:
    signals = guide(network()).signals
    assert len(signals) >= 2
    assert len({signal.direction for signal in signals}) > 1
    assert all(signal.see and signal.do for signal in signals)


def test_a_guide_names_the_products_of_its_own_network_only() -> None:
    found = catalogue(
        networks={"net": network(), "ander": network()},
        products={
            "van-ons": product(networks=["net"]),
            "van-beide": product(title="Beide", networks=["ander", "net"]),
            "van-hen": product(networks=["ander"]),
        },
    )
    ours = [entry.id for entry in guide_of("net", found, "nl").products]
    assert ours == ["van-beide", "van-ons"]


def test_a_guide_knows_the_days_of_the_reflections_that_have_a_page() -> None:
    found = catalogue(
        networks={"net": network(meetings=[meeting(), meeting(date=date(2026, 2, 4))])},
        reflections={("net", "2026-02-04"): reflection()},
    )
    assert guide_of("net", found, "nl").reflections == (date(2026, 2, 4),)
