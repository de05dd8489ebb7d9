"""A screen of figures in the admin: what Wagtail's page around it needs, and what was chosen on the screen before."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from campagne.measurement.dashboard.selection import FILTERS
from campagne.serving.models import Installation

DAYS = ("van", "tot")


def figures_screen(
    request: HttpRequest,
    template: str,
    *way: tuple[str, str],
    context: dict[str, Any],
    icon: str = "table",
    status: int = 200,
) -> TemplateResponse:
    """`way` are pairs of name and address, from below the figures down to this screen itself, which has no address.

    Templates get `kept`, the filters that travel from screen to screen, and `query`, the same as in an address.
    """
    kept = filters_kept(request)
    whole = (("Beheer", reverse("wagtailadmin_home")), ("Cijfers", f"{reverse('figures')}?{kept.urlencode()}"), *way)
    title, _ = way[-1]
    around = {
        "page_title": title,
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [{"label": name, "url": address} for name, address in whole],
        "installation": installation(),
        "kept": kept,
        "query": kept.urlencode(),
    }
    return TemplateResponse(request, f"measurement/{template}.html", {**around, **context}, status=status)


def filters_kept(request: HttpRequest) -> QueryDict:
    """What was chosen on a screen of figures, for the next one. Of several themes none is the choice.

    A day that was wiped is a choice; another empty filter is not.
    """
    kept = QueryDict(mutable=True)
    for name in (*DAYS, *FILTERS):
        values = request.GET.getlist(name)
        if len(values) == 1 and (values[0] or name in DAYS):
            kept[name] = values[0]
    return kept


def installation() -> Installation:
    """Asked for by itself: the settings of the site, with which public pages fetch it along, are more to ask."""
    return Installation.objects.current() or Installation(founded_at=timezone.now())


def below(section: str, address: str, title: str) -> tuple[tuple[str, str], ...]:
    """The way to a screen of a section: the section itself, or one below it."""
    return ((section, ""),) if title == section else ((section, address), (title, ""))
