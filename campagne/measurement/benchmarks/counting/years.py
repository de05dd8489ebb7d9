"""Ten million events in three years: how many rows stay, how fast they are counted, and what the screens then take."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.apps import apps
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from campagne.measurement.benchmarks.counting.intake import Counted, live_through, years_until
from campagne.measurement.benchmarks.counting.labels import put_labels
from campagne.measurement.benchmarks.counting.screens import seconds_of_screens
from campagne.measurement.benchmarks.counting.stream import Stream
from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.region import founded_region, write_articles
from campagne.measurement.models import Entrance, PageLabelPeriod
from campagne.measurement.periods import Period
from campagne.measurement.promise import COUNTERS

FEW, MANY = 100_000, 10_000_000
YEARS = 3
PAGES, ENTRANCES = 120, 20
MOST_ROWS = 2_500_000
MOST_SECONDS, MOST_TIMES = 0.2, 2.0
LEAST_PER_SECOND = 50_000

Seconds = Mapping[str, float]


def over_the_years(tell: Tell) -> Iterator[Finding]:
    """The same three years twice, with few events and with many."""
    period = years_until(timezone.localdate(), YEARS)
    few, _, _ = lived(period, FEW, tell)
    many, spent, rows = lived(period, MANY, tell)
    yield Finding(
        f"{spent.events:,} gebeurtenissen in {YEARS} jaar geven {rows:,} rijen (gevraagd: hoogstens {MOST_ROWS:,}).",
        rows <= MOST_ROWS,
    )
    yield Finding(
        f"Tellen: {spent.per_second:,.0f} gebeurtenissen per seconde (gevraagd: minstens {LEAST_PER_SECOND:,}); "
        f"lezen kostte {spent.read:.0f} s, bewaren {spent.stored:.0f} s, tellen {spent.counted:.0f} s.",
        spent.per_second >= LEAST_PER_SECOND,
    )
    yield from compared(few, many)


def lived(period: Period, events: int, tell: Tell) -> tuple[Seconds, Counted, int]:
    """What the screens take after so many events, what counting took, and how many rows there are."""
    tell(f"{events:,} gebeurtenissen over {period.days} dagen …")
    with founded_region() as client:
        spent = live_through(period, furnished(period.first), events, tell)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        return seconds_of_screens(client, period), spent, counter_rows()


def furnished(first: date) -> Stream:
    """Pages with labels and ways in, as a region has them."""
    pages = write_articles(PAGES, reviewed_on=first)
    themes, groups = put_labels()
    PageLabelPeriod.objects.bulk_create(
        PageLabelPeriod(
            page_id=page,
            begins=first,
            theme=themes[number % len(themes)],
            groups=[groups[(number + more) % len(groups)] for more in range(number % 3)],
        )
        for number, page in enumerate(pages)
    )
    target = Page.objects.get(pk=pages[0])
    codes = [f"plek-{number}" for number in range(ENTRANCES)]
    Entrance.objects.bulk_create(Entrance(code=code, place=code, page=target, placed_from=first) for code in codes)
    return Stream(pages, codes)


def counter_rows() -> int:
    """The rows of every table of counters of visits."""
    return sum(apps.get_model(label).objects.count() for label in COUNTERS if label.startswith("measurement."))


def compared(few: Seconds, many: Seconds) -> Iterator[Finding]:
    for screen, seconds in many.items():
        times = seconds / few[screen]
        yield Finding(
            f"Scherm {screen}: {seconds * 1000:.0f} ms bij {MANY:,} gebeurtenissen, {times:.1f} keer de tijd bij "
            f"{FEW:,} (gevraagd: hoogstens {MOST_SECONDS * 1000:.0f} ms en {MOST_TIMES:.0f} keer).",
            seconds <= MOST_SECONDS and times <= MOST_TIMES,
        )
