"""Freeze a month: make its public figures once, when everything of it was counted, and never again."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from campagne.figures.disclosure import DEFAULT, Shown
from campagne.measurement.consumer import alone
from campagne.measurement.inbox import Inbox
from campagne.measurement.measures import MEASURES
from campagne.measurement.periods import ONE_DAY, first_of_month, next_month
from campagne.measurement.public.inputs import Inputs
from campagne.measurement.public.layout import Layout, layouts
from campagne.measurement.public.making import Made, asked, make, rules_of
from campagne.measurement.public.published import PublishedFigure, PublishedMonth, Status
from campagne.measurement.public.tables import BY_CODE, protected_with
from campagne.serving.models import Installation

DAYS_AFTER = timedelta(days=2)
"""A month is frozen on the third: who began a quiz on its last evening may answer for a day."""


class NotYet(Exception):
    """The month cannot be frozen now; `str` says why and what to do, in Dutch."""


def freeze_when_due(at: datetime) -> int:
    """Freeze every month that is over and was counted; the job of the clock. Return how many were frozen now."""
    return sum(freeze_month(month, at) for month in months_due(at) if _is_counted(month))


def months_due(at: datetime) -> list[date]:
    """The months that must be frozen and are not, oldest first, from the month in which this site was made."""
    installation = Installation.objects.current()
    if installation is None:
        return []
    frozen = set(PublishedMonth.objects.values_list("month", flat=True))
    month, due = first_of_month(timezone.localdate(installation.founded_at)), []
    while opens_on(month) <= timezone.localdate(at):
        if month not in frozen:
            due.append(month)
        month = next_month(month)
    return due


def opens_on(month: date) -> date:
    """From which day on a month can be frozen."""
    return next_month(month) + DAYS_AFTER


@transaction.atomic
def freeze_month(month: date, at: datetime) -> bool:
    """Make and keep the figures of a month, given as its first day; False when they stood already.

    Killed at any moment, all of them stand or none. Raises NotYet.
    """
    alone()
    if PublishedMonth.objects.filter(month=month).exists():
        return False
    _refuse_too_early(month, at)
    inputs = Inputs(month)
    laid_out = layouts(inputs)
    made = [figure for table in figures_of(laid_out, inputs).values() for figure in table]
    kept = PublishedMonth(month=month, made_at=at, rules=_rules(month, laid_out))
    kept.save()
    PublishedFigure.objects.bulk_create(kept_as(figure, kept, place) for place, figure in enumerate(made))
    return True


def figures_of(laid_out: dict[str, Layout], inputs: Inputs) -> dict[str, list[Made]]:
    """Every table that was laid out with its figures, by code."""
    made: dict[str, list[Made]] = {}
    for code in laid_out:
        if code not in made:
            linked = protected_with(code)
            tables = make([asked(BY_CODE[one], laid_out[one]) for one in linked], inputs, DEFAULT)
            made.update(zip(linked, tables, strict=True))
    return made


def kept_as(made: Made, month: PublishedMonth, place: int) -> PublishedFigure:
    """The row of a figure; of a hidden one it holds no number at all."""
    row = PublishedFigure(
        month=month,
        table=made.table.code,
        row=made.place[0],
        column=made.place[1],
        measure=made.table.measure.code,
        measure_version=made.table.measure.version,
        query=made.query,
        inputs_hash=made.inputs_hash,
        place=place,
    )
    if not isinstance(made.outcome, Shown):
        row.status, row.reason = Status.SUPPRESSED, str(made.outcome)
        return row
    row.status, row.n = Status.SHOWN, made.outcome.n
    if estimate := made.outcome.estimate:
        row.low, row.value, row.high = estimate.low, estimate.value, estimate.high
    else:
        row.count = made.outcome.count
    return row


def _rules(month: date, laid_out: dict[str, Layout]) -> dict[str, object]:
    since = _counted_since()
    return {
        **rules_of(DEFAULT),
        "measures": {measure.code: measure.version for measure in MEASURES},
        "tables": {code: {"version": BY_CODE[code].version, **layout.as_data()} for code, layout in laid_out.items()},
        "counted_since": since.isoformat() if since and since > month else None,
    }


def _counted_since() -> date | None:
    installation = Installation.objects.current()
    return timezone.localdate(installation.founded_at) if installation else None


def _refuse_too_early(month: date, at: datetime) -> None:
    today = timezone.localdate(at)
    if today < opens_on(month):
        raise NotYet(
            f"De maand {month:%Y-%m} kan pas op {opens_on(month):%d-%m-%Y} worden vastgelegd; nu is het "
            f"{today:%d-%m-%Y}. Kies een eerdere maand, of wacht."
        )
    since = _counted_since()
    if since is None or next_month(month) - ONE_DAY < since:
        begun = f"sinds {since:%d-%m-%Y}" if since else "nog niet"
        raise NotYet(f"Van {month:%m-%Y} is niets bekend: deze site telt {begun}. Kies een latere maand.")
    if not _is_counted(month):
        raise NotYet(
            f"Van {month:%m-%Y} liggen nog berichten in het postvak. Draai eerst 'manage.py count_inbox --now'."
        )


def _is_counted(month: date) -> bool:
    return not Inbox.objects.filter(counted_at=None, day__range=(month, next_month(month) - ONE_DAY)).exists()
