"""Who may extend an incident is reminded of its end twice, and a mail server that fails harms nothing."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail

from campagne.incidents.raising import Wanted, update
from campagne.incidents.reminding import remind
from tests.conftest import make_user

pytestmark = pytest.mark.django_db
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def editor(officers):
    group = Group.objects.get(name="Incidentredacteur")
    return make_user("wakker", group, email="wakker@mijnstreekweerbaar.example")


def test_one_mail_an_hour_before_and_one_a_quarter_before(officers, editor):
    incident = officers.raised()
    moments = [incident.ends_at - each * MINUTE for each in (61, 60, 59, 16, 15, 1)]

    assert [remind(at) for at in moments] == [0, 1, 0, 0, 1, 0]
    assert [message.to for message in mail.outbox] == [[editor.email], [editor.email]]
    assert f"/beheer/incidenten/{incident.pk}/" in mail.outbox[0].body


def test_a_later_end_is_reminded_of_anew_and_one_that_was_just_set_is_not(officers, editor):
    incident = officers.raised()
    remind(incident.ends_at - HOUR)
    later = Wanted(incident.area, incident.ends_at + 2 * HOUR)
    update(incident.pk, 1, later, officers.first, incident.ends_at - HOUR, "De brand duurt langer.")

    assert [remind(later.ends_at - 2 * HOUR), remind(later.ends_at - HOUR)] == [0, 1]


def test_a_mail_server_that_fails_is_no_fault_of_the_clock(officers, editor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    incident = officers.raised()

    assert remind(incident.ends_at - HOUR) == 1


def test_an_exercise_says_so(officers, editor):
    remind(officers.raised(is_exercise=True).ends_at - HOUR)

    assert mail.outbox[0].subject.startswith("OEFENING")
