"""The public figures: the newest month, every month at its own address, and each as a file."""

from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campagne.measurement.context.event import ContextEvent
from campagne.measurement.context.happening import Happening, happenings_in
from campagne.measurement.official.words import period_in_words
from campagne.measurement.periods import ONE_DAY, Period, first_of_month, next_month
from campagne.measurement.public.answers import public_answers
from campagne.measurement.public.codebook import HEADER
from campagne.measurement.public.files import document_of, rows_of, thresholds_of, workbook_of
from campagne.measurement.public.freezing import opens_on
from campagne.measurement.public.published import PublishedMonth
from campagne.measurement.public.shown import shown_tables
from campagne.serving.intake.refusals import Refusal, refuse
from campagne.serving.models import Installation
from campagne.sheets.csv_file import write_csv
from campagne.sheets.kept import Busy, Kept, key_of

CSV, XLSX = "text/csv; charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
INDENT = {"indent": 2, "ensure_ascii": False}
BUSY = Refusal(503, "Het is druk", "Probeer het over een halve minuut nog een keer, of kies de CSV: die is hetzelfde.")


@cache
def _kept(folder: Path) -> Kept:
    """A workbook takes a second to make, and is the same for everybody."""
    return Kept(folder)


@require_safe
def newest(request: HttpRequest) -> TemplateResponse:
    """The newest month; before there is one, when it comes."""
    month = PublishedMonth.objects.first()
    return _page(request, month) if month else TemplateResponse(request, "measurement/public/none.html", _coming())


@require_safe
def of_month(request: HttpRequest, month: date) -> TemplateResponse:
    return _page(request, _published(month))


@require_safe
def as_csv(request: HttpRequest, month: date) -> HttpResponse:
    published = _published(month)
    content = b"".join(write_csv(rows_of(published, **_told(published)), header=HEADER))
    return _file(published, HttpResponse(content, content_type=CSV), "csv")


@require_safe
def as_xlsx(request: HttpRequest, month: date) -> HttpResponse:
    published = _published(month)
    rows = list(rows_of(published, **_told(published)))
    try:
        content = _kept(settings.DATA_DIR / "tables").get(
            f"{key_of(repr(rows), repr(published.rules))}.xlsx", lambda: workbook_of(rows, published)
        )
    except Busy:
        return refuse(request, BUSY)
    return _file(published, HttpResponse(content, content_type=XLSX), "xlsx")


@require_safe
def as_json(request: HttpRequest, month: date) -> HttpResponse:
    published = _published(month)
    return _file(published, JsonResponse(document_of(published, **_told(published)), json_dumps_params=INDENT), "json")


def _page(request: HttpRequest, month: PublishedMonth) -> TemplateResponse:
    context = {
        "month": month,
        "name": period_in_words(str(month)),
        "since": _since(month),
        "answers": public_answers(month),
        "happenings": _happenings(month),
        "thresholds": thresholds_of(month),
        "others": [(str(other), period_in_words(str(other))) for other in PublishedMonth.objects.exclude(pk=month.pk)],
    }
    return TemplateResponse(request, "measurement/public/month.html", context)


def _told(month: PublishedMonth) -> dict:
    """What a file of a month tells."""
    is_demo = Installation.objects.is_demo()
    return {"tables": shown_tables(month), "happenings": _happenings(month), "is_demo": is_demo}


def _published(month: date) -> PublishedMonth:
    published = PublishedMonth.objects.filter(month=month).first()
    if published is None:
        raise Http404(f"De cijfers van {period_in_words(f'{month:%Y-%m}')} staan er niet.")
    return published


def _happenings(month: PublishedMonth) -> tuple[Happening, ...]:
    period = Period(month.month, next_month(month.month) - ONE_DAY)
    return happenings_in(ContextEvent.objects.filter(is_public=True), period)


def _since(month: PublishedMonth) -> date | None:
    since = month.rules["counted_since"]
    return date.fromisoformat(since) if since else None


def _coming() -> dict[str, date]:
    """When the first month comes: the one in which this site was made, or this one."""
    installation = Installation.objects.current()
    begun = timezone.localdate(installation.founded_at) if installation else timezone.localdate()
    first = first_of_month(begun)
    return {"first": first, "comes_on": opens_on(first)}


def _file(month: PublishedMonth, response: HttpResponse, ending: str) -> HttpResponse:
    response.headers["Content-Disposition"] = f'attachment; filename="cijfers-{month}.{ending}"'
    return response
