"""The meetings of a network as an iCalendar feed (RFC 5545), to which calendars subscribe."""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from brugwerk.addresses import absolute
from brugwerk.exports.export import Export
from brugwerk.render.kinds.network import NetworkView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.derive.guide import MeetingPlan
    from brugwerk.exports.export import Ground
    from brugwerk.render.page import Page
    from brugwerk.render.templates import Templates

# Where the schools are.
ZONE = "Europe/Amsterdam"
_HERE = ZoneInfo(ZONE)
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)
_EACH_DAY = timedelta(days=1)


def calendar_feed(page: Page, ground: Ground) -> Iterator[Export]:
    """Yield the calendar of a network that planned meetings, beside its page."""
    view = page.view
    if isinstance(view, NetworkView) and view.meetings:
        address = ground.templates.addresses.calendar(view.id)
        yield Export(address, partial(_made, page, view, ground.templates))


def _made(page: Page, view: NetworkView, templates: Templates) -> bytes:
    network, root = view.network, templates.settings.address
    calendar = Calendar()
    calendar.add("prodid", f"-//Brugwerk//{templates.settings.language.upper()}")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, network.title)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", _EACH_DAY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    if root:
        calendar.add("url", absolute(page.address, root))
    calendar.add_component(zone())
    stamp = datetime.combine(page.as_of or network.start, time(), UTC)
    for event in (*_meetings(view, templates), *_days(view, templates)):
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    return bytes(calendar.to_ical(sorted=False))


def zone() -> Timezone:
    """Return the time zone by the rules that hold since 1996 (Directive 2000/84/EC).

    icalendar makes one from the time zone database, but lets summer begin an hour late in it:
    RFC 5545, 3.6.5 counts the onset in the time that is left.
    """
    found = Timezone()
    found.add("tzid", ZONE)
    for part, name, onset, month, before, after in (
        (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), 3, _WINTER, _SUMMER),
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), 10, _SUMMER, _WINTER),
    ):
        part.add("dtstart", onset)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        found.add_component(part)
    return found


def _meetings(view: NetworkView, templates: Templates) -> Iterator[Event]:
    same_day: Counter[date] = Counter()
    for plan in view.meetings:
        meeting = plan.meeting
        # The day that was announced first stays what a calendar knows the meeting by.
        first = meeting.moved_from[0] if meeting.moved_from else meeting.date
        event = _event(view, f"{first}:{same_day[first]}")
        same_day[first] += 1
        hours, minutes = (int(part) for part in meeting.start.split(":"))
        event.add("dtstart", datetime.combine(meeting.date, time(hours, minutes), _HERE))
        # Not an end: in the night of the change, an hour comes twice under one name.
        event.add("duration", timedelta(minutes=meeting.minutes))
        called = f"{view.network.title}: {meeting.title}"
        cancelled = bool(meeting.cancelled)
        if cancelled:
            called = templates.translator.text("Does not take place: {what}").format(what=called)
        event.add("summary", called)
        event.add("description", "\n".join(_lines(plan, templates)))
        event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
        # Each move counts for two: a meeting that falls through and then moves is newer again.
        event.add("sequence", 2 * len(meeting.moved_from) + cancelled)
        event.add("categories", [templates.term("formats", meeting.format)])
        if root := templates.settings.address:
            guide = templates.addresses.guide(view.id)
            event.add("url", absolute(f"{guide}#bijeenkomst-{plan.number}", root))
        yield event


def _lines(plan: MeetingPlan, templates: Templates) -> Iterator[str]:
    meeting, words, say = plan.meeting, templates.in_plain_words, templates.translator.text

    def line(label: str, text: str) -> str:
        return f"{label}: {words(text)}"

    if meeting.cancelled:
        yield line(say("Does not take place"), meeting.cancelled)
    yield line(say("Goal"), meeting.goal)
    yield line(say("On the table at the end"), meeting.result)
    if meeting.preparation:
        yield f"{say('Preparation')}:"
        yield from (f"- {item}" for item in meeting.preparation)
    form = templates.term("formats", meeting.format)
    yield f"{say('Form')}: {form}. {words(meeting.format_reason)}"


def _days(view: NetworkView, templates: Templates) -> Iterator[Event]:
    """Yield the days of a network of which no time is known."""
    network, say = view.network, templates.translator.text
    if network.students:
        yield _whole_day(
            view,
            "students",
            network.students.preparation_date,
            say("Preparation with the students"),
            templates.in_plain_words(network.students.preparation),
        )
    if network.result:
        what = templates.in_plain_words(network.result.what)
        yield _whole_day(view, "result", network.result.date, say("Yield ready"), what)


def _whole_day(view: NetworkView, key: str, day: date, title: str, text: str) -> Event:
    event = _event(view, key)
    event.add("dtstart", day)
    event.add("dtend", day + _EACH_DAY)
    event.add("summary", f"{view.network.title}: {title}")
    event.add("description", text)
    event.add("transp", "TRANSPARENT")
    return event


def _event(view: NetworkView, key: str) -> Event:
    """Start an event that keeps its UID when the network is renamed; a UUID as RFC 7986 asks."""
    known_as = (*view.network.aliases, view.id)[0]
    event = Event()
    event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:brugwerk:{known_as}:{key}")))
    return event
