from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from campagne.activities.calendar_file import Entry, calendar_of
from campagne.activities.occasions import Series, State
from campagne.activities.recurrence import AMSTERDAM, Every, Recurrence

pytestmark = pytest.mark.once

FIRST = date(2027, 3, 23)
SECOND = FIRST + timedelta(weeks=1)
WEEKLY = Series(Recurrence(FIRST, Every.WEEK, FIRST + timedelta(weeks=3)), time(14), time(16))
ENTRY = Entry(
    "abc@mijnstreekweerbaar.example",
    3,
    datetime(2027, 1, 1, 12, tzinfo=UTC),
    "Samen veilig; online, <b>&",
    "Eén regel.\nNog een, met een lange zin die over de rand van een regel van vijfenzeventig tekens gaat.",
    "de bibliotheek, Kerkstraat",
    "https://mijnstreekweerbaar.example/activiteiten/samen/",
    WEEKLY,
)


def events_of(entry: Entry) -> list:
    return Calendar.from_ical(calendar_of("Activiteiten", [entry])).walk("VEVENT")


def test_what_was_written_is_what_a_calendar_reads():
    event = events_of(ENTRY)[0]

    assert (event["uid"], event["sequence"]) == ("abc@mijnstreekweerbaar.example", 3)
    assert (str(event["summary"]), str(event["description"])) == (ENTRY.title, ENTRY.description)
    assert event.decoded("dtstart") == datetime(2027, 3, 23, 14, tzinfo=AMSTERDAM)
    assert (event["status"], str(event["url"])) == ("CONFIRMED", ENTRY.url)


def test_the_file_is_the_same_each_time_and_folds_its_lines():
    file = calendar_of("Activiteiten", [ENTRY])

    assert file == calendar_of("Activiteiten", [ENTRY])
    assert file.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))


def test_summer_time_is_in_the_file():
    zone = Calendar.from_ical(calendar_of("Activiteiten", [ENTRY])).walk("VTIMEZONE")[0].to_tz()

    assert datetime(2027, 3, 27, 14, tzinfo=zone).utcoffset() == timedelta(hours=1)
    assert datetime(2027, 3, 29, 14, tzinfo=zone).utcoffset() == timedelta(hours=2)


@settings(max_examples=40)
@given(
    st.dates(date(2026, 1, 1), date(2040, 1, 1)),
    st.sampled_from(list(Every)[1:]),
    st.integers(40, 700),
    st.times(time(5)),
)
def test_a_calendar_shows_the_same_clock_on_the_same_days(first, every, length, clock):
    clock = clock.replace(microsecond=0)
    series = Series(Recurrence(first, every, first + timedelta(days=length)), clock, clock)
    event = events_of(replace(ENTRY, series=series))[0]

    found = rrulestr(event["rrule"].to_ical().decode(), dtstart=event.decoded("dtstart"))

    assert list(found) == [each.starts_at for each in series.occasions()]


@pytest.mark.parametrize(
    ("whole", "single", "told"),
    [
        pytest.param(State.CANCELLED, {}, [("CANCELLED", "Gaat niet door: ")], id="all of it is cancelled"),
        pytest.param(State.FULL, {}, [("CONFIRMED", "Vol: ")], id="all of it is full"),
        pytest.param(
            State.PLANNED,
            {SECOND: State.CANCELLED},
            [("CONFIRMED", ""), ("CANCELLED", "Gaat niet door: ")],
            id="one day is cancelled",
        ),
    ],
)
def test_what_is_full_or_cancelled_says_so(whole, single, told):
    events = events_of(replace(ENTRY, series=replace(WEEKLY, state=whole, single=single)))

    assert [(event["status"], str(event["summary"]).removesuffix(ENTRY.title)) for event in events] == told
    assert {event["uid"] for event in events} == {ENTRY.uid}


def test_a_cancelled_day_is_named_by_when_it_would_have_been():
    events = events_of(replace(ENTRY, series=replace(WEEKLY, single={SECOND: State.CANCELLED})))

    assert events[1].decoded("recurrence-id") == datetime(2027, 3, 30, 14, tzinfo=AMSTERDAM)
    assert "rrule" not in events[1]
