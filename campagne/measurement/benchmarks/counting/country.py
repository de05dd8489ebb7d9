"""Every municipality of the country in one database for a year: what does the screen of one of them take?"""

from collections.abc import Iterator
from statistics import median

from django.db import connection
from django.utils import timezone

from campagne.measurement.benchmarks.counting.labels import GROUPS, THEMES, put_labels
from campagne.measurement.benchmarks.counting.screens import seconds_to_show
from campagne.measurement.benchmarks.dashboard import repeat
from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.region import founded_region
from campagne.measurement.cells.cell import Method
from campagne.measurement.models import DayCell, MonthCell
from campagne.measurement.periods import Period, last_days
from doelgroepen.models import Municipality

MUNICIPALITIES, DAYS = 342, 365
MOST_SECONDS = 0.05
LOOKED_AT = 5


def in_a_country(tell: Tell) -> Iterator[Finding]:
    """Fill a cell for each municipality, theme and group on each day, and look at a few municipalities."""
    tell(f"{MUNICIPALITIES} gemeenten, {THEMES} thema's, {GROUPS} doelgroepen, {DAYS} dagen …")
    with founded_region() as client:
        period = last_days(timezone.localdate(), DAYS)
        places = settled(period, tell)
        whole = {"van": str(period.first), "tot": str(period.last)}
        seconds = median(
            seconds_to_show(client, "figures", {**whole, "gemeente": str(place)}) for place in places[:LOOKED_AT]
        )
        rows = DayCell.objects.count() + MonthCell.objects.count()
    yield Finding(
        f"{rows:,} rijen van {MUNICIPALITIES} gemeenten: het scherm van één gemeente over een jaar kost "
        f"{seconds * 1000:.0f} ms (gevraagd: hoogstens {MOST_SECONDS * 1000:.0f} ms).",
        seconds <= MOST_SECONDS,
    )


def settled(period: Period, tell: Tell) -> list[int]:
    """Make the municipalities and their cells; return the ids of the municipalities that were added."""
    there = Municipality.objects.count()
    names = [f"Gemeente {number}" for number in range(there, MUNICIPALITIES)]
    made = [Municipality(name=name, slug=name.lower().replace(" ", "-")) for name in names]
    Municipality.objects.bulk_create(made)
    places = list(Municipality.objects.order_by("-pk").values_list("pk", flat=True))
    themes, groups = put_labels()
    cells = [
        {"municipality": place, "theme": theme, "group": group, "method": Method.ONE_LABEL}
        | {"views": 90, "visits": 40, "reads": 30}
        for place in places
        for theme in themes
        for group in groups
    ]
    repeat(DayCell, "day", list(period.each_day()), cells, tell)
    repeat(MonthCell, "month", list(period.each_month()), cells, tell)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return places
