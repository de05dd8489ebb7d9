"""How long does the dashboard take over years and a thousand pages, against a month of fifty pages?"""

from collections.abc import Callable, Iterable
from datetime import date
from time import perf_counter

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.region import founded_region, write_articles
from campagne.measurement.models import Act, DayAct, DayPage, MonthAct, MonthPage
from campagne.measurement.periods import Period, last_days, oldest_day_kept

FEW_PAGES, MANY_PAGES = 50, 1000
MONTH, THREE_YEARS = 30, 3 * 365
TIMES = 15
TARGET = 2.0
CHANNELS = ("politie", "fraudehelpdesk", "bank")


def run(tell: Callable[[str], object]) -> Outcome:
    today = timezone.localdate()
    tell("Een lege regio wordt klaargezet …")
    with founded_region() as client:
        pages = write_articles(FEW_PAGES, reviewed_on=today)
        fill(pages, last_days(today, MONTH), tell)
        short = seconds_to_show(client, last_days(today, MONTH))
        tell(f"{FEW_PAGES} pagina's, {MONTH} dagen: {short * 1000:.0f} ms")
        pages = write_articles(MANY_PAGES - FEW_PAGES, reviewed_on=today)
        fill(pages, last_days(today, THREE_YEARS), tell)
        long = seconds_to_show(client, last_days(today, THREE_YEARS))
        rows = DayPage.objects.count() + MonthPage.objects.count()
    return Outcome(
        lines=(
            f"{FEW_PAGES} pagina's, {MONTH} dagen: {short * 1000:.0f} ms.",
            f"{MANY_PAGES} pagina's, {THREE_YEARS} dagen, {rows:,} rijen: {long * 1000:.0f} ms.",
            f"Verhouding: {long / short:.2f} (gevraagd: minder dan {TARGET}).",
        ),
        is_reached=long / short < TARGET,
    )


def seconds_to_show(client: Client, period: Period) -> float:
    """The quickest of the times, so that other work on the machine does not count; one more to warm up."""
    taken = []
    for _ in range(TIMES + 1):
        began = perf_counter()
        answer = client.get(reverse("figures"), {"van": str(period.first), "tot": str(period.last)})
        taken.append(perf_counter() - began)
        if answer.status_code != 200:
            raise RuntimeError(f"the dashboard answered {answer.status_code}; expected 200")
    return min(taken[1:])


def fill(pages: list[int], period: Period, tell: Callable[[str], object]) -> None:
    """Write counters for each page: per day as long as those are kept, and per month for the whole period."""
    days = Period(max(period.first, oldest_day_kept(period.last)), period.last)
    each_day, each_month = list(days.each_day()), list(period.each_month())
    shown = [{"page_id": page, "views": 9, "visits": 4, "reads": 3} for page in pages]
    acts = [
        {"page_id": page, "act": Act.REPORT, "subject": CHANNELS[page % len(CHANNELS)], "count": 2} for page in pages
    ]
    repeat(DayPage, "day", each_day, [{**row, "revision_id": 1} for row in shown], tell)
    repeat(MonthPage, "month", each_month, shown, tell)
    repeat(DayAct, "day", each_day, acts, tell)
    repeat(MonthAct, "month", each_month, acts, tell)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def repeat(model: type, field: str, moments: list[date], rows: Iterable[dict], tell: Callable[[str], object]) -> None:
    """Write the rows for the first moment, and have the database copy them for the others."""
    first, *others = moments
    made = [row.pk for row in model.objects.bulk_create([model(**{field: first, **row}) for row in rows])]
    table = connection.ops.quote_name(model._meta.db_table)
    columns = [column.column for column in model._meta.concrete_fields if not column.primary_key]
    names = ", ".join(map(connection.ops.quote_name, columns))
    copied = ", ".join("%s" if name == field else connection.ops.quote_name(name) for name in columns)
    statement = f"INSERT INTO {table} ({names}) SELECT {copied} FROM {table} WHERE id BETWEEN %s AND %s"  # noqa: S608
    with connection.cursor() as cursor:
        for number, moment in enumerate(others, start=1):
            cursor.execute(statement, [moment, min(made), max(made)])
            if number % 250 == 0:
                tell(f"  {model._meta.verbose_name_plural}: {number} van {len(others)}")
