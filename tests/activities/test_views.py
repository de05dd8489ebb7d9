"""What readers get: lists, one activity and calendar files, each until it is over."""

from datetime import datetime, time, timedelta

import pytest
from icalendar import Calendar
from wagtail.models import Site

from campagne.activities import views
from campagne.activities.models import Activity, SingleDay
from campagne.activities.occasions import State
from campagne.activities.recurrence import AMSTERDAM, Every
from campagne.serving.store.page import AS_OF, HAS_AFTERWARDS, VALID_UNTIL

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def ends_of(activity: Activity) -> datetime:
    return datetime.combine(activity.first_day, activity.ends, AMSTERDAM)


def test_a_list_has_the_regions_and_the_own_together_and_nothing_of_another(client, make_activity, stein, beek):
    for title, owner in (("Van de regio", None), ("Van Stein", stein), ("Van Beek", beek)):
        make_activity(title, owner)

    of_stein, of_all = (client.get(path).content.decode() for path in ("/activiteiten/stein/", "/activiteiten/"))

    assert [title in of_stein for title in ("Van de regio", "Van Stein", "Van Beek")] == [True, True, False]
    assert all(title in of_all for title in ("Van de regio", "Van Stein", "Van Beek"))


def test_an_empty_list_says_where_else_to_look(client, home):
    told = client.get("/activiteiten/stein/").content.decode()

    assert "Er staan nu geen activiteiten" in told
    assert all(f'href="{path}"' in told for path in ("/activiteiten/", "/modules/"))


def test_what_is_hidden_is_nowhere(client, make_activity):
    hidden = make_activity(is_public=False)

    assert hidden.title not in client.get("/activiteiten/").content.decode()
    assert client.get(hidden.url).status_code == 404
    assert client.get(f"{hidden.url}agenda.ics").status_code == 404
    assert b"VEVENT" not in client.get("/activiteiten/agenda.ics").content


def test_a_day_that_does_not_go_on_says_so_and_names_the_next(client, make_activity, next_week):
    activity = make_activity(every=Every.WEEK)
    SingleDay.objects.create(activity=activity, day=next_week, state=State.CANCELLED.value)

    for path in ("/activiteiten/", activity.url):
        told = client.get(path).content.decode()
        assert "Gaat niet door" in told
        assert "De volgende keer is op" in told


def test_a_page_ends_when_the_first_of_what_it_shows_is_over(make_activity, rf):
    activity = make_activity(every=Every.WEEK)

    for asked, view, named in (
        ("/activiteiten/", views.everything, {}),
        (activity.url, views.named, {"slug": activity.slug}),
    ):
        request = rf.get(asked)
        view(request, **named)
        assert request.environ[VALID_UNTIL] == ends_of(activity).timestamp()
        assert request.environ[HAS_AFTERWARDS]


def test_as_of_its_end_it_is_gone(client, make_activity):
    activity = make_activity()
    end = ends_of(activity).timestamp()

    def answers(as_of: float) -> list[int]:
        paths = (activity.url, f"{activity.url}agenda.ics")
        return [client.get(path, **{AS_OF: as_of}).status_code for path in paths]

    assert answers(end - 1) == [200, 200]
    assert answers(end) == [410, 410]
    assert activity.title not in client.get("/activiteiten/", **{AS_OF: end}).content.decode()


def test_an_activity_without_an_address_here_is_not_found(client, home):
    assert client.get("/activiteiten/bestaat-niet/").status_code == 404


@pytest.mark.parametrize(
    "path", ["/activiteiten/agenda.ics", "/activiteiten/stein/agenda.ics", "/activiteiten/samen-online/agenda.ics"]
)
def test_each_list_and_each_activity_is_a_calendar_file_that_can_be_stored(client, make_activity, stein, path):
    activity = make_activity(municipality=stein)

    answer = client.get(path)
    event = Calendar.from_ical(answer.content).walk("VEVENT")[0]

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert not {"Content-Disposition", "Set-Cookie", "Vary"} & set(answer.headers)
    assert (event["uid"], str(event["url"]).split("/", 3)[3]) == (activity.uid, "activiteiten/samen-online/")


def test_after_it_is_cancelled_a_calendar_gets_a_higher_number(client, make_activity):
    activity = make_activity()
    before = Calendar.from_ical(client.get(f"{activity.url}agenda.ics").content).walk("VEVENT")[0]

    activity.state = State.CANCELLED.value
    activity.save()
    after = Calendar.from_ical(client.get(f"{activity.url}agenda.ics").content).walk("VEVENT")[0]

    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["status"] == "CANCELLED"


def test_many_activities_cost_as_many_queries_as_few(client, make_activity, django_assert_max_num_queries):
    Site.objects.get()
    for number in range(30):
        make_activity(f"Nummer {number}", every=Every.WEEK)

    with django_assert_max_num_queries(MOST_QUERIES):
        first = client.get("/activiteiten/").content.decode()

    assert "Pagina 1 van 2" in first
    assert "Pagina 2 van 2" in client.get("/activiteiten/?pagina=2").content.decode()


def test_a_page_of_a_municipality_tells_what_comes_soon(client, make_activity, stein, beek):
    make_activity("Van Stein", stein)
    make_activity(
        "Van Beek", beek, begins=time(9), ends=time(10), first_day=Activity.objects.get().first_day + timedelta(days=1)
    )

    told = client.get("/gemeenten/stein/").content.decode()

    assert "Binnenkort in Stein" in told
    assert "Van Stein" in told
    assert "Van Beek" not in told
