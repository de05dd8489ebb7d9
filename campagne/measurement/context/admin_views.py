"""The form of an event as the dashboard opens it: the period and what was chosen there are filled in already."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.snippets.views.snippets import CreateView

from campagne.measurement.periods import Period

ADD = "wagtailsnippets_measurement_contextevent:add"
MAY_ADD = "measurement.add_contextevent"
DAYS = {"van": "begins", "tot": "ends"}
LISTS = {"thema": "themes", "doelgroep": "groups"}
OWNER = {"gemeente": "municipality"}
CHOSEN = (*LISTS, *OWNER)


def address_of_form(period: Period, chosen: Mapping[str, str], back: str) -> str:
    """Where to write an event down with this period and choice filled in; `back` is where one returns to."""
    kept = {name: chosen[name] for name in CHOSEN if chosen.get(name)}
    query = {"van": period.first.isoformat(), "tot": period.last.isoformat(), **kept, "next": back}
    return f"{reverse(ADD)}?{urlencode(query)}"


def filled_in(query: Mapping[str, str]) -> dict[str, Any]:
    """What the form begins with; what cannot be read is left out, because somebody looks at it before it is saved."""
    days = {field: day for name, field in DAYS.items() if (day := _day(query.get(name, "")))}
    keys = {name: query[name] for name in CHOSEN if query.get(name, "").isdecimal()}
    lists = {field: [keys[name]] for name, field in LISTS.items() if name in keys}
    return {**days, **lists, **{field: keys[name] for name, field in OWNER.items() if name in keys}}


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None


class EventCreateView(CreateView):
    """Comes from a chart and goes back to it."""

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), **filled_in(self.request.GET.dict())}

    def get_add_url(self) -> str:
        back = get_valid_next_url_from_request(self.request)
        return f"{super().get_add_url()}?{urlencode({'next': back})}" if back else super().get_add_url()

    def get_success_url(self) -> str:
        return get_valid_next_url_from_request(self.request) or super().get_success_url()
