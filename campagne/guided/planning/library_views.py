"""Libraries and their locations: the region founds a library, its coordinators look after its places."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.log_actions import log

from campagne.guided.planning.library_forms import LibraryForm, LocationForm
from campagne.guided.planning.rights import for_, may_plan, own_location
from campagne.guided.planning.screen import REFUSED, screen
from campagne.guided.sessions.library import Library
from campagne.staff.ownership import works_for_region

LIBRARIES = "Bibliotheken en locaties"


@for_(may_plan)
def libraries(request: HttpRequest) -> HttpResponse:
    own = Library.objects.of(request.user).prefetch_related(
        "locations__municipality", "coordinators__user_set", "guides__user_set"
    )
    return screen(request, "libraries", LIBRARIES, libraries=own)


@for_(works_for_region)
def new_library(request: HttpRequest) -> HttpResponse:
    return _library(request, LibraryForm(request.POST or None), "Nieuwe bibliotheek")


@for_(works_for_region)
def library(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Library.objects.select_related("coordinators", "guides"), pk=pk)
    return _library(request, LibraryForm(request.POST or None, library=found), found.name)


def _library(request: HttpRequest, form: LibraryForm, title: str) -> HttpResponse:
    above = (LIBRARIES, reverse("guided_libraries"))
    if not form.is_valid():
        return screen(request, "form", title, above, form=form, status=REFUSED if form.is_bound else 200)
    saved = form.save()
    log(saved, "wagtail.edit")
    messages.success(request, f"‘{saved}’ is bewaard.")
    return redirect("guided_libraries")


@for_(may_plan)
def new_location(request: HttpRequest) -> HttpResponse:
    initial = {"library": request.GET.get("bibliotheek")}
    return _location(request, LocationForm(request.POST or None, user=request.user, initial=initial), "Nieuwe locatie")


@for_(may_plan)
def location(request: HttpRequest, pk: int) -> HttpResponse:
    found = own_location(request.user, pk)
    return _location(request, LocationForm(request.POST or None, instance=found, user=request.user), found.name)


def _location(request: HttpRequest, form: LocationForm, title: str) -> HttpResponse:
    above = (LIBRARIES, reverse("guided_libraries"))
    if not form.is_valid():
        return screen(request, "form", title, above, form=form, status=REFUSED if form.is_bound else 200)
    saved = form.save()
    log(saved, "wagtail.edit")
    messages.success(request, f"‘{saved}’ is bewaard.")
    return redirect("guided_libraries")
