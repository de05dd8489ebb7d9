from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.incidents.course import Kind, State, Way
from campagne.incidents.models import Incident, Message, PreparedLine
from campagne.incidents.raising import NotAllowed, Wanted, confirm, drop, end, expire, update

pytestmark = pytest.mark.django_db


def test_what_is_put_ready_is_told_to_nobody_until_a_second_person_confirms(officers):
    incident = officers.ready()
    seen_before = Incident.objects.live(timezone.now()).exists()

    confirm(incident.pk, officers.second, timezone.now(), Way.SECOND_PERSON)

    assert (seen_before, Incident.objects.live(timezone.now()).get()) == (False, incident)
    assert Message.objects.get().told["de"]["acts"][0]["text"] == "Gehen Sie ins Haus."


def test_nobody_confirms_their_own_but_in_need_one_person_may_with_a_reason(officers):
    incident, now = officers.ready(), timezone.now()

    with pytest.raises(NotAllowed, match="iemand anders"):
        confirm(incident.pk, officers.first, now, Way.SECOND_PERSON)
    with pytest.raises(NotAllowed, match="waarom"):
        confirm(incident.pk, officers.first, now, Way.OVERRIDE, "haast")
    confirmed = confirm(incident.pk, officers.first, now, Way.OVERRIDE, "Niemand anders is te bereiken.")

    assert (confirmed.state, confirmed.override_reason) == (State.LIVE, "Niemand anders is te bereiken.")


def test_an_exercise_needs_one_person_and_is_never_confirmed_as_real(officers):
    incident = officers.ready(is_exercise=True)

    with pytest.raises(NotAllowed):
        confirm(incident.pk, officers.second, timezone.now(), Way.SECOND_PERSON)
    confirm(incident.pk, officers.first, timezone.now(), Way.EXERCISE)

    assert Incident.objects.get().is_live


def test_an_update_tells_something_newer_once_also_when_two_people_send_one(officers):
    incident, now = officers.raised(), timezone.now()
    line = PreparedLine.objects.create(text_nl="Blijf luisteren.", text_en="Keep listening.", text_de="Hören Sie zu.")
    wanted = Wanted("Geleen-Zuid", incident.ends_at, (line,))

    update(incident.pk, 1, wanted, officers.first, now)
    with pytest.raises(NotAllowed, match="net bijgewerkt"):
        update(incident.pk, 1, Wanted("Neerbeek", incident.ends_at), officers.second, now)

    newest = Incident.objects.get().newest
    assert (newest.number, newest.area, newest.told["en"]["lines"]) == (2, "Geleen-Zuid", ["Keep listening."])


def test_a_later_end_asks_why(officers):
    incident = officers.raised()
    later = Wanted(incident.area, incident.ends_at + timedelta(hours=2))

    with pytest.raises(NotAllowed) as refused:
        update(incident.pk, 1, later, officers.first, timezone.now())
    update(incident.pk, 1, later, officers.first, timezone.now(), "De brand duurt langer.")

    assert refused.value.field == "reason"
    assert Incident.objects.get().ends_at == later.ends_at


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        pytest.param(Kind.ALL_CLEAR, State.CLEARED, id="it is safe"),
        pytest.param(Kind.WITHDRAWAL, State.WITHDRAWN, id="it should not have been told"),
    ],
)
def test_an_end_is_told_and_nothing_follows_it(officers, kind, state):
    incident, now = officers.raised(), timezone.now()

    end(incident.pk, 1, kind, officers.first, now, "Verkeerde melding van de meetploeg.")

    assert (Incident.objects.get().state, Incident.objects.live(now).count()) == (state, 0)
    with pytest.raises(NotAllowed, match="afgelopen"):
        update(incident.pk, 2, Wanted("Beek", now + timedelta(hours=1)), officers.first, now)


def test_an_incident_ends_by_itself_once_however_often_the_clock_looks(officers):
    incident = officers.raised()
    after = incident.ends_at + timedelta(seconds=1)

    assert [Incident.objects.live(after).count(), expire(after), expire(after)] == [0, 1, 0]
    assert Incident.objects.get().newest.kind == Kind.EXPIRY


def test_what_is_not_confirmed_can_be_dropped_and_what_is_shown_cannot(officers):
    waiting, shown = officers.ready(), officers.raised()

    drop(waiting.pk, timezone.now())
    with pytest.raises(NotAllowed):
        drop(shown.pk, timezone.now())

    assert Incident.objects.get(pk=waiting.pk).state == State.DROPPED


def test_what_was_told_stays_as_it_was_when_the_instruction_is_edited(officers):
    officers.raised()
    officers.page.title = "Iets anders"
    officers.page.save_revision().publish()

    assert Message.objects.get().told["nl"]["title"] == "Gaswolk: dit doet u"
