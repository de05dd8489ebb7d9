"""How many people there are: the newest number on the day that is asked about, and none that was not entered."""

from datetime import date

from campagne.measurement.cells.inhabitants import Inhabitants, known_inhabitants
from campagne.measurement.models import Population
from doelgroepen.models import TargetGroup


def test_the_newest_count_on_that_day_holds(home, stein):
    group = TargetGroup.objects.create(name="Senioren", self_description="Ik ben 65 of ouder")
    for persons, day in ((100, date(2024, 1, 1)), (120, date(2025, 1, 1)), (140, date(2026, 1, 1))):
        Population.objects.create(group=group, municipality=stein, persons=persons, as_of=day, source=f"CBS {day.year}")
    Population.objects.create(persons=9000, as_of=date(2025, 1, 1), source="CBS")

    known = known_inhabitants(date(2025, 12, 31))

    assert known == {
        (group.pk, stein.pk): Inhabitants(120, "CBS 2025", date(2025, 1, 1)),
        (0, 0): Inhabitants(9000, "CBS", date(2025, 1, 1)),
    }
