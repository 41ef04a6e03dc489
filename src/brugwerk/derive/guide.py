"""A facilitation guide, computed from a network and the guidelines that fit it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.derive.year_line import MinutesOfMeeting, minutes_of

if TYPE_CHECKING:
    from datetime import date

    from brugwerk.catalogue import Catalogue
    from brugwerk.check import Entry
    from brugwerk.records.keeping import Guidance
    from brugwerk.records.meeting import Meeting
    from brugwerk.records.network import Network
    from brugwerk.records.product import Product
    from brugwerk.records.vocabulary import SignalTerm

STUDENT = "student"
WITHOUT_TECHNOLOGY = "onsite"


@dataclass(frozen=True)
class PhasePlan:
    """One phase of the programme, whether the network wrote it or the programme brought it."""

    id: str
    kind: str
    year: int
    cycle: int | None
    goal: str
    decision: str | None


@dataclass(frozen=True)
class GuidelineUse:
    """A guideline at the place where a facilitator needs it."""

    product: Entry[Product]
    guidance: Guidance


@dataclass(frozen=True)
class MeetingPlan:
    """One meeting with everything to run it.

    Attributes:
        number: Counted from 1 over the whole programme.
        meeting: The record's own plan.
        starts: For each block, minutes since midnight at which it starts.
        ends_at: Minutes since midnight at which the meeting ends.
        minutes: What is fixed and what is open.
        guidelines: Guidelines that fit this phase and this meeting.
        phase: The phase it belongs to; none where the network names one that is not there.
    """

    number: int
    meeting: Meeting
    starts: tuple[int, ...]
    ends_at: int
    minutes: MinutesOfMeeting
    guidelines: tuple[GuidelineUse, ...]
    phase: PhasePlan | None


@dataclass(frozen=True)
class YearPlan:
    """The phases and the meetings of one year of the programme."""

    number: int
    phases: tuple[PhasePlan, ...]
    meetings: tuple[MeetingPlan, ...]


@dataclass(frozen=True)
class Guide:
    """What a facilitator needs for one network.

    Attributes:
        network: The network.
        years: The year line.
        meetings: All meetings in order.
        has_students: Whether student teachers take part.
        uses_technology: Whether any meeting depends on technology.
        before_start: Guidelines for the time before the first meeting.
        everywhere: Guidelines that belong to no phase in particular.
        bridging: Guidelines on bringing the product to the school.
        signals: What to watch for, and what to do.
        products: What the network made so far.
        reflections: The dates of the joint reflections that have a page.
    """

    network: Entry[Network]
    years: tuple[YearPlan, ...]
    meetings: tuple[MeetingPlan, ...]
    has_students: bool
    uses_technology: bool
    before_start: tuple[GuidelineUse, ...]
    everywhere: tuple[GuidelineUse, ...]
    bridging: tuple[GuidelineUse, ...]
    signals: tuple[SignalTerm, ...]
    products: tuple[Entry[Product], ...]
    reflections: tuple[date, ...]


def has_students(network: Network) -> bool:
    """Tell whether student teachers take part in a network."""
    return any(p.role == STUDENT and p.number != 0 for p in network.participants)


def uses_technology(network: Network) -> bool:
    """Tell whether the network, or any meeting of it, is online or blended."""
    formats = {network.format, *(meeting.format for meeting in network.meetings)}
    return formats != {WITHOUT_TECHNOLOGY}


def phases_of(network: Network, catalogue: Catalogue, language: str) -> tuple[PhasePlan, ...]:
    """Return a network's own phases, or those that its programme brings along."""
    if network.phases:
        return tuple(
            PhasePlan(p.id, p.kind, p.year, p.cycle, p.goal, p.decision) for p in network.phases
        )
    return tuple(
        PhasePlan(
            p.id,
            p.kind,
            p.year,
            p.cycle,
            p.goal.en if language == "en" else p.goal.nl,
            (p.decision.en if language == "en" else p.decision.nl) if p.decision else None,
        )
        for p in catalogue.vocabulary.programme(network.programme).phases
    )


