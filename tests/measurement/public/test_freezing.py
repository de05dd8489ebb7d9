"""A month is frozen once, when all of it was counted, and never changes again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from campagne.figures.protection import TOTAL
from campagne.measurement.consumer import count
from campagne.measurement.models import MonthCell, MonthPage, PublishedFigure, PublishedMonth
from campagne.measurement.public import freezing
from campagne.measurement.public.freezing import NotYet, freeze_month, freeze_when_due, months_due
from campagne.measurement.public.published import Status
from campagne.serving.models import Installation
from tests.measurement.conftest import arrival, put
from tests.measurement.public.conftest import FEBRUARY, MARCH, THIRD_OF_APRIL, THIRD_OF_MARCH

pytestmark = pytest.mark.django_db
JANUARY = date(2027, 1, 1)


def test_a_month_is_frozen_on_the_third_of_the_next(region):
    before, after = THIRD_OF_MARCH - timedelta(days=1), THIRD_OF_MARCH

    assert (months_due(before), months_due(after)) == ([JANUARY], [JANUARY, FEBRUARY])


def test_the_clock_freezes_what_was_left_over_and_only_once(region):
    assert freeze_when_due(THIRD_OF_MARCH) == 2
    assert freeze_when_due(THIRD_OF_MARCH) == 0
    assert [month.month for month in PublishedMonth.objects.all()] == [FEBRUARY, JANUARY]


def test_months_from_before_the_site_are_not_made_up(region):
    freeze_when_due(THIRD_OF_MARCH)

    assert not PublishedMonth.objects.filter(month__lt=JANUARY).exists()
    with pytest.raises(NotYet, match="deze site telt sinds 10-01-2027"):
        freeze_month(date(2026, 12, 1), THIRD_OF_MARCH)


def test_where_no_region_was_founded_nothing_is_due(db):
    assert freeze_when_due(THIRD_OF_MARCH) == 0


def test_a_month_waits_until_its_inbox_is_counted(region):
    put(arrival(1, day=date(2027, 2, 28), at=datetime(2027, 2, 28, 20, tzinfo=UTC)))

    assert freeze_when_due(THIRD_OF_MARCH) == 1
    with pytest.raises(NotYet, match="postvak"):
        freeze_month(FEBRUARY, THIRD_OF_MARCH)

    count(THIRD_OF_MARCH, timedelta(0))
    assert freeze_when_due(THIRD_OF_MARCH) == 1


def test_what_stands_never_changes_again(counted):
    counted(FEBRUARY)
    freeze_month(FEBRUARY, THIRD_OF_MARCH)
    before = list(PublishedFigure.objects.values())

    MonthCell.objects.update(visits=9999)

    assert freeze_month(FEBRUARY, THIRD_OF_APRIL) is False
    assert list(PublishedFigure.objects.values()) == before


def test_killed_in_the_middle_nothing_of_the_month_stands(counted, monkeypatch):
    counted(FEBRUARY)
    monkeypatch.setattr(freezing, "kept_as", lambda made, month, place: PublishedFigure(month=month))

    with pytest.raises(IntegrityError):
        freeze_month(FEBRUARY, THIRD_OF_MARCH)

    assert not PublishedMonth.objects.exists()


def test_a_hidden_figure_holds_no_number(counted):
    counted(FEBRUARY)
    freeze_month(FEBRUARY, THIRD_OF_MARCH)

    hidden = PublishedFigure.objects.filter(status=Status.SUPPRESSED)
    assert hidden.count() > 10
    assert set(hidden.values_list("count", "n", "low", "value", "high")) == {(None,) * 5}
    assert set(hidden.values_list("reason", flat=True)) == {"niet getoond: kleine aantallen"}


def test_no_count_under_the_threshold_is_kept_as_shown(counted):
    counted(FEBRUARY)
    freeze_month(FEBRUARY, THIRD_OF_MARCH)

    shown = PublishedFigure.objects.filter(status=Status.SHOWN, count__isnull=False)
    assert shown.count() > 10
    assert min(shown.values_list("count", flat=True)) >= 10
    assert {count % 5 for count in shown.values_list("count", flat=True)} == {0}


def test_what_several_groups_share_is_counted_once(counted):
    counted(FEBRUARY)
    freeze_month(FEBRUARY, THIRD_OF_MARCH)

    totals = PublishedFigure.objects.filter(row=TOTAL, column=TOTAL, table__startswith="bezoeken")
    visits = MonthPage.objects.get(month=FEBRUARY, page_id=1).visits
    assert [abs(total.count - visits) <= 2 for total in totals] == [True, True]


def test_what_was_not_counted_by_group_yet_is_unknown_and_not_nothing(counted):
    counted(FEBRUARY)
    MonthCell.objects.all().delete()
    freeze_month(FEBRUARY, THIRD_OF_MARCH)

    tables = set(PublishedFigure.objects.values_list("table", flat=True))
    assert "meldpunten" in tables
    assert not tables & {"bezoeken-doelgroep", "bezoeken-gemeente", "gelezen"}


def test_a_month_that_began_halfway_says_so(counted):
    counted(JANUARY)
    freeze_month(JANUARY, THIRD_OF_MARCH)
    freeze_month(FEBRUARY, THIRD_OF_MARCH)

    since = dict(PublishedMonth.objects.values_list("month", "rules__counted_since"))
    assert since == {JANUARY: "2027-01-10", FEBRUARY: None}


def test_the_command_tells_what_it_froze(region, capsys):
    Installation.objects.update(founded_at=datetime(2026, 9, 20, tzinfo=UTC))

    call_command("freeze_figures", "--month=2026-10")
    call_command("freeze_figures", "--month=2026-10")

    told = capsys.readouterr().out
    assert "2026-10: vastgelegd." in told
    assert "2026-10: stond al vast, en blijft zoals die is." in told


@pytest.mark.parametrize(
    ("month", "told"),
    [
        pytest.param("2999-01", "kan pas op 03-02-2999", id="a month to come"),
        pytest.param("2010-01", "Kies een latere maand", id="a month from before"),
        pytest.param("oktober", "Schrijf die als 2026-10", id="no month"),
    ],
)
def test_the_command_says_why_a_month_cannot_be_frozen(region, month, told):
    with pytest.raises(CommandError, match=told):
        call_command("freeze_figures", f"--month={month}")


def test_two_months_stand_beside_each_other(counted):
    counted(FEBRUARY)
    counted(MARCH, salt=5)

    assert freeze_when_due(THIRD_OF_APRIL) == 3
