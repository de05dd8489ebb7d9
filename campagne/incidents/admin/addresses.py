"""Addresses of this room, below /beheer/incidenten/."""

from django.urls import URLPattern, path

from campagne.incidents.admin import (
    change_views,
    held_views,
    incident_views,
    line_views,
    list_views,
    raise_views,
)
from campagne.incidents.admin.change_views import ALL_CLEAR, EXTEND, UPDATE, WITHDRAW
from campagne.incidents.admin.line_views import LINES, STATEMENTS, Sort

change = change_views.change


def sentences(word: str, sort: Sort) -> list[URLPattern]:
    """The addresses of one sort of sentences."""
    told = {"sort": sort}
    return [
        path(f"{word}/", line_views.lines, told, name=f"incidents_{sort.name}s"),
        path(f"{word}/nieuw/", line_views.line, told, name=f"incidents_new_{sort.name}"),
        path(f"{word}/<int:pk>/", line_views.line, told, name=f"incidents_{sort.name}"),
        path(f"{word}/<int:pk>/weghalen/", line_views.drop_line, told, name=f"incidents_drop_{sort.name}"),
    ]


urlpatterns = [
    path("", list_views.incident_list, name="incidents_list"),
    path("melden/", raise_views.raise_incident, name="incidents_raise"),
    path("<uuid:pk>/", incident_views.incident, name="incidents_incident"),
    path("<uuid:pk>/bevestigen/", incident_views.confirm_incident, name="incidents_confirm"),
    path("<uuid:pk>/weggooien/", incident_views.drop_incident, name="incidents_drop"),
    path("<uuid:pk>/bijwerken/", change, {"change": UPDATE}, name="incidents_update"),
    path("<uuid:pk>/verlengen/", change, {"change": EXTEND}, name="incidents_extend"),
    path("<uuid:pk>/intrekken/", change, {"change": WITHDRAW}, name="incidents_withdraw"),
    path("<uuid:pk>/sein-veilig/", change, {"change": ALL_CLEAR}, name="incidents_all_clear"),
    path("tegengehouden/vrijgeven/", held_views.release_all, name="incidents_release_all"),
    path("tegengehouden/<int:pk>/vrijgeven/", held_views.release_one, name="incidents_release"),
    *sentences("zinnen", LINES),
    *sentences("mededelingen", STATEMENTS),
]
