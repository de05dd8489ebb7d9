"""Moments in words, in the language of a page, as clocks here show them."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.translation import override

WITH_DAY = {"nl": "l j F, H:i \\u\\u\\r", "en": "l j F, H:i", "de": "l, j. F, H:i \\U\\h\\r"}
CLOCK = {"nl": "H:i \\u\\u\\r", "en": "H:i", "de": "H:i \\U\\h\\r"}
DAY = {"nl": "j F Y", "en": "j F Y", "de": "j. F Y"}
# In the night in which the clock goes back, one hour comes twice.
TWICE = {
    "nl": (" (zomertijd)", " (wintertijd)"),
    "en": (" (summer time)", " (winter time)"),
    "de": (" (Sommerzeit)", " (Winterzeit)"),
}


def with_day(moment: datetime, language: str) -> str:
    """ "zondag 29 november, 14:05 uur"; in an hour that comes twice, which of the two."""
    return _told(moment, language, WITH_DAY[language])


def on_the_clock(moment: datetime, language: str) -> str:
    """ "14:05 uur", for what is told beside its day."""
    return _told(moment, language, CLOCK[language])


def on_day(day: date, language: str) -> str:
    with override(language):
        return formatted(day, DAY[language])


def _told(moment: datetime, language: str, how: str) -> str:
    local = timezone.localtime(moment)
    comes_twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    with override(language):
        return formatted(local, how) + (TWICE[language][local.fold] if comes_twice else "")
