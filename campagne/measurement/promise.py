"""The public promise: what we measure and what we keep, made from the measures and the tables themselves."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campagne.figures.disclosure import DEFAULT
from campagne.figures.verdicts import LADDER, RULES
from campagne.measurement.measures import MEASURES
from campagne.measurement.periods import MONTHS_OF_DAYS
from campagne.measurement.privacy.promised import read_promised
from campagne.quiz.answers.anonymising import days_kept

VISITORS = (
    "measurement.Inbox",
    "quiz.Attempt",
    "quiz.Response",
    "quiz.ResponseChoice",
    "guided.Participant",
    "guided.SeatCard",
    "guided.SecondEntry",
)
COUNTERS = (
    "quiz.ItemCount",
    "quiz.TransitionCount",
    "quiz.AttemptCount",
    "guided.WrongCodes",
    "measurement.DayPage",
    "measurement.DayAct",
    "measurement.DayEntrance",
    "measurement.DayCell",
    "measurement.DayReferrer",
    "measurement.MonthPage",
    "measurement.MonthAct",
    "measurement.MonthEntrance",
    "measurement.MonthCell",
    "measurement.MonthReferrer",
    "measurement.Rejection",
    "measurement.Purge",
    "serving.GivenOut",
    "guided.HandCount",
    "home.MissedWord",
)
TABLES = (*VISITORS, *COUNTERS)
"""Every table that holds something because somebody visited; a test finds one that is missing here."""


@dataclass(frozen=True)
class Column:
    """A column of a table: its name and what stands in it."""

    name: str
    meaning: str


@dataclass(frozen=True)
class Table:
    """A table as the privacy page shows it."""

    name: str
    explanation: str
    columns: tuple[Column, ...]


@require_safe
def what_we_measure(request: HttpRequest) -> TemplateResponse:
    rungs = [(rung, [measure for measure in MEASURES if measure.rung is rung]) for rung in LADDER]
    context = {"rungs": rungs, "rules": RULES, "thresholds": DEFAULT, "months": MONTHS_OF_DAYS}
    return TemplateResponse(request, "measurement/what_we_measure.html", context)


@require_safe
def privacy(request: HttpRequest) -> TemplateResponse:
    context = {
        "visitor_tables": [described(apps.get_model(label)) for label in VISITORS],
        "counter_tables": [described(apps.get_model(label)) for label in COUNTERS],
        "months": MONTHS_OF_DAYS,
        "days": days_kept(),
        "promised": read_promised(),
    }
    return TemplateResponse(request, "measurement/privacy.html", context)


def described(model: type[Model]) -> Table:
    """Describe a table by its own words. Raises AttributeError if it has no `explanation`."""
    fields = [field for field in model._meta.get_fields() if field.concrete and not field.primary_key]
    columns = tuple(_column(field) for field in fields)
    return Table(str(model._meta.verbose_name), model.explanation, columns)


def _column(field: Field | Any) -> Column:
    return Column(str(field.verbose_name), str(field.help_text))
