"""What is compared with the promise is what the browser is told to send and what the tables can hold."""

import pytest
from django.conf import settings
from django.db import models

from campagne.measurement.privacy.facts import facts, of_script
from campagne.measurement.promise import TABLES

pytestmark = pytest.mark.once
TRACKER = settings.BASE_DIR / "static" / "js" / "tracker.js"


@pytest.mark.parametrize(
    ("script", "is_the_same"),
    [
        pytest.param("// About\nlet shown = 1;\nsend('/m');", True, id="a comment"),
        pytest.param("let  shown = 1;\n\nsend( '/m' );", True, id="spaces"),
        pytest.param("let shown = 1;send('//m')", False, id="another address"),
        pytest.param("let shown = 1;\nsend('/m');\nsend(navigator.userAgent)", False, id="sends more"),
    ],
)
def test_only_what_a_script_does_is_compared(script, is_the_same):
    assert (of_script(script) == of_script("let shown = 1;\nsend('/m');")) is is_the_same


def test_every_table_is_described_with_its_columns():
    told = facts(TRACKER)

    assert told.keys() == {"tracker", "beacon", *TABLES}
    assert "via: CharField(55)" in told["measurement.Inbox"]
    assert {"page: int", "via: str", "kind refused", "act report subject"} <= set(told["beacon"])


def test_another_column_is_another_description(monkeypatch):
    from campagne.measurement.models import DayPage

    column = models.CharField(max_length=40)
    column.set_attributes_from_name("visitor")
    more = [*DayPage._meta.concrete_fields, column]
    monkeypatch.setattr(DayPage._meta, "concrete_fields", more)

    assert facts(TRACKER)["measurement.DayPage"][-1] == "visitor: CharField(40)"
