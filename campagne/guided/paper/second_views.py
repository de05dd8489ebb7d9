"""The screen of the second entry: type a few sheets again, then choose where both differ."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.guided.leading.screen import SeeOther, led_screen
from campagne.guided.leading.ticket import led_with
from campagne.guided.paper.checking import Check, keep_second, settle
from campagne.guided.paper.entering import Papers
from campagne.guided.paper.grid import errors_in
from campagne.guided.paper.views import REFUSED, urls_of


@led_screen("GET", "HEAD", "POST")
def second_entry(request: HttpRequest, signed: str) -> HttpResponse:
    """A post is either sheets typed a second time, or choices between what two people read."""
    at = timezone.now()
    ticket, session = led_with(signed, at)
    check = Check(Papers.of(session))
    rows, status = check.empty_rows, 200
    if request.method == "POST":
        if "settle" in request.POST:
            settle(check, request.POST, at)
            return SeeOther(ticket.url("second_entry"))
        rows, status = check.read(request.POST), REFUSED
        keep_second(check, rows)
        if not any(row.errors for row in rows):
            return SeeOther(ticket.url("second_entry"))
    context = {"session": session, "urls": urls_of(ticket), "check": check, "rows": rows, "errors": errors_in(rows)}
    return TemplateResponse(request, "guided/paper/second_entry.html", context, status=status)
