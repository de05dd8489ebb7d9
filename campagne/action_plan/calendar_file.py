"""A calendar file with an hour for each act: one a week, on the clock of Amsterdam, with a reminder."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Event

from campagne.sheets.calendars import begun

HERE = ZoneInfo("Europe/Amsterdam")
BEGINS = time(9, 0)
MAKER = "-//Actieplan//NL"
SATURDAY = 5


@dataclass(frozen=True)
class Appointment:
    """One act in the calendar. `uid` is the same in every file of the same plan, so that a calendar keeps it once."""

    uid: str
    title: str
    text: str
    minutes: int


def calendar_file(appointments: Iterable[Appointment], url: str, at: datetime) -> bytes:
    """Write the file: the first act on the next working day at nine, each following one a week later."""
    calendar = begun(MAKER)
    first = next_working_day(at.astimezone(HERE).date())
    for weeks, appointment in enumerate(appointments):
        calendar.add_component(_event(appointment, first + timedelta(weeks=weeks), url, at))
    return bytes(calendar.to_ical())


def next_working_day(day: date) -> date:
    """The first day after this one that is no Saturday or Sunday."""
    following = day + timedelta(days=1)
    while following.weekday() >= SATURDAY:
        following += timedelta(days=1)
    return following


def _event(appointment: Appointment, day: date, url: str, at: datetime) -> Event:
    starts_at = datetime.combine(day, BEGINS, HERE)
    event = Event()
    event.add("uid", appointment.uid)
    event.add("dtstamp", at)
    event.add("dtstart", starts_at)
    event.add("dtend", starts_at + timedelta(minutes=appointment.minutes))
    event.add("summary", appointment.title)
    event.add("description", f"{appointment.text}\n\n{url}")
    event.add("url", url)
    event.add_component(_alarm(appointment.title))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(minutes=-15))
    return alarm
