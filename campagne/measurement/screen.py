"""A screen of figures in the admin: what Wagtail's page around it needs, with the way back to the figures."""

from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse


def figures_screen(
    request: HttpRequest,
    template: str,
    *way: tuple[str, str],
    context: dict[str, Any],
    icon: str = "table",
    status: int = 200,
) -> TemplateResponse:
    """`way` are pairs of name and address, from below the figures down to this screen itself, which has no address."""
    whole = (("Beheer", reverse("wagtailadmin_home")), ("Cijfers", reverse("figures")), *way)
    title, _ = way[-1]
    around = {
        "page_title": title,
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [{"label": name, "url": address} for name, address in whole],
    }
    return TemplateResponse(request, f"measurement/{template}.html", {**around, **context}, status=status)


def below(section: str, address: str, title: str) -> tuple[tuple[str, str], ...]:
    """The way to a screen of a section: the section itself, or one below it."""
    return ((section, ""),) if title == section else ((section, address), (title, ""))
