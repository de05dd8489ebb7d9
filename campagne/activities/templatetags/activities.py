"""What is to come soon, for pages of a municipality and for the front page."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from campagne.activities.listing import Listing, listing_at
from campagne.serving.store.as_of import holds_until, moment_of
from doelgroepen.models import Municipality

register = template.Library()


@register.inclusion_tag("activities/soon.html", takes_context=True)
def activities_soon(context: Context, municipality: Municipality | None = None, most: int = 3) -> dict[str, Any]:
    """The first few around a municipality, or of the region (None); the page ends when one of them is over."""
    request = context.get("request")
    listing = listing_at(moment_of(request) if request else timezone.now(), municipality)
    soon = Listing(municipality, listing.coming[:most])
    if request and soon.coming:
        holds_until(request, min(each.first.ends_at for each in soon.coming))
    return {"listing": soon, "municipality": municipality}
