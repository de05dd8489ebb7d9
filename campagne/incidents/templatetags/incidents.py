"""The banner, for the template that every page extends."""

from typing import Any

from django import template
from django.db import Error
from django.http import HttpRequest
from django.template.context import Context
from django.utils import timezone

from campagne.incidents.showing.banner import Notice, notices_at
from campagne.serving.store.as_of import holds_until, moment_of
from doelgroepen.models import Municipality

register = template.Library()


@register.inclusion_tag("incidents/banner.html", takes_context=True)
def incident_banner(context: Context) -> dict[str, Any]:
    """What is told now in the area of this page; a page that tells of one ends with what it tells."""
    request, municipality = context.get("request"), getattr(context.get("page"), "municipality", None)
    notices = _for_request(request, municipality) if request else _if_the_database_can_be_asked(municipality)
    return {"notices": notices}


def _for_request(request: HttpRequest, municipality: Municipality | None) -> list[Notice]:
    notices = list(notices_at(moment_of(request), municipality))
    if notices:
        holds_until(request, min(notice.ends_at for notice in notices))
    return notices


def _if_the_database_can_be_asked(municipality: Municipality | None) -> list[Notice]:
    """A refusal that is made without a request does not fail for a banner; a page does, or one without it is kept."""
    try:
        return list(notices_at(timezone.now(), municipality))
    except Error:
        return []
