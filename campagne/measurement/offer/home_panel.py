"""What lacks in the offer, on the first screen of whoever writes pages. Nothing when all is there and looked over."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from campagne.measurement.offer.findings import lacking
from campagne.measurement.offer.gathered import gather
from campagne.measurement.offer.sight import MAY_SEE, own_places, writes_pages
from campagne.staff.ownership import works_for_region

SHOWN = 4


class OfferPanel(Component):
    """Of a municipality's own: its gaps, and what it wrote itself; of the region's people: everything."""

    name = "offer"
    template_name = "measurement/offer/home_panel.html"
    order = 8

    def __init__(self, user: Any) -> None:
        self._user = user

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        offer = gather(timezone.localdate())
        places, stale = None, offer.stale()
        if not works_for_region(self._user):
            places = own_places(self._user, offer)
            ours = {place.pk for place in places}
            stale = tuple(piece for piece in stale if piece.municipality in ours)
        findings = lacking(offer, places)
        return {"findings": findings[:SHOWN], "more": len(findings[SHOWN:]), "stale": len(stale)}


def panels_for(user: Any) -> Iterator[OfferPanel]:
    if user.has_perm(MAY_SEE) and writes_pages(user):
        yield OfferPanel(user)
