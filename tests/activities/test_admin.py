"""What editors do: make an activity, hear what is wrong with it, and mark it full or cancelled."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from campagne.activities.models import Activity, SingleDay
from campagne.activities.occasions import State
from campagne.activities.recurrence import Every
from campagne.serving.models import Generation

pytestmark = pytest.mark.django_db
ADD = "wagtailsnippets_activities_activity:add"
MARK = "wagtailsnippets_activities_activity:mark"


@pytest.fixture
def filled(next_week, stein):
    """What an editor of Stein fills in, with changes: `filled(ends="13:00")`."""

    def fill(single_days: tuple[dict, ...] = (), **changes) -> dict:
        plain = {
            "title": "Samen online",
            "summary": "We kijken samen.",
            "first_day": next_week.isoformat(),
            "begins": "14:00",
            "ends": "16:00",
            "every": "once",
            "venue": "de bibliotheek",
            "address": "Naast het station.",
            "costs": "Gratis",
            "sign_up": "none",
            "state": "planned",
            "is_public": "on",
            "municipality": stein.pk,
        }
        return nested_form_data({**plain, "single_days": inline_formset(list(single_days)), **changes})

    return fill


def test_an_editor_makes_an_activity_of_the_own_municipality(client, editor_of_stein, stein, filled):
    client.force_login(editor_of_stein)

    client.post(reverse(ADD), filled(municipality=""))
    assert not Activity.objects.exists()
    client.post(reverse(ADD), filled())

    assert Activity.objects.get().municipality == stein


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({"ends": "13:00"}, "Kies een latere eindtijd", id="ends before it begins"),
        pytest.param({"every": "week"}, "Vul in tot en met welke dag", id="repeats without an end"),
        pytest.param({"sign_up": "phone"}, "Vul ook het telefoonnummer in", id="no number"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(client, editor_of_stein, filled, changes, says):
    client.force_login(editor_of_stein)

    told = client.post(reverse(ADD), filled(**changes)).content.decode()

    assert says in told
    assert not Activity.objects.exists()


def test_a_day_on_which_it_is_not_cannot_be_cancelled(client, editor_of_stein, filled, next_week):
    client.force_login(editor_of_stein)
    series = {"every": "week", "until": (next_week + timedelta(weeks=4)).isoformat()}
    wrong, right = ({"day": (next_week + timedelta(days=days)).isoformat(), "state": "cancelled"} for days in (8, 7))

    assert "is deze activiteit er niet" in client.post(reverse(ADD), filled((wrong,), **series)).content.decode()
    client.post(reverse(ADD), filled((right,), **series))

    assert SingleDay.objects.get().day == next_week + timedelta(weeks=1)


@pytest.mark.parametrize("state", list(State))
def test_one_press_marks_all_of_it(client, editor_of_stein, make_activity, stein, state):
    client.force_login(editor_of_stein)
    activity = make_activity(municipality=stein)

    client.post(reverse(MARK, args=[activity.pk]), {"state": state.value, "day": "all"})

    marked = Activity.objects.get()
    assert (marked.state, marked.number) == (state.value, 1)


def test_one_day_is_marked_and_marked_back(client, editor_of_stein, make_activity, stein, next_week):
    client.force_login(editor_of_stein)
    activity = make_activity(municipality=stein, every=Every.WEEK)

    def press(state: State) -> list[str]:
        client.post(reverse(MARK, args=[activity.pk]), {"state": state.value, "day": next_week.isoformat()})
        return [each.state for each in SingleDay.objects.all()]

    assert press(State.FULL) == ["full"]
    assert press(State.CANCELLED) == ["cancelled"]
    assert press(State.PLANNED) == []
    assert Activity.objects.get().state == State.PLANNED


@pytest.mark.parametrize(
    "told", [{}, {"state": "full"}, {"state": "weg", "day": "all"}, {"state": "full", "day": "2020-01-01"}]
)
def test_half_a_press_changes_nothing_and_says_what_to_do(client, editor_of_stein, make_activity, stein, told):
    client.force_login(editor_of_stein)
    activity = make_activity(municipality=stein, every=Every.WEEK)

    answer = client.post(reverse(MARK, args=[activity.pk]), told, follow=True)

    assert "Kies welke keer" in answer.content.decode()
    assert Activity.objects.get().number == 0


def test_nobody_marks_what_is_anothers(client, editor_of_beek, make_activity, stein):
    client.force_login(editor_of_beek)
    activities = [make_activity(municipality=owner) for owner in (stein, None)]

    for activity in activities:
        address = reverse(MARK, args=[activity.pk])
        answers = [client.get(address), client.post(address, {"state": "cancelled", "day": "all"})]
        assert {answer.status_code for answer in answers} <= {302, 403}

    assert not Activity.objects.filter(state=State.CANCELLED.value).exists()


def test_what_is_hidden_again_was_never_to_be_given_out(make_activity, django_capture_on_commit_callbacks):
    activity = make_activity()
    before = Generation.objects.moment()

    with django_capture_on_commit_callbacks(execute=True):
        activity.is_public = False
        activity.save()

    assert Generation.objects.moment().floor > before.floor
