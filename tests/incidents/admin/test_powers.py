"""An incident that a misused account told of is looked at by somebody, and never taken away by itself."""

from django.urls import reverse
from django.utils import timezone

from campagne.staff.freezing.powers import end_powers, powers_of


def test_what_is_not_over_is_listed_for_both_who_told_it_and_stays(officers):
    incident = officers.raised()

    for officer in (officers.first, officers.second):
        [power] = powers_of(officer)
        assert power.url == reverse("incidents_incident", args=[incident.pk])
        assert end_powers(officer, timezone.now(), None) == []

    incident.refresh_from_db()
    assert incident.is_live
