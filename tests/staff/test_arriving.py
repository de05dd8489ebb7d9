"""Who logs in stands in the history, for as long as that is of use."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone
from wagtail.models import ModelLogEntry

from campagne.staff.arriving import LOGINS_KEPT, forget_old


def test_a_login_stands_in_the_history_until_it_is_of_no_use(client, editor_of_stein):
    client.force_login(editor_of_stein)
    logins = ModelLogEntry.objects.filter(action="staff.login", user=editor_of_stein)
    assert logins.get().message == "Ingelogd"

    forget_old(timezone.now())
    assert (logins.count(), Session.objects.count()) == (1, 1)

    forget_old(timezone.now() + LOGINS_KEPT + timedelta(minutes=1))
    assert (logins.count(), Session.objects.count()) == (0, 0)
