"""What was counted of a page, in two questions."""

from datetime import timedelta

import pytest

from campagne.content.page import PageTargetGroup
from campagne.measurement.beside.counted import counted_on, done_on
from campagne.measurement.dashboard.traffic import Traffic
from campagne.measurement.models import Act
from campagne.measurement.periods import Period, last_days
from campagne.serving.models import Installation
from doelgroepen.models import TargetGroup

DAY = timedelta(days=1)


@pytest.fixture
def period(today):
    return last_days(today, 28)


def test_lately_is_the_period_and_a_version_is_all_its_days_of_half_a_year(page, today, period, count):
    count(page, period.first - DAY, revision_id=4, views=100, visits=50, reads=20)
    count(page, period.first, revision_id=4, views=10, visits=5, reads=2)
    count(page, today - 182 * DAY, revision_id=4, views=5000)
    count(page, today, revision_id=9, views=3, visits=2, reads=1)

    counted = counted_on(page.pk, period)

    assert counted.lately == Traffic(13, 7, 3)
    assert [(version.revision_id, version.traffic) for version in counted.versions] == [
        (9, Traffic(3, 2, 1)),
        (4, Traffic(110, 55, 22)),
    ]
    assert counted.versions[1].days == Period(period.first - DAY, period.first)


def test_steps_of_a_version_are_told_apart_and_add_up(page, today, period, count):
    count(page, today, step=1, views=8)
    count(page, today - DAY, step=1, views=2)
    count(page, today, step=2, views=5)

    (version,) = counted_on(page.pk, period).versions

    assert version.steps == {1: Traffic(views=10), 2: Traffic(views=5)}
    assert version.traffic.views == 15


def test_nothing_of_another_page_counts(page, home, today, period, count, count_act):
    count(home, today, views=7)
    count_act(home, today, Act.USEFUL, "no", times=7)

    assert counted_on(page.pk, period).versions == ()
    assert done_on(page.pk, period).acts == {}


def test_acts_come_with_the_names_of_places_that_are_still_there(page, bank, today, period, count_act):
    count_act(page, today, Act.REPORT, "bank", times=3)
    count_act(page, period.first, Act.REPORT, "bank", times=1)
    count_act(page, period.first - DAY, Act.REPORT, "bank", times=50)
    count_act(page, today, Act.REPORT, "verdwenen")

    done = done_on(page.pk, period)

    assert done.acts == {(Act.REPORT, "bank"): 4, (Act.REPORT, "verdwenen"): 1}
    assert done.channels == {"bank": "Uw bank"}


@pytest.mark.parametrize("is_sensitive", [True, False])
def test_answers_know_whether_the_page_is_for_a_sensitive_group(page, today, period, count_act, is_sensitive):
    group = TargetGroup.objects.create(name="Jongeren", self_description="Ik ben jong", is_sensitive=is_sensitive)
    PageTargetGroup.objects.create(content_object=page, tag=group)
    count_act(page, today, Act.USEFUL, "yes")

    assert done_on(page.pk, period).is_sensitive is is_sensitive


def test_counts_of_a_demo_are_known_as_such(page, today, period, count):
    count(page, today, views=1)
    before = counted_on(page.pk, period).is_demo
    Installation.objects.update(is_demo=True)

    assert (before, counted_on(page.pk, period).is_demo) == (False, True)


@pytest.mark.parametrize("many", [1, 40], ids=["one day", "many days"])
def test_more_days_and_versions_take_no_more_questions(
    page, today, period, count, count_act, django_assert_num_queries, many
):
    for passed in range(many):
        count(page, today - DAY * passed, revision_id=passed % 5, step=passed % 3, views=1)
        count_act(page, today - DAY * passed, Act.REPORT, f"meldpunt-{passed}")

    with django_assert_num_queries(2):
        counted_on(page.pk, period)
        done_on(page.pk, period)
