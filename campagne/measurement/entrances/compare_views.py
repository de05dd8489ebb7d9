"""Which places bring people in: all of them beside each other, on the screen and as a file."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campagne.measurement import measures
from campagne.measurement.dashboard.selection import sees_all
from campagne.measurement.entrances.comparing import (
    ORDERS,
    USUAL_ORDER,
    Place,
    in_order,
    places_of,
    visits_without_entrance,
)
from campagne.measurement.entrances.entrance import Entrance
from campagne.measurement.entrances.filters import FIELDS, PlacesForm
from campagne.measurement.entrances.paper import address_of
from campagne.measurement.screen import figures_screen, filters_kept
from campagne.serving.models import Installation
from campagne.sheets.cells import Cell
from campagne.sheets.csv_file import write_csv
from campagne.sheets.qr import spoken
from campagne.staff.ownership import OwnershipPolicy, usable_by

HEADER = (
    "plek", "middel", "gemeente", "adres", "leidt naar", "geplaatst op", "weggehaald op", "oplage", "gescand",
    "bezoeken", "bezoeken per 100 gedrukt", "bezoeken ervoor", "nagekomen bezoeken", "tot en met", "keuze",
    "wat het niet zegt", "bron",
)  # fmt: skip
NOT_TAKEN_AWAY = "hangt er nog"
WHOLE_REGION = "hele regio"
SOURCE, DEMO_SOURCE = "eigen telling", "demogegevens, niet echt"


@require_safe
def places(request: HttpRequest) -> TemplateResponse:
    order, form, found = _chosen(request)
    own = OwnershipPolicy(Entrance).instances_user_has_any_permission_for(request.user, ["change", "view"])
    context = {
        "places": found,
        "form": form,
        "order": order,
        "orders": [(words, _address(request, form, name), name == order) for name, (words, _) in ORDERS.items()],
        "without": visits_without_entrance() if sees_all(request.user) and not form.is_narrowed else None,
        "caveats": (measures.SCANS.caveat, measures.ENTRANCE_VISITS.caveat),
        "csv_url": f"{reverse('figures_places_csv')}{_address(request, form, order)}",
        "may_open": set(own.values_list("pk", flat=True)),
        "sees_all": sees_all(request.user),
    }
    return figures_screen(request, "entrances/compare", ("Vergelijk plekken", ""), context=context)


@require_safe
def places_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same table as a file, with what it does not say on every line."""
    _, form, found = _chosen(request)
    today = timezone.localdate()
    return StreamingHttpResponse(
        write_csv(_rows(found, form, today.isoformat()), header=HEADER),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="plekken-{today}.csv"', "Cache-Control": "no-store"},
    )


def entrances_seen_by(user: Any) -> QuerySet[Entrance]:
    """The entrances whose figures this person may see: the region's and their own municipality's."""
    return Entrance.objects.all() if sees_all(user) else Entrance.objects.filter(usable_by(user))


def _chosen(request: HttpRequest) -> tuple[str, PlacesForm, list[Place]]:
    """The order and the filters that were asked for, and the places; PermissionDenied for who may not see figures."""
    if not request.user.has_perm("staff.view_figures"):
        raise PermissionDenied("Vraag de beheerder om het recht ‘Mag de cijfers zien’.")
    asked = request.GET.get("volgorde", "")
    order = asked if asked in ORDERS else USUAL_ORDER
    form = PlacesForm(request.GET.dict(), user=request.user)
    entrances = form.narrowed(entrances_seen_by(request.user)).select_related("page", "municipality")
    return order, form, in_order(places_of(entrances), order)


def _address(request: HttpRequest, form: PlacesForm, order: str) -> str:
    """The same choice in another order, as the end of an address."""
    chosen = {name: form.data[name] for name in FIELDS if form.data.get(name)}
    return f"?{urlencode({**filters_kept(request).dict(), **chosen, 'volgorde': order})}"


def _rows(found: list[Place], form: PlacesForm, today: str) -> Iterator[list[Cell]]:
    installation = Installation.objects.current()
    source = DEMO_SOURCE if installation and installation.is_demo else SOURCE
    for place in found:
        entrance, per_hundred = place.entrance, place.per_hundred
        yield [
            entrance.place,
            entrance.get_means_display(),
            entrance.municipality.name if entrance.municipality else WHOLE_REGION,
            spoken(address_of(entrance)),
            entrance.page.title,
            entrance.placed_from,
            entrance.placed_until or NOT_TAKEN_AWAY,
            entrance.print_run,
            place.scans,
            place.visits,
            None if per_hundred is None else round(per_hundred, 1),
            place.early,
            place.late,
            today,
            form.words,
            measures.ENTRANCE_VISITS.caveat,
            source,
        ]
