"""The screens as a coordinator uses them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from campagne.guided.codes import in_fours, typed_secret
from campagne.guided.leading.acting import Action
from campagne.guided.leading.cards import PresenterCard, make_card
from campagne.guided.leading.ticket import led_with
from campagne.guided.models import GuidedSession, Library, Location, Meeting
from campagne.guided.planning.plan import Plan, plan_sessions
from tests.conftest import make_user
from tests.guided.conftest import Lesson

pytestmark = pytest.mark.django_db
TWO_DAYS = [("2030-01-08", "10:00"), ("2030-01-15", "10:00")]


def opened(answer) -> GuidedSession:
    """The session that a redirect to a presenter's screen opens."""
    signed = re.fullmatch(r"/begeleiden/les/([^/]+)/", answer.url)[1]
    return led_with(signed, timezone.now())[1]


def test_from_the_first_screen_a_lesson_is_begun_in_three_clicks(client, coordinator, ours, module):
    home = client.get("/beheer/").content.decode()
    first = re.search(r'href="([^"]+)">Nu beginnen<', home)[1]
    choosing = client.get(first).content.decode()
    second = re.search(rf'<input type="radio" name="module" value="({module.pk})"', choosing)[1]
    place = re.search(r'<option value="(\d+)" selected', choosing)[1]

    third = client.post(first, {"module": second, "location": place})

    assert opened(third).is_running
    assert opened(third).location == ours.location


def test_what_is_planned_for_today_begins_with_one(client, coordinator, ours):
    home = client.get("/beheer/").content.decode()
    address = re.search(r'action="(/beheer/begeleiden/les/\d+/beginnen/)"', home)[1]

    begun, again = client.post(address), client.post(address)

    assert opened(begun) == opened(again) == ours.session
    assert opened(begun).state_version == 1


def test_a_coordinator_who_logs_in_sees_today_and_not_the_figures_of_the_site(client, coordinator):
    home = client.get("/beheer/").content.decode()

    assert "Lessen van vandaag" in home
    assert client.get("/beheer/cijfers/").status_code == 302


def test_a_course_for_several_groups_is_planned_at_once(client, coordinator, filled, ours):
    client.post(reverse("guided_plan"), filled(TWO_DAYS, form="course", groups=2, presenters=[ours.guide.pk]))

    made = GuidedSession.objects.filter(form="course")
    assert {session.group_name for session in made} == {"groep 1", "groep 2"}
    assert {session.meetings.count() for session in made} == {2}
    assert {str(session.presenters.get()) for session in made} == {"begeleider-stein"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        pytest.param({"module": ""}, "Module", id="no module"),
        pytest.param({"expected": "61"}, "Vul een getal in van 1 tot en met 60.", id="too many people"),
        pytest.param({"expected": "31"}, "U verwacht meer mensen dan er mee kunnen doen.", id="more than places"),
        pytest.param({"groups": "7"}, "Aantal groepen", id="too many groups"),
        pytest.param({"rows": []}, "Vul minstens één dag en tijd in.", id="no day"),
        pytest.param({"rows": TWO_DAYS}, "Een inloop is één keer.", id="twice"),
        pytest.param({"rows": [("kerst", "10:00")]}, "Dag 1", id="no date"),
    ],
)
def test_what_is_wrong_is_said_at_the_top_and_nothing_typed_is_lost(client, coordinator, filled, wrong, words):
    answer = client.post(reverse("guided_plan"), filled(**{"remarks": "Neem stroom mee", **wrong}))
    text = answer.content.decode()

    assert answer.status_code == 422
    summary = text.split('class="planning__errors"')[1].split("</div>")[0]
    assert words in summary
    target = re.search(r'href="#([^"]+)"', summary)[1]
    assert f'id="{target}"' in text
    assert "Neem stroom mee" in text
    assert GuidedSession.objects.count() == 1


def test_what_is_another_librarys_is_refused_also_by_hand(client, coordinator, filled, theirs):
    answers = [
        client.post(reverse("guided_plan"), filled(location=theirs.location.pk)),
        client.post(reverse("guided_plan"), filled(presenters=[theirs.guide.pk])),
        client.post(reverse("guided_start_now"), {"module": filled()["module"], "location": theirs.location.pk}),
    ]

    assert [answer.status_code for answer in answers] == [422] * 3


def test_the_secret_of_a_card_is_shown_once_and_a_withdrawn_card_opens_nothing(client, coordinator, ours):
    page = client.post(reverse("guided_new_card", args=[ours.session.pk]))
    secret = typed_secret(re.search(r'planning__secret">([^<]+)<', page.content.decode())[1])
    card = PresenterCard.objects.with_secret(secret)
    later = client.get(reverse("guided_session", args=[ours.session.pk])).content.decode()

    assert card.session == ours.session
    assert "no-store" in page.headers["Cache-Control"]
    assert "<svg" in page.content.decode()
    assert secret[:4] not in later
    client.post(reverse("guided_withdraw_card", args=[card.pk]))
    assert PresenterCard.objects.with_secret(secret) is None


