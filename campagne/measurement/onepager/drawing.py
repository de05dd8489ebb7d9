"""The one small drawing of a sheet: visits per month over a year, and until then the questions with their ranges.

A month is drawn when it may be shown outside; a withheld one leaves a gap, and no sum of the year is given, so that
nothing can be subtracted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten

from campagne.figures.charts import LineChart, RangeDots, line_chart, range_dots
from campagne.figures.disclosure import Figure, Kind, Shown, publishable
from campagne.measurement.context.happening import Happening
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import Traffic, traffic_per_day
from campagne.measurement.models import ContextEvent
from campagne.measurement.onepager.by_month import MonthVisits, months_in_words
from campagne.measurement.onepager.telling import Question
from campagne.measurement.periods import Period, first_of_month

WIDTH, HEIGHT, ROW_HEIGHT = 1000, 170, 42
LONGEST_TITLE = 60
LEAST_MONTHS, MONTHS_IN_A_YEAR, MOST_EVENTS = 2, 12, 4
NO_YEAR = "Nog te weinig maanden geteld voor een grafiek van bezoeken."


@dataclass(frozen=True)
class Drawing:
    """A line or dots, or neither, with the sentence that says the same; `happenings` explain its numbers.

    `months` are the numbers of the line, for a table where there is room for one.
    """

    words: str
    line: LineChart | None = None
    dots: RangeDots | None = None
    happenings: tuple[Happening, ...] = ()
    months: tuple[MonthVisits, ...] = ()

    @property
    def is_drawn(self) -> bool:
        return bool(self.line or self.dots)


def drawing_of(selection: Selection, questions: Sequence[Question], counted_since: date) -> Drawing:
    year = _year_until(selection)
    months = list(year.period.each_month())
    visits = _visits(year, months, counted_since)
    if sum(count is not None for count in visits) < LEAST_MONTHS:
        return _questions(questions)
    unfinished = 1 if selection.period.last == selection.today else 0
    spans = [happening.span for happening in year.happenings]
    line = line_chart(months, visits, width=WIDTH, height=HEIGHT, unfinished=unfinished, spans=spans, are_months=True)
    rows = tuple(
        MonthVisits(month, count, is_over=nth < len(months) - unfinished)
        for nth, (month, count) in enumerate(zip(months, visits, strict=True))
    )
    return Drawing(months_in_words(rows), line=line, happenings=tuple(map(_short, year.happenings)), months=rows)


def _short(happening: Happening) -> Happening:
    return replace(happening, title=shorten(happening.title, LONGEST_TITLE, placeholder=" …"))


def _year_until(selection: Selection) -> Selection:
    """The twelve months that end with the period, and the events that began last in them, as many as fit."""
    first = last = first_of_month(selection.period.last)
    first = date(last.year - (last.month < MONTHS_IN_A_YEAR), last.month % MONTHS_IN_A_YEAR + 1, 1)
    period = Period(first, selection.period.last)
    if selection.events is None:
        return replace(selection, period=period)
    within = selection.events.within(period.first, period.last).order_by("-begins", "-pk")
    newest = list(within.values_list("pk", flat=True)[:MOST_EVENTS])
    return replace(selection, period=period, events=ContextEvent.objects.filter(pk__in=newest))


def _visits(year: Selection, months: Sequence[date], since: date) -> list[int | None]:
    counted = traffic_per_day(year)
    return [
        _shown(counted.get(month, Traffic()), year) if month in counted or month >= first_of_month(since) else None
        for month in months
    ]


def _shown(traffic: Traffic, year: Selection) -> int | None:
    outcome = publishable(Figure(traffic.visits, Kind.VISITS), audience=year.audience)
    return outcome.count if isinstance(outcome, Shown) else None


def _questions(questions: Sequence[Question]) -> Drawing:
    if not questions:
        return Drawing(NO_YEAR)
    dots = range_dots(
        [(question.label, question.outcome) for question in questions], width=WIDTH, row_height=ROW_HEIGHT
    )
    return Drawing(
        "Goed beantwoord, van elke 100. De streep is de marge: daartussen ligt het waarschijnlijk.", dots=dots
    )
