"""Days, hours and repetitions in words. No relative day: a page that is read tomorrow must still be right."""

from datetime import date, datetime

from campagne.activities.occasions import Occasion
from campagne.activities.recurrence import Every, Recurrence

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
WHICH = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", -1: "laatste"}


def day_in_words(day: date, at: datetime) -> str:
    """ "dinsdag 8 december"; with the year when it is another year than that of `at`."""
    year = "" if day.year == at.year else f" {day.year}"
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def whole_day_in_words(day: date) -> str:
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def hours_in_words(occasion: Occasion) -> str:
    """ "14:00 tot 16:00 uur"."""
    return f"{occasion.starts_at:%H:%M} tot {occasion.ends_at:%H:%M} uur"


def repeats_in_words(recurrence: Recurrence) -> str:
    """ "elke dinsdag, tot en met 2 maart 2027"; empty for a single day."""
    weekday = DAYS[recurrence.first_day.weekday()]
    how = {
        Every.WEEK: f"elke {weekday}",
        Every.TWO_WEEKS: f"om de week op {weekday}",
        Every.MONTH_DATE: f"elke maand op de {recurrence.first_day.day}e",
        Every.MONTH_WEEKDAY: f"elke {WHICH[recurrence.week]} {weekday} van de maand",
    }
    if recurrence.every not in how:
        return ""
    last = recurrence.last_day
    return f"{how[recurrence.every]}, tot en met {last.day} {MONTHS[last.month - 1]} {last.year}"
