"""What every screen of this room needs of Wagtail's page around it."""

from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from campagne.incidents.incident import Incident

TITLE = "Incident"
REFUSED = 422


def screen(
    request: HttpRequest, template: str, title: str = "", *above: tuple[str, str], status: int = 200, **context: Any
) -> TemplateResponse:
    """One screen: `above` are the screens on the way to it, each its title and address."""
    way = [("Beheer", reverse("wagtailadmin_home")), (TITLE, reverse("incidents_list")), *above]
    if title:
        way.append((title, ""))
    furniture = {
        "header_title": title or TITLE,
        "header_icon": "warning",
        "breadcrumbs_items": [{"label": label, "url": url} for label, url in way],
    }
    answer = TemplateResponse(request, f"incidents/admin/{template}.html", {**furniture, **context}, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def way_to(incident: Incident) -> tuple[str, str]:
    return str(incident), reverse("incidents_incident", args=[incident.pk])
