from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from campagne.activities.activity import SignUp
from campagne.activities.models import Activity, SingleDay
from campagne.activities.occasions import State
from campagne.activities.recurrence import Every

pytestmark = pytest.mark.django_db


def test_its_address_and_its_name_in_calendars_stay_whatever_changes(make_activity, stein, beek, settings):
    settings.SITE_URL = "https://weerbaar.example"
    activity = make_activity(municipality=stein)
    slug, uid = activity.slug, activity.uid
    settings.SITE_URL = "https://verhuisd.example"

    activity.title, activity.municipality, activity.venue = "Anders", beek, "elders"
    activity.save()

    assert (activity.slug, activity.uid, activity.number) == (slug, uid, 1)
    assert uid.endswith("@weerbaar.example")
    assert str(activity.pk) != uid.split("@")[0]


def test_two_of_the_same_name_and_one_named_as_a_municipality_have_addresses_of_their_own(make_activity):
    slugs = [make_activity(title).slug for title in ("Samen online", "Samen online", "Stein", "!!")]

    assert slugs == ["samen-online", "samen-online-2", "stein-2", "activiteit"]


def test_a_municipality_is_offered_its_own_and_the_regions(make_activity, stein, beek):
    for title, owner in (("Regio", None), ("Stein", stein), ("Beek", beek)):
        make_activity(title, owner)

    assert {each.title for each in Activity.objects.offered_in(stein)} == {"Regio", "Stein"}


@pytest.mark.parametrize(
    ("told", "field"),
    [
        pytest.param({"sign_up": SignUp.PHONE}, "sign_up_phone", id="a phone without a number"),
        pytest.param({"sign_up": SignUp.LINK}, "sign_up_url", id="a link that leads nowhere"),
        pytest.param({"every": Every.WEEK, "until": None}, "until", id="no end"),
    ],
)
def test_what_is_missing_is_told_at_its_field(make_activity, told, field):
    with pytest.raises(ValidationError) as refused:
        make_activity(**told)

    assert list(refused.value.message_dict) == [field]


def test_the_database_refuses_what_cannot_be(make_activity):
    activity = make_activity()

    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.filter(pk=activity.pk).update(ends=activity.begins)
    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.filter(pk=activity.pk).update(every=Every.WEEK.value)


def test_its_days_cost_two_queries_for_all(make_activity, django_assert_num_queries, next_week):
    for title in ("Een", "Twee", "Drie"):
        activity = make_activity(title, every=Every.WEEK)
        SingleDay.objects.create(activity=activity, day=next_week, state=State.CANCELLED.value)

    with django_assert_num_queries(2):
        coming = [each.coming(timezone.now()) for each in Activity.objects.with_days()]

    assert [found[0].state for found in coming] == [State.CANCELLED] * 3
    assert [len(found) for found in coming] == [6] * 3


def test_one_of_which_the_last_day_has_passed_is_over(make_activity, next_week):
    activity = make_activity(every=Every.WEEK)

    assert activity.last_day == next_week + timedelta(weeks=5)
    assert Activity.objects.not_over(activity.last_day).exists()
    assert not Activity.objects.not_over(activity.last_day + timedelta(days=1)).exists()
