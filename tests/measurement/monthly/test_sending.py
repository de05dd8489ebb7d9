"""The mail leaves once a month for each reader, and never twice, whatever happens in between."""

from datetime import timedelta

import pytest
from django.core.mail.backends import locmem

from campagne.measurement.models import MonthlyReader
from campagne.measurement.monthly.reader import MOST_TRIES
from campagne.measurement.monthly.sending import send_due
from tests.conftest import make_user
from tests.measurement.monthly.conftest import FEBRUARY, FIFTH, FOURTH, MARCH, NEXT_MONTH

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


class Killed(BaseException):
    """What ends a process, which nothing catches."""


class Refusing(locmem.EmailBackend):
    """A mail server that refuses everything."""

    def send_messages(self, messages):
        raise OSError("connection refused")


class Killing(locmem.EmailBackend):
    """The process ends right after the mail left."""

    def send_messages(self, messages):
        super().send_messages(messages)
        raise Killed


@pytest.fixture
def server(settings):
    """Put another mail server there: `server(Refusing)`."""

    def put(kind: type) -> None:
        settings.EMAIL_BACKEND = f"{__name__}.{kind.__name__}"

    return put


def test_nothing_leaves_before_the_fifth_and_one_mail_from_then_on(asked_for, mailoutbox):
    asked_for()

    for at in (FOURTH, FIFTH, FIFTH + HOUR, FIFTH + timedelta(days=20)):
        send_due(at)

    (mail,) = mailoutbox
    assert mail.to == ["burgemeester@example.nl"]
    assert "februari 2027" in mail.subject
    assert MonthlyReader.objects.get().sent_month == FEBRUARY


def test_the_next_month_has_a_mail_of_its_own(asked_for, mailoutbox):
    asked_for()
    send_due(FIFTH)

    send_due(NEXT_MONTH)

    assert [("februari" in mail.subject, "maart" in mail.subject) for mail in mailoutbox] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    ("since", "mails"),
    [
        pytest.param(FOURTH.date(), 1, id="the day before it leaves"),
        pytest.param(FIFTH.date(), 0, id="the day itself, so also after stopping for a moment"),
    ],
)
def test_whoever_asks_late_begins_with_the_next_one(asked_for, mailoutbox, since, mails):
    asked_for(since=since)

    send_due(FIFTH + timedelta(days=3))

    assert len(mailoutbox) == mails


def test_a_process_that_is_killed_while_sending_never_sends_it_again(asked_for, server, settings, mailoutbox):
    asked_for()
    whole = settings.EMAIL_BACKEND
    server(Killing)
    with pytest.raises(Killed):
        send_due(FIFTH)
    settings.EMAIL_BACKEND = whole

    send_due(FIFTH + HOUR)

    assert len(mailoutbox) == 1
    reader = MonthlyReader.objects.get()
    assert (reader.sent_month, reader.failures) == (FEBRUARY, 1)


def test_what_fails_is_tried_at_the_next_run(asked_for, server, settings, mailoutbox):
    asked_for()
    whole = settings.EMAIL_BACKEND
    server(Refusing)
    send_due(FIFTH)
    assert (MonthlyReader.objects.get().sent_month, MonthlyReader.objects.get().failures) == (None, 1)
    settings.EMAIL_BACKEND = whole

    send_due(FIFTH + HOUR)

    assert len(mailoutbox) == 1
    assert MonthlyReader.objects.get().failures == 0


def test_after_five_failures_it_is_over_for_that_month_and_the_next_one_begins_anew(
    asked_for, server, settings, mailoutbox
):
    asked_for()
    whole = settings.EMAIL_BACKEND
    server(Refusing)
    for run in range(MOST_TRIES + 3):
        send_due(FIFTH + run * HOUR)
    reader = MonthlyReader.objects.get()
    assert (reader.sent_month, reader.failures) == (FEBRUARY, MOST_TRIES)
    settings.EMAIL_BACKEND = whole
    send_due(FIFTH + timedelta(days=2))
    assert mailoutbox == []

    send_due(NEXT_MONTH)

    assert len(mailoutbox) == 1
    reader.refresh_from_db()
    assert (reader.sent_month, reader.failures) == (MARCH, 0)


def test_one_that_fails_does_not_stop_the_others(asked_for, reader, mailoutbox, editor_of_stein):
    editor_of_stein.email = "stein@example.nl\nBcc: iemand@example.nl"
    editor_of_stein.save()
    asked_for(editor_of_stein)
    asked_for()

    send_due(FIFTH)

    assert [mail.to for mail in mailoutbox] == [["burgemeester@example.nl"]]


def test_who_lost_the_right_or_has_no_address_gets_nothing(asked_for, reader, mailoutbox):
    asked_for(make_user("buitenstaander", email="buiten@example.nl"))
    reader.email = ""
    reader.save()
    asked_for()

    send_due(FIFTH)

    assert mailoutbox == []
    assert set(MonthlyReader.objects.values_list("sent_month", flat=True)) == {None}


def test_without_a_mail_server_nothing_is_sent_and_nothing_is_marked(asked_for, settings, capsys):
    asked_for()
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    send_due(FIFTH)

    assert capsys.readouterr().out == ""
    assert MonthlyReader.objects.get().sent_month is None
