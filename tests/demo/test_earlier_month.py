"""A demo can have a month that is over, made of visits through the same doors as all others."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from campagne.demo.crowd import Crowd
from campagne.demo.earlier_month import EarlierMonth
from campagne.demo.knowledge import Knowledge
from campagne.demo.management.commands import demo_traffic
from campagne.measurement.consumer import count
from campagne.measurement.evaluation.report import result_of
from campagne.measurement.models import (
    DayPage,
    Entrance,
    EvaluationPlan,
    Inbox,
    MonthCell,
    PublishedFigure,
    PublishedMonth,
)
from campagne.measurement.public.freezing import freeze_when_due
from campagne.quiz.models import Attempt
from tests.demo.conftest import WITH_DEMO
from tests.demo.test_demo_traffic import visits_of
from tests.founded import bring_the_founded_region, keep_with

OCTOBER = date(2026, 10, 1)
WITH_OCTOBER = "kept_october"
put_back = EarlierMonth.put_back


@pytest.fixture(scope="session")
def in_process(django_db_setup, catalogue):
    """Visitors who come without a network between: a page of each kind, and a quiz."""

    class InProcessCrowd(Crowd):
        def __init__(self, *arguments):
            self.knowledge = Knowledge(())

        def visits(self, numbers):
            paths = ["/artikelen/", "/quiz/bank-belt/", "/modules/reboot/"]
            yield from visits_of([paths[number % len(paths)] for number in numbers], catalogue)

    return InProcessCrowd


@pytest.fixture
def crowd(demo, in_process, monkeypatch):
    monkeypatch.setattr(demo_traffic, "Crowd", in_process)


@dataclass
class Walked:
    """What was printed, and how many figures the clock published when it came by on the way."""

    printed: StringIO = field(default_factory=StringIO)
    published_on_the_way: list[int] = field(default_factory=list)

    def put_back(self, month: EarlierMonth) -> None:
        put_back(month)
        self.published_on_the_way.append(freeze_when_due(timezone.now()))


@pytest.fixture(scope="session")
def kept_october(kept_demo, in_process, django_db_blocker) -> Walked:
    """Sixty visitors of October, sent once for all tests here."""
    walked = Walked()
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo_traffic, "Crowd", in_process)
        patch.setattr(EarlierMonth, "put_back", lambda month: walked.put_back(month))
        keep_with(
            WITH_OCTOBER,
            lambda: call_command("demo_traffic", "--visitors=60", "--month=2026-10", stdout=walked.printed),
            to=WITH_DEMO,
        )
    return walked


@pytest.fixture
def october(kept_october, db) -> Walked:
    bring_the_founded_region(WITH_OCTOBER)
    return kept_october


def test_visits_of_an_earlier_month_are_counted_there_and_published(october):
    assert {day.replace(day=1) for day in DayPage.objects.values_list("day", flat=True)} == {OCTOBER}
    assert DayPage.objects.values("day").distinct().count() > 5
    assert not Inbox.objects.filter(counted_at=None).exists()
    assert {timezone.localdate(at).replace(day=1) for at in Attempt.objects.values_list("started_at", flat=True)} == {
        OCTOBER
    }
    assert PublishedFigure.objects.filter(status="shown", table="bezoeken-doelgroep").exists()
    assert "De openbare cijfers van 2026-10 staan op /cijfers/." in october.printed.getvalue()


def test_a_campaign_of_that_month_is_reported_on_from_what_was_counted(october):
    plan = EvaluationPlan.objects.get(begins=date(2026, 10, 17))
    assert (plan.ends, plan.period.before.first) == (date(2026, 10, 31), date(2026, 10, 2))
    assert plan.registered_at.date() < plan.begins
    assert plan.report.verdict == result_of(plan, today=timezone.localdate(), since=OCTOBER).verdict
    assert all(plan.report.figures[arm]["counts"] is not None for arm in ("ours", "theirs"))


def test_the_pages_said_then_what_they_say_now(october):
    assert MonthCell.objects.filter(month=OCTOBER).exclude(theme=0).exists()


def test_nobody_comes_in_along_an_entrance_before_it_hung(october, catalogue):
    placed = dict(Entrance.objects.values_list("code", "placed_from"))

    assert placed.keys() == {entrance.code for entrance in catalogue.entrances}
    assert max(placed.values()) <= OCTOBER


def test_an_entrance_that_somebody_made_keeps_its_day(demo):
    before = dict(Entrance.objects.values_list("code", "placed_from"))
    month = date(2020, 1, 1)

    EarlierMonth(month, timezone.now()).open(["bieb-stein"])

    assert dict(Entrance.objects.values_list("code", "placed_from")) == {**before, "bieb-stein": month}


def test_the_clock_does_not_publish_the_month_before_all_of_it_came(october):
    assert october.published_on_the_way == [0, 0, 0]


@pytest.mark.parametrize(
    ("month", "told"),
    [
        pytest.param(timezone.localdate(), "nog niet lang genoeg voorbij", id="a month that is not over"),
        pytest.param(OCTOBER, "staan al vast", id="a month that is published"),
    ],
)
def test_a_month_that_cannot_be_filled_is_refused(crowd, month, told):
    PublishedMonth.objects.create(month=OCTOBER, made_at=timezone.now())

    with pytest.raises(CommandError, match=told):
        call_command("demo_traffic", "--visitors=1", f"--month={month:%Y-%m}")


def test_visits_of_today_stay_where_they_are(crowd):
    call_command("demo_traffic", "--visitors=6", verbosity=0)
    count(timezone.now(), timedelta(0))

    assert set(DayPage.objects.values_list("day", flat=True)) == {timezone.localdate()}
