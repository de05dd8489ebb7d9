"""Sending the mail: at most once per reader and month, whatever happens in between."""

import logging
from datetime import date, datetime

from django.db.models import F
from django.utils import timezone

from campagne.mail import is_mail_set_up
from campagne.measurement.monthly.letter import letter_for
from campagne.measurement.monthly.reader import MOST_TRIES, MonthlyReader, month_before, not_sent

_log = logging.getLogger(__name__)


def send_due(at: datetime) -> None:
    """Send everybody who waits the figures of last month; may run twice. Nothing leaves a site without mail.

    What fails is tried again at the next run, five times in all; then it is over for that month, and the reader is told
    in the admin.
    """
    today = timezone.localdate(at)
    if not is_mail_set_up():
        return
    for reader in MonthlyReader.objects.waiting(today).select_related("user"):
        if may_get_it(reader):
            _send(reader, today)


def may_get_it(reader: MonthlyReader) -> bool:
    """Asked when it leaves: who lost the right to see figures, or has no address, gets nothing."""
    user = reader.user
    return bool(user.is_active and user.email and user.has_perm("staff.view_figures"))


def _send(reader: MonthlyReader, today: date) -> None:
    if not _claimed(reader, month_before(today)):
        return
    try:
        letter_for(reader.user, today).to(reader.user.email).send()
    except Exception as error:
        _log.error("De maandmail aan lezer %s is niet verstuurd (%s).", reader.pk, type(error).__name__)
        _give_back(reader)
    else:
        MonthlyReader.objects.filter(pk=reader.pk).update(failures=0)


def _claimed(reader: MonthlyReader, month: date) -> bool:
    """Mark the month and count the try, before anything leaves; false when another did."""
    tries = 1 if reader.failures >= MOST_TRIES else F("failures") + 1
    mine = MonthlyReader.objects.filter(not_sent(month), pk=reader.pk)
    return mine.update(sent_month=month, failures=tries) == 1


def _give_back(reader: MonthlyReader) -> None:
    """Let the next run try again; after the last try the mark stays, so that it is over."""
    again = MonthlyReader.objects.filter(pk=reader.pk, failures__lt=MOST_TRIES)
    again.update(sent_month=reader.sent_month)
