"""Bodies through the same reading, checking, storing and counting as those of browsers, many at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from time import perf_counter

from campagne.measurement.beacon import arrival_of
from campagne.measurement.benchmarks.counting.stream import Stream
from campagne.measurement.benchmarks.finding import Tell
from campagne.measurement.consumer import count
from campagne.measurement.ingest import Beacon, parse_beacon
from campagne.measurement.months import purge_when_due
from campagne.measurement.periods import Period
from campagne.measurement.stamp import is_ours
from campagne.measurement.writer import Arrival, insert

AT_ONCE = 500
AT_NIGHT = time(21, tzinfo=UTC)
DAYS_BETWEEN_WORDS = 60


@dataclass
class Counted:
    """How many events went in, and how many seconds reading, storing and counting them took."""

    events: int = 0
    read: float = 0.0
    stored: float = 0.0
    counted: float = 0.0

    @property
    def per_second(self) -> float:
        """Events the consumer adds to the counters in a second."""
        return self.events / self.counted if self.counted else 0.0


def live_through(period: Period, stream: Stream, events: int, tell: Tell) -> Counted:
    """Let `events` events arrive over a period, count each day at its end and purge what is no longer kept."""
    spent, days = Counted(), list(period.each_day())
    for number, day in enumerate(days, start=1):
        today = events * number // len(days) - events * (number - 1) // len(days)
        at = datetime.combine(day, AT_NIGHT)
        _take(stream.of_day(day, today), at, spent)
        began = perf_counter()
        spent.events += count(at, settle=timedelta())
        spent.counted += perf_counter() - began
        purge_when_due(at)
        if number % DAYS_BETWEEN_WORDS == 0:
            tell(
                f"  dag {number} van {len(days)}: {spent.events:,} gebeurtenissen, {spent.per_second:,.0f} per seconde"
            )
    return spent


def _take(bodies: Iterable[bytes], at: datetime, spent: Counted) -> None:
    """Read and store them; those of one call lie in one day."""
    coming = iter(bodies)
    while some := list(islice(coming, AT_ONCE)):
        began = perf_counter()
        rows = list(_read(some, at))
        read = perf_counter()
        insert(rows)
        spent.read += read - began
        spent.stored += perf_counter() - read


def _read(bodies: Iterable[bytes], at: datetime) -> Iterator[Arrival]:
    for body in bodies:
        message = parse_beacon(body)
        if not isinstance(message, Beacon) or not is_ours(
            message.stamp, message.page_id, message.revision_id, message.step
        ):
            raise RuntimeError(f"a message of the benchmark was not taken: {body!r}")
        yield arrival_of(message, at)


def years_until(today: date, years: int) -> Period:
    return Period(today - timedelta(days=365 * years - 1), today)
