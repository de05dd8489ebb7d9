"""The report of a session, for who leads it: to read, to print on one sheet, and as a file."""

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.guided.leading.screen import led_screen
from campagne.guided.leading.ticket import led_with
from campagne.guided.paper.printing import cannot_print
from campagne.guided.report.session_report import SessionReport, report_of
from campagne.guided.report.spreadsheet import HEADER, report_rows
from campagne.media.own_files import print_style
from campagne.serving.models import Installation
from campagne.sheets.csv_file import write_csv
from campagne.sheets.pdf import CannotPrint, pdf_of

STYLESHEET = "css/print_report.css"


@led_screen("GET", "HEAD")
def report(request: HttpRequest, signed: str) -> HttpResponse:
    ticket, session = led_with(signed, timezone.now())
    context = {
        **_context(report_of(session)),
        "signed": signed,
        "pdf_url": ticket.url("report_pdf"),
        "csv_url": ticket.url("report_csv"),
    }
    return TemplateResponse(request, "guided/report/report.html", context)


@led_screen("GET", "HEAD")
def report_pdf(request: HttpRequest, signed: str) -> HttpResponse:
    _, session = led_with(signed, timezone.now())
    page = render_to_string("guided/report/print.html", _context(report_of(session)))
    try:
        content = pdf_of(page, stylesheets=[print_style(STYLESHEET)])
    except CannotPrint as missing:
        raise cannot_print(missing) from missing
    return HttpResponse(content, content_type="application/pdf", headers=_named(session.pk, "pdf"))


@led_screen("GET", "HEAD")
def report_csv(request: HttpRequest, signed: str) -> HttpResponse:
    _, session = led_with(signed, timezone.now())
    rows = report_rows(report_of(session), is_demo=Installation.objects.is_demo())
    content = write_csv(rows, header=HEADER)
    return StreamingHttpResponse(content, content_type="text/csv; charset=utf-8", headers=_named(session.pk, "csv"))


def _context(told: SessionReport) -> dict[str, Any]:
    return {
        "report": told,
        "session": told.session,
        "is_demo": Installation.objects.is_demo(),
        "made_at": timezone.now(),
    }


def _named(session_id: int, kind: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="verslag-{session_id}.{kind}"'}
