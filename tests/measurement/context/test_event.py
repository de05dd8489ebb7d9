from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campagne.measurement.models import ContextEvent

MAY = (date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("begins", "ends", "touches"),
    [
        pytest.param(date(2026, 5, 10), date(2026, 5, 12), True, id="within"),
        pytest.param(date(2026, 4, 1), date(2026, 5, 1), True, id="ends on the first day"),
        pytest.param(date(2026, 5, 31), None, True, id="begins on the last day"),
        pytest.param(date(2025, 1, 1), None, True, id="goes on"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 30), False, id="ended the day before"),
        pytest.param(date(2026, 6, 1), None, False, id="begins the day after"),
    ],
)
def test_an_event_is_within_a_period_that_it_touches(event, begins, ends, touches):
    event(begins=begins, ends=ends)

    assert ContextEvent.objects.within(*MAY).exists() == touches


def test_an_event_of_a_municipality_is_not_about_another(event, stein, beek):
    event("Regio"), event("Stein", municipality=stein), event("Beek", municipality=beek)

    assert {found.title for found in ContextEvent.objects.about(stein)} == {"Regio", "Stein"}
    assert ContextEvent.objects.about(None).count() == 3


def test_an_event_does_not_end_before_it_begins(event):
    with pytest.raises(ValidationError, match="vóór de eerste dag"):
        ContextEvent(title="x", begins=date(2026, 5, 2), ends=date(2026, 5, 1)).full_clean()

    with pytest.raises(IntegrityError), transaction.atomic():
        event(begins=date(2026, 5, 2), ends=date(2026, 5, 1))
