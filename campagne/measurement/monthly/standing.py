"""How it is with the mail of one reader, in sentences: whether it comes, when, and what went wrong."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from campagne.mail import is_mail_set_up
from campagne.measurement.monthly.reader import MOST_TRIES, SENT_ON, MonthlyReader
from campagne.measurement.official.reading.years_and_months import MONTHS
from campagne.measurement.periods import next_month

NO_MAIL = "Deze site kan nog geen e-mail versturen. Vraag uw beheerder. Uw keuze bewaren we alvast."
NO_MAIL_FOR_THE_KEEPER = (
    "Deze site kan nog geen e-mail versturen. Stel een mailserver in: in .env EMAIL_HOST, EMAIL_PORT, "
    "EMAIL_HOST_USER, EMAIL_HOST_PASSWORD en DEFAULT_FROM_EMAIL. Start de site daarna opnieuw."
)
NO_ADDRESS = "Bij uw account staat geen e-mailadres. Vul het in bij uw account, dan kunnen we u de mail sturen."


def obstacles(user: Any) -> list[str]:
    """Why no mail could come now; only who keeps the site is told which settings to make."""
    no_mail = NO_MAIL_FOR_THE_KEEPER if user.is_superuser else NO_MAIL
    return [*([] if is_mail_set_up() else [no_mail]), *([] if user.email else [NO_ADDRESS])]


def told_of(reader: MonthlyReader, today: date) -> Iterator[str]:
    """What a reader sees of their own mail; no day is named on which nothing could come."""
    if obstacles(reader.user):
        yield f"U vroeg de maandmail aan op {_day(reader.since)}. U krijgt de maandmail zodra dat kan."
        return
    yield f"U krijgt de mail sinds {_day(reader.since)}."
    if reader.sent_month and not reader.failures:
        yield f"De laatste ging over {_month(reader.sent_month)}."
    elif reader.sent_month and reader.failures >= MOST_TRIES:
        yield (
            f"De mail over {_month(reader.sent_month)} is {MOST_TRIES} keer niet gelukt. We proberen het de volgende "
            "maand weer. Klopt uw e-mailadres? Vraag anders wie de site beheert om naar de mailserver te kijken."
        )
    elif reader.failures and not _waits(reader, today):
        yield f"Of de mail over {_month(reader.sent_month)} is aangekomen, weten we niet. We sturen niets dubbel."
    elif reader.failures:
        yield f"Versturen is {reader.failures} keer niet gelukt. We proberen het elk uur, {MOST_TRIES} keer in totaal."
    yield f"De volgende komt op of na {_day(_next(reader, today))}."


def _waits(reader: MonthlyReader, today: date) -> bool:
    return MonthlyReader.objects.waiting(today).filter(pk=reader.pk).exists()


def _next(reader: MonthlyReader, today: date) -> date:
    """When the next mail leaves: now if this reader still waits, else on the fifth that comes."""
    if _waits(reader, today):
        return today
    this = today.replace(day=SENT_ON)
    return this if today < this else next_month(today).replace(day=SENT_ON)


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
