"""What stands beside a page in words: its days, and its views, visits and reads."""

from datetime import date

from campagne.figures.disclosure import Kind
from campagne.figures.notation import day_label
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import FigureRow, count_row, share_row
from campagne.measurement.dashboard.traffic import Traffic
from campagne.measurement.periods import Period


def in_days(period: Period) -> str:
    """Write a period as "3 nov tot en met 30 nov 2026", or a day as "op 3 nov 2026"."""
    last = day_label(period.last, with_year=True)
    if period.first == period.last:
        return f"op {last}"
    return f"{day_label(period.first, with_year=period.first.year != period.last.year)} tot en met {last}"


def since(day: date) -> str:
    return f"sinds {day_label(day, with_year=True)}"


def shown_rows(traffic: Traffic) -> tuple[FigureRow, ...]:
    """The views, the visits and the share that was read; no share of nothing."""
    counts = (
        count_row(measures.VIEWS, measures.VIEWS.name, traffic.views, Kind.VIEWS),
        count_row(measures.VISITS, measures.VISITS.name, traffic.visits, Kind.VISITS),
    )
    if not traffic.views:
        return counts
    return (*counts, share_row(measures.READS, measures.READS.name, traffic.reads, traffic.views, Kind.VIEWS))
