"""What every screen of this room needs of Wagtail's page around it."""

from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from campagne.guided.planning.rights import may_plan
from campagne.staff.ownership import works_for_region

TITLE = "Lessen begeleiden"
REFUSED = 422


def screen(
    request: HttpRequest, template: str, title: str = "", *above: tuple[str, str], status: int = 200, **context: Any
) -> TemplateResponse:
    """One screen: `above` are the screens on the way to it, each its title and address."""
    way = [("Beheer", reverse("wagtailadmin_home")), (TITLE, reverse("guided_list")), *above]
    if title:
        way.append((title, ""))
    furniture = {
        "header_title": title or TITLE,
        "header_icon": "group",
        "breadcrumbs_items": [{"label": label, "url": url} for label, url in way],
        "may_plan": may_plan(request.user),
        "for_region": works_for_region(request.user),
    }
    answer = TemplateResponse(request, f"guided/planning/{template}.html", {**furniture, **context}, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
