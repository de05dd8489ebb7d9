"""A plan is free until its first day; from then on every change has a reason, and nobody overwrites another unseen."""

from datetime import datetime, time, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from campagne.measurement.evaluation.describing import as_told
from campagne.measurement.evaluation.keeping import ChangedMeanwhile, Locked, change, register, withdraw
from campagne.measurement.models import EvaluationPlan, EvaluationReport, PlanChange


def moment(day, hour=12):
    return timezone.make_aware(datetime.combine(day, time(hour)))


@pytest.fixture
def coming(campaign, plan_for, today):
    return plan_for(campaign, begins=today + timedelta(days=3), ends=today + timedelta(days=30))


@pytest.fixture
def running(campaign, plan_for, today):
    return plan_for(campaign, begins=today, ends=today + timedelta(days=30))


def changed(plan, *, by=None, reason="", at=None, seen=None, **told):
    seen = plan.seen_as if seen is None else seen
    return change(plan, {**as_told(plan), **told}, seen=seen, reason=reason, by=by, at=at or timezone.now())


def test_a_plan_belongs_to_the_municipality_of_its_campaign(campaign_of, plan_for, stein, editor_of_stein):
    told = as_told(plan_for(campaign_of(stein)))

    plan = register(told, by=editor_of_stein, at=timezone.now())

    assert (plan.municipality, plan.registered_by) == (stein, editor_of_stein)


def test_until_its_first_day_everything_changes_freely(coming, editor_of_stein):
    at = timezone.now()

    assert changed(coming, by=editor_of_stein, at=at, smallest=8, question="Anders?") == 2

    coming.refresh_from_db()
    assert (coming.smallest, coming.question, coming.registered_at) == (8, "Anders?", at)
    assert not PlanChange.objects.exists()


@pytest.mark.parametrize("hour", [0, 23])
def test_from_its_first_moment_on_a_change_needs_a_reason(coming, hour):
    first = moment(coming.begins, hour)

    with pytest.raises(Locked, match="Zeg waarom"):
        changed(coming, at=first, smallest=8, reason="  ")

    assert EvaluationPlan.objects.get().smallest == 5


def test_the_evening_before_it_is_still_free(coming):
    assert changed(coming, at=moment(coming.begins - timedelta(days=1), 23), smallest=8) == 1


@pytest.mark.parametrize(
    ("name", "value", "was", "became"),
    [
        ("measured", "nuttig", "gelezen weergaven", "‘dit was nuttig’"),
        ("expected", "down", "omhoog", "omlaag"),
        ("smallest", 12, "5 procentpunt", "12 procentpunt"),
        ("question", "Anders?", "Wordt de uitleg beter gelezen?", "Anders?"),
        (
            "comparison",
            "others",
            "dezelfde pagina's, in de even lange periode ervoor",
            "andere pagina's over hetzelfde thema, in dezelfde periode",
        ),
    ],
)
def test_a_change_after_the_start_stays_to_be_read(running, regional_editor, name, value, was, became):
    changed(running, by=regional_editor, reason="De eerste keuze was een vergissing.", **{name: value})

    written = PlanChange.objects.get()
    assert (written.field, written.before, written.after) == (name, was, became)
    assert (written.reason, written.changed_by) == ("De eerste keuze was een vergissing.", regional_editor)
    assert getattr(EvaluationPlan.objects.get(), name) == value


def test_each_part_that_changed_has_its_own_line_and_what_stayed_has_none(running):
    assert changed(running, reason="Fout", smallest=9, expected="down") == 2
    assert sorted(PlanChange.objects.values_list("field", flat=True)) == ["expected", "smallest"]


def test_when_it_began_and_of_what_it_is_cannot_change_after_the_start(running, campaign_of, today):
    for told in ({"begins": today + timedelta(days=1)}, {"campaign": campaign_of(None, "Een andere")}):
        with pytest.raises(Locked, match="veranderen nu niet meer"):
            changed(running, reason="Fout", **told)


@pytest.mark.parametrize("kind", ["coming", "running"])
def test_who_comes_second_overwrites_nothing_unseen(request, kind):
    plan = request.getfixturevalue(kind)
    seen = plan.seen_as
    changed(plan, smallest=8, reason="Eerst")

    with pytest.raises(ChangedMeanwhile, match="intussen veranderd"):
        changed(plan, seen=seen, smallest=20, reason="Daarna")

    assert EvaluationPlan.objects.get().smallest == 8


def test_after_the_report_nothing_changes(running):
    EvaluationReport.objects.create(plan=running, made_at=timezone.now(), verdict="hoger", sentence="…")

    for attempt in (lambda: changed(running, reason="Fout", smallest=9), lambda: taken_back(running)):
        with pytest.raises(Locked, match="verslag is er al"):
            attempt()


def taken_back(plan, reason="Gaat niet door", at=None):
    return withdraw(plan, seen=plan.seen_as, reason=reason, by=None, at=at or timezone.now())


def test_a_plan_that_has_not_begun_is_deleted_and_one_that_has_is_marked(coming, running):
    assert taken_back(coming) is True
    assert taken_back(running) is False

    [left] = EvaluationPlan.objects.all()
    assert (left, left.withdrawal.reason) == (running, "Gaat niet door")


def test_withdrawing_needs_a_reason_and_happens_once(running):
    with pytest.raises(Locked, match="Zeg waarom"):
        taken_back(running, reason=" ")
    taken_back(running)

    with pytest.raises(Locked, match="al ingetrokken"):
        taken_back(EvaluationPlan.objects.get())


def test_a_plan_that_somebody_deleted_is_not_written_again(coming):
    seen = coming.seen_as
    EvaluationPlan.objects.all().delete()

    with pytest.raises(ChangedMeanwhile, match="verwijderd"):
        change(coming, {}, seen=seen, reason="", by=None, at=timezone.now())


def test_the_plan_is_held_while_it_is_written(coming):
    with transaction.atomic(), connection.execute_wrapper(recorded := Recorded()):
        changed(coming, smallest=8)

    assert connection.vendor == "sqlite" or any("FOR UPDATE" in sql for sql in recorded.asked)


class Recorded:
    def __init__(self):
        self.asked = []

    def __call__(self, execute, sql, *rest):
        self.asked.append(sql)
        return execute(sql, *rest)
