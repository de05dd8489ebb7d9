"""A reader of figures with an address, and how to ask for the mail."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Group

from campagne.measurement.models import MonthlyReader
from campagne.serving.models import Installation
from doelgroepen.models import Theme
from tests.conftest import make_user
from tests.measurement.dashboard.conftest import count, today

__all__ = ["count", "today"]
FOURTH, FIFTH = datetime(2027, 3, 4, 11, tzinfo=UTC), datetime(2027, 3, 5, 11, tzinfo=UTC)
NEXT_MONTH = datetime(2027, 4, 5, 11, tzinfo=UTC)
FEBRUARY, MARCH = date(2027, 2, 1), date(2027, 3, 1)


@pytest.fixture
def reader(home):
    Theme.objects.create(slug="cybercrime", name="Cybercrime", goal="digitaal veilig wonen en werken")
    Installation.objects.update(founded_at="2024-01-01T12:00Z")
    return make_user("burgemeester", Group.objects.get(name="Lezer"), email="burgemeester@example.nl")


@pytest.fixture
def asked_for(reader):
    """Ask for the mail: `asked_for()` for the mayor, since January."""

    def ask(user=None, *, since=date(2027, 1, 20), **fields) -> MonthlyReader:
        return MonthlyReader.objects.create(user=user or reader, since=since, **fields)

    return ask
