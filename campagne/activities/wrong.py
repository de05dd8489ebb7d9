"""What can be wrong with the times of an activity, in words for who typed them. No database, asks no clock."""

from collections.abc import Collection
from datetime import date, time

from campagne.activities.recurrence import LONGEST, Every, Recurrence

EARLIEST = time(5)
"""Before this hour the clock is set forward and back, and nobody goes out for a lesson."""
LAST_YEAR = 2100
YEARS = LONGEST.days // 365


def problems_of(first_day: date, begins: time, ends: time, every: Every, until: date | None) -> dict[str, str]:
    """Say per field what is wrong; empty if nothing is."""
    return {**_with_clocks(begins, ends), **_with_days(first_day, every, until)}


def problem_with_single_days(recurrence: Recurrence, days: Collection[date]) -> dict[date, str]:
    """Say of each day that is otherwise why it cannot be one; empty if all are days of the series."""
    known = list(recurrence.days())
    return {day: _not_one_of(known, day) for day in days if day not in known}


def in_digits(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _with_clocks(begins: time, ends: time) -> dict[str, str]:
    if begins < EARLIEST:
        return {"begins": f"Het begint om {begins:%H:%M} uur. Kies een tijd na {EARLIEST:%H:%M} uur ’s ochtends."}
    if ends <= begins:
        return {"ends": f"Het begint om {begins:%H:%M} uur en is klaar om {ends:%H:%M} uur. Kies een latere eindtijd."}
    return {}


def _with_days(first_day: date, every: Every, until: date | None) -> dict[str, str]:
    if first_day.year > LAST_YEAR:
        return {"first_day": f"Het jaar {first_day.year} is te ver weg. Kies een dag voor {LAST_YEAR}."}
    if every is Every.ONCE:
        return {"until": "Dit is één keer. Maak ‘tot en met’ leeg, of kies bij ‘herhalen’ hoe vaak."} if until else {}
    if until is None:
        return {"until": "Dit herhaalt. Vul in tot en met welke dag."}
    return _with_end(first_day, every, until)


def _with_end(first_day: date, every: Every, until: date) -> dict[str, str]:
    if until <= first_day:
        return {"until": f"De eerste keer is {in_digits(first_day)}. Kies bij ‘tot en met’ een latere dag."}
    if until > first_day + LONGEST:
        return {"until": f"Dat is te ver weg. Een reeks duurt hooguit {YEARS} jaar."}
    if len(list(Recurrence(first_day, every, until).days())) == 1:
        return {"until": "Dan is het maar één keer. Kies een latere dag, of kies bij ‘herhalen’ één keer."}
    return {}


def _not_one_of(known: list[date], day: date) -> str:
    nearest = min(known, key=lambda each: abs(each - day))
    return f"Op {in_digits(day)} is deze activiteit er niet. De dichtstbijzijnde keer is {in_digits(nearest)}."
