"""No table could hold who somebody is: every column of what visitors leave behind is on a list."""

import pytest
from django.apps import apps
from django.db import IntegrityError, models

from campagne.measurement.models import DayPage, MonthPage
from campagne.measurement.promise import TABLES
from tests.measurement.conftest import NOON

# A count, a day, a page: the only columns there are. A new one is added here by somebody who has thought about it.
COLUMNS = {
    "measurement_inbox": "id once kind day page_id revision_id step is_entry via referrer act subject received_at "
    "counted_at",
    "measurement_daypage": "id day page_id revision_id step views visits reads",
    "measurement_dayact": "id day page_id step act subject count",
    "measurement_dayentrance": "id day entrance scans visits",
    "measurement_daycell": "id day theme group municipality method views visits reads",
    "measurement_dayreferrer": "id day referrer visits",
    "measurement_monthpage": "id month page_id views visits reads",
    "measurement_monthact": "id month page_id act subject count",
    "measurement_monthentrance": "id month entrance scans visits",
    "measurement_monthcell": "id month theme group municipality method views visits reads",
    "measurement_monthreferrer": "id month referrer visits",
    "measurement_rejection": "id day reason count",
    "measurement_purge": "id before",
}
# A name of a short list, made of a host before anything is stored (test_ingest); and who of our staff gets a mail.
THOUGHT_ABOUT = {f"measurement_{table}.referrer" for table in ("inbox", "dayreferrer", "monthreferrer")}
THOUGHT_ABOUT |= {"measurement_monthlyreader.user_id"}
SUSPECT = ("address", "_ip", "ip_", "agent", "visitor", "session", "cookie", "fingerprint", "email", "user", "referrer")


def tables_of_counting():
    """What a visit fills; what editors write there is theirs."""
    return [apps.get_model(label) for label in TABLES if label.startswith("measurement.")]


def test_the_tables_of_counting_have_these_columns_and_no_others():
    found = {
        model._meta.db_table: {field.column for field in model._meta.concrete_fields} for model in tables_of_counting()
    }

    assert found == {table: set(columns.split()) for table, columns in COLUMNS.items()}


@pytest.mark.parametrize("label", ["measurement", "quiz", "serving"])
def test_no_column_could_hold_who_somebody_is(label):
    suspicious = [
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, models.GenericIPAddressField) or any(word in field.column for word in SUSPECT)
    ]

    assert set(suspicious) - THOUGHT_ABOUT == set()


def test_every_column_says_what_it_holds():
    silent = [
        f"{model._meta.db_table}.{field.column}"
        for model in tables_of_counting()
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.help_text
    ]

    assert silent == []


@pytest.mark.parametrize("counts", [{"visits": 2}, {"reads": 2}])
@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda **counts: DayPage(day=NOON.date(), page_id=1, revision_id=1, views=1, **counts), id="day"),
        pytest.param(lambda **counts: MonthPage(month=NOON.date(), page_id=1, views=1, **counts), id="month"),
    ],
)
def test_the_database_refuses_more_visits_or_reads_than_views(db, make, counts):
    with pytest.raises(IntegrityError, match="without_view"):
        make(**counts).save()


def test_counts_outlive_their_page(page):
    DayPage.objects.create(day=NOON.date(), page=page, revision_id=1, views=1)

    page.delete()

    assert DayPage.objects.get().views == 1
