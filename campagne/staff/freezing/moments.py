"""A moment as somebody types it: a day, or a day and a time, in the Netherlands."""

from datetime import datetime, time

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

EXPECTED = "verwacht een dag, zoals 2026-11-01, of een dag en een tijd, zoals 2026-11-01T14:30"


def moment_in(text: str) -> datetime:
    """Read a moment; a day begins at midnight. Raises ValueError in Dutch, also for a moment that is still to come."""
    try:
        day = parse_date(text)
        moment = datetime.combine(day, time()) if day else parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None:
        raise ValueError(f"‘{text[:30]}’ is geen moment: {EXPECTED}.")
    aware = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
    if aware > timezone.now():
        raise ValueError(f"‘{text[:30]}’ moet nog komen. Kies een moment waarna dit account misbruikt kan zijn.")
    return aware
