"""What was looked for and not found, kept so that a rare word, which may be a name, is never written down.

A word waits in memory for some seconds and is then counted under a code that only this week's key makes. Who has the
table cannot tell a word by its code, and after the week nobody can. The word itself is written at the moment that it is
looked for once more, and was looked for often enough on enough days.
"""

import hmac
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from threading import Lock

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from home.search.models import FEWEST_DAYS, FEWEST_SEARCHES, WEEKS_KEPT, MissedWord
from home.search.words import LONGEST_WORD

SHORTEST, MOST_WAITING = 3, 500
Waiting = dict[tuple[str, date], int]

_lock = Lock()
_waiting: Waiting = defaultdict(int)


def note(words: Iterable[str], day: date) -> None:
    """Remember words that nothing was found for; what holds a digit, as numbers of people and phones do, is no word."""
    with _lock:
        for word in set(words):
            is_word = word.isalpha() and SHORTEST <= len(word) <= LONGEST_WORD
            if is_word and ((word, day) in _waiting or len(_waiting) < MOST_WAITING):
                _waiting[word, day] += 1


def write_missed() -> None:
    """Count what waited; every web process does this now and then. When that fails it keeps waiting."""
    with _lock:
        waiting = dict(_waiting)
        _waiting.clear()
    try:
        with transaction.atomic():
            for (word, day), count in sorted(waiting.items()):
                _count(word, day, count)
    except DatabaseError:
        with _lock:
            for key, count in waiting.items():
                _waiting[key] += count


def _count(word: str, day: date, count: int) -> None:
    monday, bit = monday_of(day), 1 << day.weekday()
    row, _ = MissedWord.objects.select_for_update().get_or_create(monday=monday, code=code_of(word, monday))
    often = row.count + count >= FEWEST_SEARCHES and (row.days | bit).bit_count() >= FEWEST_DAYS
    MissedWord.objects.filter(pk=row.pk).update(
        count=F("count") + count, days=row.days | bit, word=word if often else row.word
    )


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def code_of(word: str, monday: date) -> str:
    """A code that stands for a word in one week; without the secret of the installation it says nothing."""
    key = f"missed {monday.isoformat()} {settings.SECRET_KEY}".encode()
    return hmac.new(key, word.encode(), "sha256").hexdigest()


def purge_missed(at: datetime) -> None:
    """Throw away codes of weeks that are over, and words after some weeks. May run twice."""
    monday = monday_of(timezone.localdate(at))
    MissedWord.objects.filter(monday__lt=monday, word="").delete()
    MissedWord.objects.filter(monday__lt=monday - timedelta(weeks=WEEKS_KEPT)).delete()
