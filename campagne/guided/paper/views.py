"""The presenter's screens about paper: what to print, the documents themselves, and typing in what was written."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.guided.joining.seats import make_seats
from campagne.guided.leading.screen import SeeOther, led_screen
from campagne.guided.leading.ticket import PresenterTicket, led_with
from campagne.guided.paper.documents import BY_KIND, pdf
from campagne.guided.paper.entering import Papers, take_in
from campagne.guided.paper.grid import Row, errors_in
from campagne.guided.paper.printing import cannot_print, file_name, printable, to_print
from campagne.serving.intake.refusals import Refusal
from campagne.sheets.pdf import CannotPrint

REFUSED = 422
MORE_SHEETS = 10
NOT_A_DOCUMENT = Refusal(404, "Dit kunnen we niet printen", "Ga terug naar ‘Op papier’ en kies wat daar staat.")


@led_screen("GET", "HEAD", "POST")
def paper(request: HttpRequest, signed: str) -> HttpResponse:
    """What can be printed and what each is for; a post makes seat cards, one for each expected person."""
    ticket, session = led_with(signed, timezone.now())
    if request.method == "POST":
        make_seats(session, session.expected)
        return SeeOther(ticket.url("paper") + "#plaatskaarten")
    context = {
        "session": session,
        "urls": urls_of(ticket),
        "documents": to_print(session, ticket),
        "make_seats": f"Maak {session.expected} plaatskaarten",
    }
    return TemplateResponse(request, "guided/paper/paper.html", context)


@led_screen("GET", "HEAD")
def print_document(request: HttpRequest, signed: str, kind: str) -> HttpResponse:
    """One document as a tagged PDF, shown in the browser."""
    _, session = led_with(signed, timezone.now())
    document = BY_KIND.get(kind)
    if document is None:
        raise NOT_A_DOCUMENT
    if why := printable(session, document):
        raise Refusal(409, "Dit is er nog niet", why)
    try:
        content = pdf(session, document)
    except CannotPrint as missing:
        raise cannot_print(missing) from missing
    disposition = f'inline; filename="{file_name(session, document)}"'
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})


@led_screen("GET", "HEAD", "POST")
def entry(request: HttpRequest, signed: str) -> HttpResponse:
    """The grid: rows that are right are kept, the others come back as they were typed."""
    at = timezone.now()
    ticket, session = led_with(signed, at)
    papers = Papers.of(session)
    many = papers.many(request.GET.get("bladen", ""))
    if request.method != "POST":
        return TemplateResponse(request, "guided/paper/entry.html", _grid(ticket, papers, papers.rows(many)))
    rows = take_in(papers, request.POST, at)
    if any(row.errors for row in rows):
        return TemplateResponse(request, "guided/paper/entry.html", _grid(ticket, papers, rows), status=REFUSED)
    more = f"?bladen={len(rows) + MORE_SHEETS}#c{len(rows)}" if "more" in request.POST else "#opgeslagen"
    return SeeOther(ticket.url("entry") + more)


def urls_of(ticket: PresenterTicket) -> dict[str, str]:
    """The ways between these screens, and back to the lesson."""
    return {name: ticket.url(name) for name in ("presenter", "paper", "entry", "second_entry")}


def _grid(ticket: PresenterTicket, papers: Papers, rows: list[Row]) -> dict[str, Any]:
    """What the grid shows; what is kept is looked up anew, after the rows were."""
    kept = Papers(papers.session)
    return {
        "session": papers.session,
        "urls": urls_of(ticket),
        "heads": papers.heads,
        "rows": rows,
        "has_seats": papers.has_seats,
        "errors": errors_in(rows),
        "sheets": len({sheet for sheet, _ in kept.saved}),
        "answers": len(kept.saved),
    }
