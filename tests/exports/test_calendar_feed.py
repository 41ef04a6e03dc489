"""Calendars of networks, read back by libraries that others wrote."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil import tz
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.exports.calendar_feed import zone
from tests.builders import REMOVED, meeting, network
from tests.exports.made import made
from tests.in_memory import catalogue

if TYPE_CHECKING:
    from tests.builders import Record

HERE = ZoneInfo("Europe/Amsterdam")
# Whatever a record may hold in one line, and stays what it is without Markdown.
LINES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff"),
    min_size=1,
    max_size=300,
).filter(lambda text: text == text.strip() and text)


def feed(name: str = "net", **changes: Any) -> bytes:
    settings = changes.pop("settings", None)
    record = network(schools=[], **changes)
    found = made(catalogue(networks={name: record}, settings=settings), ".ics")
    assert set(found) <= {f"netwerken/{name}/agenda.ics"}
    return next(iter(found.values()), b"")


def events(name: str = "net", **changes: Any) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(feed(name, **changes)).walk("VEVENT")


def only(record: Record, name: str = "net", **changes: Any) -> icalendar.Event:
    (event,) = events(name, meetings=[record], students=REMOVED, result=REMOVED, **changes)
    return event


@pytest.mark.parametrize(
    ("day", "begins"), [(date(2026, 6, 17), "13:30"), (date(2026, 12, 2), "14:30")]
)
def test_a_meeting_at_half_past_three_is_so_in_summer_and_in_winter(day: date, begins: str) -> None:
    event = only(meeting(date=day, start="15:30", minutes=60))
    assert f"{event['DTSTART'].dt.astimezone(UTC):%H:%M}" == begins
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"


def test_a_meeting_lasts_as_long_as_planned_also_in_the_night_of_the_change() -> None:
    event = only(meeting(date=date(2026, 10, 25), start="01:30", minutes=120))
    assert event["DURATION"].dt == timedelta(hours=2)
    assert "DTEND" not in event


def as_others_read_the_zone() -> Any:
    text = b"BEGIN:VCALENDAR\r\n" + zone().to_ical(sorted=False) + b"END:VCALENDAR\r\n"
    return tz.tzical(io.StringIO(text.decode())).get("Europe/Amsterdam")


ZONE_IN_FILE = as_others_read_the_zone()


@given(st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)))
def test_the_zone_in_the_file_is_that_of_the_time_zone_database(when: datetime) -> None:
    # By the wall: the file holds wall times, and says what they mean.
    wall = when.astimezone(HERE).replace(tzinfo=None)
    assert wall.replace(tzinfo=ZONE_IN_FILE).utcoffset() == wall.replace(tzinfo=HERE).utcoffset()


@pytest.mark.parametrize(
    ("wall", "hours"),
    [
        (datetime(2026, 3, 29, 1, 59), 1),
        (datetime(2026, 3, 29, 3, 0), 2),
        (datetime(2026, 10, 25, 1, 59), 2),
        (datetime(2026, 10, 25, 3, 0), 1),
    ],
)
def test_the_zone_in_the_file_changes_at_the_right_hour(wall: datetime, hours: int) -> None:
    assert wall.replace(tzinfo=ZONE_IN_FILE).utcoffset() == timedelta(hours=hours)


def test_a_day_without_a_time_takes_the_whole_day() -> None:
    record = network()
    whole = [e for e in events() if not isinstance(e["DTSTART"].dt, datetime)]
    assert [e["DTSTART"].dt for e in whole] == [
        record["students"]["preparation_date"],
        record["result"]["date"],
    ]
    assert all(e["DTEND"].dt - e["DTSTART"].dt == timedelta(days=1) for e in whole)


MOVED = meeting(date=date(2025, 10, 1), moved_from=[date(2025, 9, 17)])


@pytest.mark.parametrize(
    "later",
    [
        MOVED,
        meeting(title="Anders", goal="Iets anders.", start="16:00"),
        meeting(cancelled="Te veel zieken."),
    ],
    ids=["moved", "reworded", "cancelled"],
)
def test_a_meeting_that_changes_stays_the_same_meeting(later: Record) -> None:
    assert only(later)["UID"] == only(meeting())["UID"]


def test_a_network_that_is_renamed_keeps_its_meetings() -> None:
    assert only(meeting(), "nieuw", aliases=["net"])["UID"] == only(meeting())["UID"]


def test_every_event_of_a_site_has_its_own_uid() -> None:
    same_day = [meeting(), meeting(start="19:00", title="Avond")]
    found = catalogue(networks={n: network(schools=[], meetings=same_day) for n in ("a", "b")})
    uids = [
        str(event["UID"])
        for text in made(found, ".ics").values()
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
    ]
    assert len(uids) == len(set(uids)) == 8


def test_each_change_of_day_makes_a_meeting_newer_in_a_calendar() -> None:
    story = [
        meeting(),
        meeting(cancelled="Ziek."),
        MOVED,
        MOVED | {"cancelled": "Weer ziek."},
        MOVED | {"date": date(2025, 11, 5), "moved_from": [date(2025, 9, 17), date(2025, 10, 1)]},
    ]
    numbers = [only(record)["SEQUENCE"] for record in story]
    assert numbers == sorted(set(numbers))


def test_a_meeting_that_falls_through_says_so_and_why() -> None:
    event = only(meeting(cancelled="Te veel *zieken*."))
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"].startswith("Gaat niet door: ")
    assert "Gaat niet door: Te veel zieken." in event["DESCRIPTION"]


def test_an_event_leads_to_the_plan_of_its_meeting_where_the_site_knows_its_address() -> None:
    here = {"address": "https://example.org/werk/"}
    assert only(meeting(), settings=here)["URL"] == (
        "https://example.org/werk/netwerken/net/draaiboek/#bijeenkomst-1"
    )
    assert "URL" not in only(meeting())


def test_a_network_without_meetings_has_no_calendar() -> None:
    assert feed(meetings=[]) == b""


def test_a_calendar_follows_from_the_record_alone() -> None:
    assert feed() == feed()


def test_no_line_is_longer_than_calendars_read() -> None:
    text = feed(title="é" * 300, meetings=[meeting(goal="Ünïcödé 👩‍🏫 " * 500)])
    lines = text.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75


@given(LINES, LINES)
def test_every_text_that_a_record_may_hold_survives(title: str, preparation: str) -> None:
    event = only(meeting(title=title, preparation=[preparation]))
    assert str(event["SUMMARY"]) == f"Het proefnet (verzonnen): {title}"
    assert f"- {preparation}" in str(event["DESCRIPTION"])
