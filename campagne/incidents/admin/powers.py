"""Incidents that an account put ready or showed, and that are not over: somebody must look whether they are true."""

from typing import Any

from django.db.models import Q
from django.urls import reverse

from campagne.incidents.course import State
from campagne.incidents.incident import Incident
from campagne.staff.freezing.powers import Power

NOT_OVER = (State.AWAITING.value, State.LIVE.value)


def incidents_of(account: Any) -> list[Power]:
    """Not ended by itself: an incident that is true must stay where it is read."""
    by_account = Q(raised_by=account.pk) | Q(confirmed_by=account.pk)
    found = Incident.objects.filter(by_account, state__in=NOT_OVER).select_related("page")
    return [
        Power(f"incidents.{each.pk}", "Incident", str(each), reverse("incidents_incident", args=[each.pk]))
        for each in found
    ]
