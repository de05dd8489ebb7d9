"""The public pages of activities: lists, one activity, and both as a calendar file. Each ends with what it tells."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from campagne.activities.activity import Activity
from campagne.activities.entries import file_of
from campagne.activities.listing import Coming, coming_at, listing_at
from campagne.content.paging import one_screen
from campagne.serving.store.as_of import holds_until, moment_of
from doelgroepen.models import Municipality

CALENDAR = "text/calendar; charset=utf-8"
GONE = {"Cache-Control": "no-store"}


def everything(request: HttpRequest) -> HttpResponse:
    return _list(request, None)


def named(request: HttpRequest, slug: str) -> HttpResponse:
    """The list of a municipality, or one activity: both have a short address, for posters."""
    municipality = Municipality.objects.filter(slug=slug).first()
    return _list(request, municipality) if municipality else _one(request, slug)


def calendar_of_everything(request: HttpRequest) -> HttpResponse:
    return _list_as_calendar(request, None)


def calendar_of_named(request: HttpRequest, slug: str) -> HttpResponse:
    municipality = Municipality.objects.filter(slug=slug).first()
    return _list_as_calendar(request, municipality) if municipality else _one_as_calendar(request, slug)


def _list(request: HttpRequest, municipality: Municipality | None) -> HttpResponse:
    listing = listing_at(moment_of(request), municipality)
    _ends_with(request, listing.coming)
    context = {
        "listing": listing,
        "municipality": municipality,
        "municipalities": Municipality.objects.all(),
        "coming": one_screen(listing.coming, request),
        "shared": listing,
    }
    return TemplateResponse(request, "activities/list.html", context)


def _one(request: HttpRequest, slug: str) -> HttpResponse:
    """What it is and when; 410 once it is over, because its address is on posters and in messages."""
    coming = _coming(request, slug)
    if coming is None:
        return TemplateResponse(request, "activities/over.html", status=410, headers=GONE)
    context = {
        "coming": coming,
        "activity": coming.activity,
        "groups": coming.activity.target_groups.all(),
        "shared": coming.activity,
    }
    return TemplateResponse(request, "activities/activity.html", context)


def _list_as_calendar(request: HttpRequest, municipality: Municipality | None) -> HttpResponse:
    """Everything of which something is still to come, with the whole of each series."""
    listing = listing_at(moment_of(request), municipality)
    _ends_with(request, listing.coming)
    where = municipality.name if municipality else "de hele regio"
    body = file_of(f"Activiteiten in {where}", [each.activity for each in listing.coming])
    return HttpResponse(body, content_type=CALENDAR)


def _one_as_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    coming = _coming(request, slug)
    if coming is None:
        return HttpResponse("Deze activiteit is voorbij.\n", status=410, content_type="text/plain", headers=GONE)
    return HttpResponse(file_of(coming.activity.title, [coming.activity]), content_type=CALENDAR)


def _coming(request: HttpRequest, slug: str) -> Coming | None:
    """The activity with what is to come; None if that is nothing. Raises Http404 for one that is not public."""
    at = moment_of(request)
    known = Activity.objects.public().filter(slug=slug).select_related("theme", "contact", "page")
    found = coming_at(at, known)
    if not found and not known.exists():
        raise Http404
    _ends_with(request, found)
    return found[0] if found else None


def _ends_with(request: HttpRequest, coming: list[Coming]) -> None:
    """Let the page end when the first of what it shows is over."""
    if coming:
        holds_until(request, min(each.first.ends_at for each in coming))