def test_a_card_is_printed_by_who_has_its_secret_and_by_nobody_else(client, coordinator, ours, theirs):
    address = reverse("guided_card_pdf", args=[ours.session.pk])
    mine, other = (make_card(house.session, timezone.now())[1] for house in (ours, theirs))

    assert client.post(address, {"secret": in_fours(mine)}).content.startswith(b"%PDF")
    assert [client.post(address, {"secret": secret}).status_code for secret in (other, "", "x")] == [404] * 3


def test_seat_cards_are_made_until_there_are_so_many(client, coordinator, ours):
    for many in ("3", "5", "5", "0", "61", "veel"):
        client.post(reverse("guided_seat_cards", args=[ours.session.pk]), {"many": many})

    assert ours.session.seats.count() == 5


def test_a_meeting_is_moved_added_and_dropped_in_one_form(client, coordinator, ours, filled):
    first = ours.session.meetings.get()
    second = Meeting.objects.create(session=ours.session, starts_at=first.starts_at + timedelta(days=7))
    rows = [("2030-01-08", "10:00"), ("", ""), ("2030-01-15", "11:30")]

    data = filled(rows, meetings=[first, second], form="course", group_name="dinsdag")
    client.post(reverse("guided_change", args=[ours.session.pk]), data)

    days = [timezone.localtime(meeting.starts_at).strftime("%d %H:%M") for meeting in ours.session.meetings.all()]
    assert days == ["08 10:00", "15 11:30"]
    assert ours.session.meetings.first() == first
    assert not Meeting.objects.filter(pk=second.pk).exists()


def test_after_it_began_only_what_is_safe_can_be_changed(client, coordinator, ours, filled):
    session = ours.session
    client.post(reverse("guided_start", args=[session.pk]))

    page = client.get(reverse("guided_change", args=[session.pk])).content.decode()
    client.post(reverse("guided_change", args=[session.pk]), filled(form="course", group_name="dinsdag"))

    session.refresh_from_db()
    assert 'name="module"' not in page
    assert (session.group_name, session.form, session.state) == ("dinsdag", "walk_in", "running")
    client.post(reverse("guided_drop", args=[session.pk]))
    assert GuidedSession.objects.filter(pk=session.pk).exists()


def test_a_group_that_met_and_is_paused_goes_on_without_another_day_in_the_plan(client, coordinator, ours, filled):
    client.post(reverse("guided_start", args=[ours.session.pk]))

    answer = client.post(reverse("guided_change", args=[ours.session.pk]), filled([], group_name="woensdag"))

    assert answer.status_code == 302
    assert GuidedSession.objects.get(pk=ours.session.pk).group_name == "woensdag"


def test_advice_is_given_and_stops_nobody(client, coordinator, filled):
    answer = client.post(reverse("guided_plan"), filled(expected=20), follow=True)

    assert "Vraag 3 begeleiders" in answer.content.decode()


def test_an_empty_list_says_what_to_do(client, coordinator):
    GuidedSession.objects.all().delete()
    words = {"": "Plan de eerste les", "?q=niets": "Niets gevonden"}

    for query, told in words.items():
        assert told in client.get(reverse("guided_list") + query).content.decode()


def test_the_region_founds_a_library_and_its_coordinator_adds_a_place(client, regional_editor, stein):
    somebody = make_user("nieuwe-coordinator")
    client.force_login(regional_editor)
    client.post(reverse("guided_new_library"), {"name": "Buurthuis", "coordinators": [somebody.pk]})
    library = Library.objects.get()
    client.force_login(somebody)

    data = {"library": library.pk, "name": "De zaal", "municipality": stein.pk, "address": "Plein 1"}
    first, second = (client.post(reverse("guided_new_location"), data) for _ in range(2))

    assert (first.status_code, second.status_code) == (302, 422)
    assert Location.objects.get().library == library
    assert "al een locatie met deze naam" in second.content.decode()


def test_a_list_asks_few_questions_of_the_database(client, coordinator, ours, module, django_assert_max_num_queries):
    plan = Plan(ours.location, module, [timezone.now()], groups=6)
    plan_sessions(plan, ours.coordinator)

    with django_assert_max_num_queries(20):
        assert client.get(reverse("guided_list")).status_code == 200


def test_a_closed_session_cannot_be_begun_again(client, coordinator, ours):
    Lesson(ours.session.pk).does(Action.START, Action.FINISH)

    answer = client.post(reverse("guided_start", args=[ours.session.pk]))

    assert answer.url == reverse("guided_session", args=[ours.session.pk])
