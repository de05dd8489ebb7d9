"""The report "Aanbod per thema en doelgroep": the table of what is there, what lacks, and the same as a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campagne.measurement.offer.findings import lacking
from campagne.measurement.offer.gathered import gather
from campagne.measurement.offer.matrix import Cell, Label, Offer, Piece, oldest_first
from campagne.measurement.offer.review import LIFESPANS
from campagne.measurement.offer.sight import MAY_SEE, Rights, own_places, places_seen, sees_everywhere, ways_to_make
from campagne.measurement.offer.spreadsheet import HEADER, export_rows
from campagne.sheets.csv_file import write_csv

TITLE = "Aanbod per thema en doelgroep"
EVERYWHERE = "Hele regio"
OF_THE_REGION = "regio"


@dataclass(frozen=True)
class Found:
    """A thing in a list, and where to look it over; without an address that is somebody else's work."""

    piece: Piece
    edit_url: str


@require_safe
def offer_report(request: HttpRequest) -> TemplateResponse:
    whole, place = _asked(request)
    offer = whole.found_in(place)
    rights, cell = Rights.of(request.user), _chosen_cell(request, offer)
    context = {
        "header_title": TITLE,
        "header_icon": "table",
        "breadcrumbs_items": [{"url": reverse("wagtailadmin_home"), "label": "Beheer"}, {"url": "", "label": TITLE}],
        "places": [(OF_THE_REGION, EVERYWHERE), *((one.slug, one.name) for one in places_seen(request.user, whole))],
        "chosen": place.slug if place else OF_THE_REGION,
        "place_name": place.name if place else EVERYWHERE,
        "findings": lacking(whole, [place]),
        "themes": offer.themes,
        "lines": [(line.group, [(cell, _address(place, cell)) for cell in line.cells]) for line in offer.lines()],
        "cell": cell,
        "found": _found(oldest_first(cell.pieces), rights) if cell else [],
        "stale": _found(offer.stale(), rights),
        "make": ways_to_make(request.user, place),
        "lifespans": LIFESPANS,
        "csv_url": reverse("offer_csv"),
    }
    return TemplateResponse(request, "measurement/offer/report.html", context, headers={"Cache-Control": "no-store"})


@require_safe
def offer_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Every cell of every place that somebody may see."""
    whole, _ = _asked(request)
    places = [None, *places_seen(request.user, whole)]
    offers = [(place.name if place else EVERYWHERE, whole.found_in(place)) for place in places]
    return StreamingHttpResponse(
        write_csv(export_rows(offers), header=HEADER),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="aanbod-{timezone.localdate()}.csv"',
            "Cache-Control": "no-store",
        },
    )


def _asked(request: HttpRequest) -> tuple[Offer, Label | None]:
    """The whole offer, and the municipality that was chosen; whoever works for one begins there.

    Raises PermissionDenied for whoever may not see figures.
    """
    if not request.user.has_perm(MAY_SEE):
        raise PermissionDenied("Vraag de beheerder om het recht ‘Mag de cijfers zien’.")
    whole, asked = gather(timezone.localdate()), request.GET.get("gemeente", "")
    seen = {place.slug: place for place in places_seen(request.user, whole)}
    if asked in seen or asked == OF_THE_REGION or sees_everywhere(request.user):
        return whole, seen.get(asked)
    return whole, next(iter(own_places(request.user, whole)), None)


def _chosen_cell(request: HttpRequest, offer: Offer) -> Cell | None:
    asked = request.GET.get("thema", ""), request.GET.get("doelgroep", "")
    return next((cell for cell in offer.cells() if (cell.theme.slug, cell.group.slug) == asked), None)


def _address(place: Label | None, cell: Cell) -> str:
    """The same report with what stands in one cell below the table."""
    chosen: Mapping[str, str] = {
        "gemeente": place.slug if place else OF_THE_REGION,
        "thema": cell.theme.slug,
        "doelgroep": cell.group.slug,
    }
    return f"?{urlencode(chosen)}#gekozen"


def _found(pieces: Iterable[Piece], rights: Rights) -> list[Found]:
    return [Found(piece, rights.edit_url(piece)) for piece in pieces]
