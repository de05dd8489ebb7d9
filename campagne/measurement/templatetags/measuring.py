"""What a page says about itself so that it can be counted: the tracker and the question whether it was useful."""

from typing import Any

from django import template
from django.template.context import RequestContext
from django.urls import reverse
from wagtail.models import Page

from campagne.content.easy import EasyText
from campagne.measurement.ingest import CHOICE, VIA
from campagne.measurement.reading import read_seconds
from campagne.measurement.stamp import stamp_for
from doelgroepen.models import TargetGroup

register = template.Library()


@register.inclusion_tag("measurement/tracker.html", takes_context=True)
def tracker(context: RequestContext, page: Page, step: int | str = 0, easy: EasyText | None = None) -> dict[str, Any]:
    """The script that counts this page, or one step of a module; nothing in a preview or when it is not published.

    An easy text counts as its page, and is read in the time that its own words take.
    """
    if not page or not _is_counted(context, page):
        return {}
    return {**_stamped(page, step), "read_seconds": str(read_seconds(easy or page, int(step or 0)))}


@register.inclusion_tag("measurement/useful.html", takes_context=True)
def useful(context: RequestContext, page: Page, step: int | str = 0) -> dict[str, Any]:
    """The question whether the page was of use; in a preview it shows itself but cannot be counted."""
    fields = _stamped(page, step).items() if _is_counted(context, page) else ()
    return {"action": reverse("useful"), "fields": list(fields)}


@register.simple_tag
def choice_of(group: TargetGroup) -> str:
    """What goes along behind the address of a page that is opened from the page of a group: "#via-voor-senioren".

    The tracker reads it and takes it out of the address, so the choice is kept nowhere. Nothing for a group whose name
    the counting would refuse.
    """
    via = f"{CHOICE}{group.slug}"
    return f"#via-{via}" if VIA.fullmatch(via) else ""


def _is_counted(context: RequestContext, page: Page) -> bool:
    return page.live and not getattr(context.get("request"), "is_preview", False)


def _stamped(page: Page, step: int | str) -> dict[str, str]:
    """What identifies the page as given out by us; the same for every visitor, so the page can be stored.

    Numbers are text already, so that no template writes them with marks for thousands.
    """
    number, revision_id = int(step or 0), page.live_revision_id or 0
    return {
        "page": str(page.pk),
        "revision": str(revision_id),
        "step": str(number),
        "stamp": stamp_for(page.pk, revision_id, number),
    }
