"""Every address of this room is shut for who may not raise an incident."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from campagne.incidents.admin import addresses
from campagne.incidents.admin.rights import may_raise
from campagne.incidents.course import State
from campagne.incidents.models import Incident, PreparedLine, Statement
from campagne.staff import roles
from tests.conftest import make_user
from tests.incidents.admin.conftest import client_of

pytestmark = pytest.mark.django_db
OTHERS = [role for role in roles.ROLES if role is not roles.INCIDENT_EDITOR]


def every_address(incident: Incident) -> list[str]:
    words = {"text_nl": "Geheime zin.", "text_en": "x", "text_de": "x"}
    PreparedLine.objects.create(pk=7, **words)
    Statement.objects.create(pk=7, checked_on=timezone.localdate(), **words)
    keys = {"uuid": incident.pk, "int": 7}
    patterns = [(pattern.name, str(pattern.pattern)) for pattern in addresses.urlpatterns]
    return [reverse(name, args=[key for kind, key in keys.items() if f"<{kind}:" in route]) for name, route in patterns]


@pytest.mark.parametrize("role", OTHERS, ids=lambda role: role.name)
def test_nobody_else_sees_or_does_anything(officers, role):
    incident = officers.ready()
    client = client_of(make_user("iemand-anders", roles.group_for(role)))

    answers = [ask(url) for url in every_address(incident) for ask in (client.get, client.post)]

    assert len(answers) >= 38
    assert {answer.status_code for answer in answers} <= {302, 403, 404}
    assert not any(words in answer.content.decode() for answer in answers for words in (incident.area, "Geheime zin"))
    assert Incident.objects.get().state == State.AWAITING
    assert PreparedLine.objects.exists()
    assert "incidenten" not in client.get("/beheer/").content.decode()


def test_nobody_who_did_not_log_in_sees_anything(client, officers):
    answers = [ask(url) for url in every_address(officers.ready()) for ask in (client.get, client.post)]

    assert {answer.status_code for answer in answers} == {302}


def test_an_incident_editor_finds_every_screen_open_and_may_do_nothing_else(first, officers):
    officers.raised()

    answers = {url: first.get(url).status_code for url in every_address(officers.ready())}

    assert set(answers.values()) <= {200, 302, 405}
    assert may_raise(officers.first)
    assert not officers.first.has_perm("staff.view_figures")
    assert Group.objects.get(name="Incidentredacteur").permissions.count() == 2
    assert first.get("/beheer/pages/").status_code in {200, 302}


def test_what_was_held_is_released_on_the_screen_and_a_sentence_is_written_changed_and_taken_away(first):
    words = {"text_nl": "Blijf binnen.", "text_en": "Stay inside.", "text_de": "Bleiben Sie im Haus.", "order": 1}
    first.post("/beheer/incidenten/zinnen/nieuw/", words)
    line = PreparedLine.objects.get()
    first.post(f"/beheer/incidenten/zinnen/{line.pk}/", {**words, "text_nl": "Blijf thuis."})
    refused = first.post("/beheer/incidenten/zinnen/nieuw/", {**words, "text_en": ""})
    changed = PreparedLine.objects.get().text_nl
    first.post(f"/beheer/incidenten/zinnen/{line.pk}/weghalen/")

    assert (changed, refused.status_code) == ("Blijf thuis.", 422)
    assert not PreparedLine.objects.exists()
    assert first.post("/beheer/incidenten/tegengehouden/vrijgeven/", {"plan": ["1", "x"]}).status_code == 302
