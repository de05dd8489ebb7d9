"""What the tests of the clock share."""

import pytest
from django.db import connection

from campagne.serving.models import JobRun, Lease


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Real transactions, which other threads see. Only the tables of the clock are written, and emptied afterwards."""
    with django_db_blocker.unblock():
        yield
        for model in (JobRun, Lease):
            model.objects.all().delete()
        connection.close()
