"""The way to the sheets, on the first screen of who reads figures and writes nothing: else that screen is empty."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from campagne.measurement.offer.sight import MAY_SEE, writes_pages
from campagne.measurement.onepager.choosing import counted_since
from campagne.measurement.onepager.whole_periods import usual


class SheetsPanel(Component):
    """Where an executive begins: one sheet per goal, of the period that the sheets choose by themselves."""

    name = "sheets"
    template_name = "measurement/onepager/home_panel.html"
    order = 7

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"period": usual(timezone.localdate(), counted_since()).words}


def panels_for(user: Any) -> Iterator[SheetsPanel]:
    if user.has_perm(MAY_SEE) and not writes_pages(user):
        yield SheetsPanel()