def fits_network(guidance: Guidance, network: Network) -> bool:
    """Tell whether a guideline concerns a network at all: who takes part, and how it meets."""
    roles = {p.role for p in network.participants if p.number != 0}
    if guidance.participants and not set(guidance.participants) & roles:
        return False
    if "students" in guidance.challenges and not has_students(network):
        return False
    if "blended" in guidance.challenges and not uses_technology(network):
        return False
    formats = {network.format, *(meeting.format for meeting in network.meetings)}
    return not guidance.formats or bool(set(guidance.formats) & formats)


def fits_meeting(guidance: Guidance, phase_kind: str, meeting_format: str) -> bool:
    """Tell whether a guideline fits a meeting of this format in this kind of phase."""
    if guidance.phases and phase_kind not in guidance.phases:
        return False
    return not guidance.formats or meeting_format in guidance.formats


def guide_of(network_id: str, catalogue: Catalogue, language: str) -> Guide:
    """Compute the facilitation guide of a network.

    Args:
        network_id: The network.
        catalogue: All sound records.
        language: The language of the texts that the programme brings along.
    """
    entry = catalogue.networks[network_id]
    network = entry.record
    guidelines = _guidelines(catalogue, network)
    phases = phases_of(network, catalogue, language)
    meetings = _meetings(network, phases, guidelines)
    return Guide(
        network=entry,
        years=_years(phases, meetings),
        meetings=meetings,
        has_students=has_students(network),
        uses_technology=uses_technology(network),
        before_start=tuple(g for g in guidelines if "start" in g.guidance.phases),
        everywhere=tuple(g for g in guidelines if not g.guidance.phases),
        bridging=tuple(g for g in guidelines if "impact" in g.guidance.challenges),
        signals=catalogue.vocabulary.signals(),
        products=catalogue.products_of(network_id),
        reflections=tuple(
            m.date for m in network.meetings if (network_id, str(m.date)) in catalogue.reflections
        ),
    )


def _guidelines(catalogue: Catalogue, network: Network) -> tuple[GuidelineUse, ...]:
    return tuple(
        GuidelineUse(entry, entry.record.guidance)
        for entry in catalogue.products.values()
        if entry.record.guidance
        and entry.record.status not in {"draft", "retired"}
        and fits_network(entry.record.guidance, network)
    )


def _meetings(
    network: Network, phases: tuple[PhasePlan, ...], guidelines: tuple[GuidelineUse, ...]
) -> tuple[MeetingPlan, ...]:
    by_id = {phase.id: phase for phase in phases}
    plans = []
    for number, meeting in enumerate(network.meetings, start=1):
        phase = by_id.get(meeting.phase)
        hours, minutes = (int(part) for part in meeting.start.split(":"))
        clock = hours * 60 + minutes
        starts = []
        for block in meeting.blocks:
            starts.append(clock)
            clock += block.minutes
        # A guideline without a phase stands once, in its own chapter, not at every meeting.
        fitting = tuple(
            use
            for use in guidelines
            if use.guidance.phases
            and phase
            and fits_meeting(use.guidance, phase.kind, meeting.format)
        )
        plans.append(
            MeetingPlan(number, meeting, tuple(starts), clock, minutes_of(meeting), fitting, phase)
        )
    return tuple(plans)


def _years(
    phases: tuple[PhasePlan, ...], meetings: tuple[MeetingPlan, ...]
) -> tuple[YearPlan, ...]:
    numbers = sorted({phase.year for phase in phases})
    return tuple(
        YearPlan(
            number,
            tuple(phase for phase in phases if phase.year == number),
            tuple(plan for plan in meetings if plan.phase and plan.phase.year == number),
        )
        for number in numbers
    )
