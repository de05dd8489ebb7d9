from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from campagne.action_plan.calendar_file import Appointment, calendar_file, next_working_day

pytestmark = pytest.mark.once
URL = "https://example.nl/actieplan/mijn/winkel/abc/"
TWO = [Appointment(f"{name}@example.nl", name, "Doe het; nu, graag.\nEn goed.", 15) for name in ("een", "twee")]
BEFORE_SUMMER_TIME_ENDS = datetime(2026, 10, 16, 21, 30, tzinfo=UTC)


def events_in(file: bytes) -> list:
    return Calendar.from_ical(file).walk("VEVENT")


def test_each_act_has_an_hour_of_its_own_on_the_clock_of_amsterdam():
    first, second = events_in(calendar_file(TWO, URL, BEFORE_SUMMER_TIME_ENDS))

    assert [str(event["uid"]) for event in (first, second)] == ["een@example.nl", "twee@example.nl"]
    assert first["dtstart"].dt.isoformat() == "2026-10-19T09:00:00+02:00"
    assert second["dtstart"].dt.isoformat() == "2026-10-26T09:00:00+01:00"
    assert first["dtend"].dt - first["dtstart"].dt == timedelta(minutes=15)
    assert str(first["description"]) == f"Doe het; nu, graag.\nEn goed.\n\n{URL}"
    assert len(first.walk("VALARM")) == 1


def test_the_file_brings_its_time_zone_and_ends_its_lines_as_calendars_expect():
    file = calendar_file(TWO, URL, BEFORE_SUMMER_TIME_ENDS)

    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n" in file
    assert file.startswith(b"BEGIN:VCALENDAR\r\n")
    assert max(len(line) for line in file.split(b"\r\n")) <= 75


def test_the_same_plan_asked_twice_is_the_same_appointments():
    later = BEFORE_SUMMER_TIME_ENDS + timedelta(days=30)
    uids = [
        [str(event["uid"]) for event in events_in(calendar_file(TWO, URL, at))]
        for at in (BEFORE_SUMMER_TIME_ENDS, later)
    ]

    assert uids[0] == uids[1]


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_next_working_day_is_near_and_no_weekend(day):
    following = next_working_day(day)

    assert timedelta(0) < following - day <= timedelta(days=3)
    assert following.weekday() < 5
