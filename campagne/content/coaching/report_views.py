"""The report "Taal van alle pagina's" in the admin, on screen and as a file. It blocks nothing."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.permissions import page_permission_policy

from campagne.content.coaching.columns import COLUMNS, FIRST, HEADER, exported, in_order
from campagne.content.coaching.rows import REGION, Row, rows_for
from campagne.content.coaching.told import NO_MARK
from campagne.sheets.csv_file import write_csv
from doelgroepen.models import Municipality

TITLE = "Taal van alle pagina's"
ROWS_ON_A_SCREEN = 50
OF_THE_REGION = "regio"


@dataclass(frozen=True)
class Heading:
    """The head of a column; pressing it sorts by it, and once more the other way round."""

    label: str
    url: str
    is_sorted: bool


@dataclass(frozen=True)
class Line:
    """A page on screen: `cells` are its columns after the title."""

    row: Row
    cells: list[str]
    is_over_norm: bool


def may_see(user: Any) -> bool:
    """Whoever writes pages."""
    return page_permission_policy.user_has_any_permission(user, {"add", "change", "publish"})


@require_safe
def language_report(request: HttpRequest) -> TemplateResponse:
    rows, places, chosen = _chosen(request)
    screen = Paginator(rows, ROWS_ON_A_SCREEN).get_page(request.GET.get("blad"))
    screen.object_list = [_line(row) for row in screen]
    context = {
        "header_title": TITLE,
        "header_icon": "openquote",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Beheer"},
            {"url": "", "label": TITLE},
        ],
        "headings": _headings(request),
        "lines": screen,
        "places": places,
        "chosen": chosen,
        "sorting": request.GET.get("sorteer", ""),
        "note": NO_MARK,
        "query": _query(request, blad=None),
        "csv_url": f"{reverse('language_report_csv')}?{_query(request, blad=None)}",
    }
    return TemplateResponse(
        request, "content/admin/language_report.html", context, headers={"Cache-Control": "no-store"}
    )


@require_safe
def language_report_csv(request: HttpRequest) -> StreamingHttpResponse:
    rows, _, _ = _chosen(request)
    name = f"taal-{timezone.localdate()}.csv"
    return StreamingHttpResponse(
        write_csv((exported(row) for row in rows), header=HEADER),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


def _chosen(request: HttpRequest) -> tuple[list[Row], list[tuple[str, str]], str]:
    """The rows that were asked for, in order; the places to choose from, and which one was chosen.

    Raises PermissionDenied for whoever writes no pages.
    """
    if not may_see(request.user):
        raise PermissionDenied("Dit rapport is voor wie pagina's schrijft.")
    municipalities = {place.slug: place for place in Municipality.objects.all()}
    places = [(OF_THE_REGION, REGION), *((slug, place.name) for slug, place in municipalities.items())]
    chosen = request.GET.get("gemeente", "")
    rows = rows_for(request.user, municipalities.get(chosen), region_alone=chosen == OF_THE_REGION)
    name, backwards = _sorting(request)
    return in_order(rows, name, backwards=backwards), places, chosen


def _sorting(request: HttpRequest) -> tuple[str, bool]:
    asked = request.GET.get("sorteer", FIRST)
    return asked.removeprefix("-"), asked.startswith("-")


def _headings(request: HttpRequest) -> list[Heading]:
    name, backwards = _sorting(request)
    headings = []
    for column in COLUMNS:
        is_sorted = column.name == name
        asks = f"-{column.name}" if is_sorted and not backwards else column.name
        headings.append(Heading(column.label, f"?{_query(request, sorteer=asks, blad=None)}", is_sorted))
    return headings


def _query(request: HttpRequest, **changed: str | None) -> str:
    """What was chosen, as it stands in an address, with something else in it; None leaves it out."""
    query = request.GET.copy()
    for name, value in changed.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return query.urlencode()


def _line(row: Row) -> Line:
    return Line(row, [column.shown(row) for column in COLUMNS[1:]], row.reading.is_longer_than_the_norm)
