"""A second person confirms what they read; nobody confirms their own; an exercise needs one person."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from campagne.incidents.course import State, Way
from campagne.incidents.models import Incident, PreparedLine
from tests.incidents.admin.conftest import client_of, confirmed_by

pytestmark = pytest.mark.django_db


def state_of(incident: Incident) -> str:
    return Incident.objects.get(pk=incident.pk).state


def test_a_second_person_presses_one_button_and_it_is_known_how_long_that_took(first, second, officers):
    incident = officers.ready()
    own = first.get(f"/beheer/incidenten/{incident.pk}/").content.decode()

    confirmed_by(second, incident)

    assert "Laat iemand anders bevestigen" in own
    assert "Bevestigen en tonen" not in own
    assert state_of(incident) == State.LIVE
    assert "Te zien na" in second.get(f"/beheer/incidenten/{incident.pk}/").content.decode()
    assert ModelLogEntry.objects.filter(action="incidents.confirm", user=officers.second).exists()


@pytest.mark.parametrize("posted", [{}, {"way": "second_person"}, {"way": "exercise"}, {"way": "override"}])
def test_nobody_confirms_their_own_also_not_by_a_form_made_by_hand(first, officers, posted):
    incident = officers.ready()

    answer = confirmed_by(first, incident, **posted)

    assert answer.status_code == 422
    assert "Er is nog niets te zien" in answer.content.decode()
    assert state_of(incident) == State.AWAITING


def test_in_need_somebody_shows_it_alone_with_a_reason_that_is_kept(first, officers):
    incident = officers.ready()

    confirmed_by(first, incident, way="override", reason="Niemand anders neemt op.")

    shown = Incident.objects.get()
    assert (shown.way, shown.override_reason) == (Way.OVERRIDE, "Niemand anders neemt op.")
    assert "Niemand anders neemt op." in first.get(f"/beheer/incidenten/{incident.pk}/").content.decode()
    assert ModelLogEntry.objects.filter(action="incidents.alone").exists()


def test_an_exercise_is_shown_by_one_person_and_says_so(first, officers):
    incident = officers.ready(is_exercise=True)

    confirmed_by(first, incident)

    assert state_of(incident) == State.LIVE
    assert "OEFENING, te zien" in first.get("/beheer/").content.decode()


def test_nobody_confirms_another_text_than_they_read(second, officers):
    line = PreparedLine.objects.create(text_nl="Blijf binnen.", text_en="Stay inside.", text_de="Bleiben Sie im Haus.")
    incident = officers.ready(prepared=(line,))
    mark = second.get(f"/beheer/incidenten/{incident.pk}/").context["mark"]
    PreparedLine.objects.update(text_nl="Ga naar buiten.")

    answer = second.post(f"/beheer/incidenten/{incident.pk}/bevestigen/", {"mark": mark})

    assert "De tekst is net veranderd" in answer.content.decode()
    assert "Ga naar buiten." in answer.content.decode()
    assert state_of(incident) == State.AWAITING


def test_pressing_twice_is_pressing_once_and_what_waits_can_be_thrown_away(first, second, officers):
    shown, waiting = officers.ready(), officers.ready()
    confirmed_by(second, shown)

    again = second.post(f"/beheer/incidenten/{shown.pk}/bevestigen/", {"mark": "x"})
    for incident in (waiting, shown):
        first.post(f"/beheer/incidenten/{incident.pk}/weggooien/")

    assert again.status_code == 302
    assert [state_of(shown), state_of(waiting)] == [State.LIVE, State.DROPPED]
    assert shown.messages.count() == 1


def test_forms_carry_a_token_and_are_refused_without_it(officers):
    incident = officers.ready()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officers.second)

    answer = strict.post(f"/beheer/incidenten/{incident.pk}/bevestigen/", {"mark": "x"})

    assert answer.status_code == 403
    assert (
        "csrfmiddlewaretoken" in client_of(officers.second).get(f"/beheer/incidenten/{incident.pk}/").content.decode()
    )
    assert state_of(incident) == State.AWAITING
