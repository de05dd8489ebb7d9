"""A fault is told by its class and place, never by its message."""

import pytest
from django.utils import timezone

from campagne.serving.clock.fault import fault_of
from campagne.serving.clock.jobs import MINUTE, Job
from campagne.serving.clock.runs import run

pytestmark = pytest.mark.once


def test_a_fault_names_our_last_place_and_nothing_that_somebody_wrote():
    job = Job("Rekenen", "decimal.Decimal", MINUTE, MINUTE)

    fault = run(job, "jan@voorbeeld.nl")

    assert fault.startswith("InvalidOperation, campagne.serving.clock.runs regel ")
    assert "jan" not in fault


def test_an_unknown_path_is_a_fault_too():
    fault = run(Job("Weg", "campagne.serving.clock.gone.away", MINUTE, MINUTE), timezone.now())

    assert fault.startswith("ModuleNotFoundError, campagne.serving.clock.runs")


def test_an_error_that_was_never_raised_has_no_place():
    assert fault_of(ValueError("jan@voorbeeld.nl")) == "ValueError"
