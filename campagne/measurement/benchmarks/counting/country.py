"""Every municipality of the country in one database for a year: what does the screen of one of them take?"""

from collections.abc import Iterator, Mapping
from statistics import median
from time import perf_counter

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection
from django.utils import timezone

from campagne.measurement.benchmarks.counting.labels import GROUPS, THEMES, put_labels
from campagne.measurement.benchmarks.counting.screens import TIMES, seconds_to_show
from campagne.measurement.benchmarks.dashboard import repeat
from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.region import founded_region
from campagne.measurement.cells.cell import Method
from campagne.measurement.dashboard.choosing import SelectionForm
from campagne.measurement.dashboard.ladder import ladder
from campagne.measurement.models import DayCell, MonthCell
from campagne.measurement.periods import Period, last_days
from doelgroepen.models import Municipality

MUNICIPALITIES, DAYS = 342, 365
MOST_SECONDS = 0.05


def in_a_country(tell: Tell) -> Iterator[Finding]:
    """Fill a cell for each municipality, theme and group on each day, and look as an editor of one of them."""
    tell(f"{MUNICIPALITIES} gemeenten, {THEMES} thema's, {GROUPS} doelgroepen, {DAYS} dagen …")
    with founded_region() as client:
        period = last_days(timezone.localdate(), DAYS)
        own = Municipality.objects.get()
        settle(period, tell)
        editor = _editor_of(own)
        asked = {"van": str(period.first), "tot": str(period.last), "gemeente": str(own.pk)}
        seconds = _seconds_to_answer(asked, editor, period)
        client.force_login(editor)
        screen = seconds_to_show(client, "figures", asked)
        rows = DayCell.objects.count() + MonthCell.objects.count()
    yield Finding(
        f"{rows:,} rijen van {MUNICIPALITIES} gemeenten: de zes antwoorden van één gemeente over een jaar kosten "
        f"{seconds * 1000:.0f} ms (gevraagd: hoogstens {MOST_SECONDS * 1000:.0f} ms).",
        seconds <= MOST_SECONDS,
    )
    yield Finding(
        f"Met het hele scherm van het beheer eromheen: {screen * 1000:.0f} ms (gevraagd: hoogstens "
        f"{MOST_SECONDS * 1000:.0f} ms).",
        screen <= MOST_SECONDS,
    )


def _seconds_to_answer(asked: Mapping[str, str], user: AbstractBaseUser, period: Period) -> float:
    """The median of what choosing and answering take, after once to warm up."""
    taken = []
    for _ in range(TIMES + 1):
        began = perf_counter()
        ladder(SelectionForm(asked, user=user, today=period.last).selection(), counted_since=period.first)
        taken.append(perf_counter() - began)
    return median(taken[1:])


def _editor_of(municipality: Municipality) -> AbstractBaseUser:
    user = get_user_model().objects.create_user("redacteur", is_staff=True)
    user.groups.add(municipality.editors)
    return user


def settle(period: Period, tell: Tell) -> None:
    """Add the other municipalities, and cells of all of them."""
    there = Municipality.objects.count()
    names = [f"Gemeente {number}" for number in range(there, MUNICIPALITIES)]
    made = [Municipality(name=name, slug=name.lower().replace(" ", "-")) for name in names]
    Municipality.objects.bulk_create(made)
    places = list(Municipality.objects.values_list("pk", flat=True))
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
        # PostgreSQL would otherwise clean up behind four million new rows while it is timed.
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
