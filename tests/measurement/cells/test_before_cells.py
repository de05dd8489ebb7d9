"""What was counted before there were cells has no labels, and pages have them from today."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.utils.timezone import localdate

from campagne.content.models import ArticlePage
from campagne.measurement.models import (
    DayCell,
    DayPage,
    DayReferrer,
    MonthCell,
    MonthPage,
    MonthReferrer,
    PageLabelPeriod,
)
from doelgroepen.models import TargetGroup, Theme

migration = import_module("campagne.measurement.migrations.0008_labels_from_today_and_counts_of_before")
repair = import_module("campagne.measurement.migrations.0011_labels_of_live_pages_without")
DAY, MONTH = date(2027, 1, 31), date(2027, 1, 1)


def test_days_and_months_of_before_get_a_cell_and_a_referrer_and_may_get_them_twice(db):
    for page, visits in ((1, 3), (2, 4)):
        DayPage.objects.create(day=DAY, page_id=page, revision_id=1, views=9, visits=visits, reads=2)
        MonthPage.objects.create(month=MONTH, page_id=page, views=9, visits=visits, reads=2)
    DayPage.objects.create(day=date(2027, 2, 1), page_id=1, revision_id=1, views=2)

    migration.count_without_labels(apps, None)
    migration.count_without_labels(apps, None)

    cell = ("theme", "group", "municipality", "method", "views", "visits", "reads")
    assert list(DayCell.objects.order_by("day").values_list("day", *cell)) == [
        (DAY, 0, 0, 0, "-", 18, 7, 4),
        (date(2027, 2, 1), 0, 0, 0, "-", 2, 0, 0),
    ]
    assert list(MonthCell.objects.values_list("month", *cell)) == [(MONTH, 0, 0, 0, "-", 18, 7, 4)]
    assert list(DayReferrer.objects.values_list("day", "referrer", "visits")) == [(DAY, "onbekend", 7)]
    assert list(MonthReferrer.objects.values_list("month", "referrer", "visits")) == [(MONTH, "onbekend", 7)]


@pytest.mark.parametrize("times", [1, 2])
def test_what_live_pages_say_about_themselves_counts_from_today(page, times):
    seniors = TargetGroup.objects.create(name="Senioren", slug="senioren-2", self_description="Ik ben 65 of ouder")
    page.theme = Theme.objects.create(name="Cybercrime", slug="cyber", goal="…")
    page.target_groups.add(seniors)
    page.save_revision().publish()
    PageLabelPeriod.objects.all().delete()

    for _ in range(times):
        migration.label_live_pages(apps, None)

    period = PageLabelPeriod.objects.get(page=page.pk)
    assert (period.begins, period.ends, period.groups) == (localdate(), None, [seniors.pk])
    assert (period.theme, period.municipality) == (page.theme_id, 0)


def test_a_live_page_that_was_never_published_gets_its_labels_and_others_keep_theirs(home, page):
    seniors = TargetGroup.objects.create(name="Senioren", slug="senioren-2", self_description="Ik ben 65 of ouder")
    theme = Theme.objects.create(name="Cybercrime", slug="cyber", goal="…")
    kept = list(PageLabelPeriod.objects.order_by("pk").values())
    unpublished = ArticlePage(title="Zonder publiceren", summary="Kort.", theme=theme, reviewed_on=DAY)
    unpublished.target_groups.add(seniors)
    page.get_parent().add_child(instance=unpublished)

    for _ in range(2):
        repair.label_live_pages_without(apps, None)

    period = PageLabelPeriod.objects.get(page=unpublished.pk)
    assert (period.begins, period.ends, period.theme, period.groups) == (localdate(), None, theme.pk, [seniors.pk])
    assert list(PageLabelPeriod.objects.exclude(pk=period.pk).order_by("pk").values()) == kept
