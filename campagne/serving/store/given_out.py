"""How often the server gave out a page, per day; of readers without a script it is all that is known."""

from collections import Counter
from threading import Lock

from django.db import DatabaseError, models, transaction
from django.utils import timezone

from campagne.serving.database.upsert import add_to

_lock = Lock()
_waiting: Counter[tuple[str, int]] = Counter()
NO_PAGE = 0


class GivenOut(models.Model):
    explanation = "Per dag en per adres: hoe vaak de server een pagina heeft gegeven, ook aan programma's."

    day = models.DateField("dag", help_text="De dag, in Nederlandse tijd.")
    path = models.CharField("pad", max_length=500, help_text="Het adres van de pagina, zonder wie het vroeg.")
    page_id = models.BigIntegerField(
        "pagina", default=NO_PAGE, help_text="Het nummer van de pagina; 0 is een adres dat geen pagina is."
    )
    count = models.PositiveIntegerField("aantal", default=0, help_text="Hoe vaak.")

    class Meta:
        verbose_name = "gegeven pagina"
        verbose_name_plural = "gegeven pagina's"
        constraints = [
            models.UniqueConstraint(fields=["day", "path", "page_id"], name="a_day_counts_an_address_of_a_page_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day}, {self.path}: {self.count}"


def note(path: str, page_id: int | None) -> None:
    """Count one page that was given out; it waits in memory, so a crash loses a few seconds."""
    with _lock:
        _waiting[path, page_id or NO_PAGE] += 1


def write_given_out() -> None:
    """Add what waited to today's counts; when that fails it keeps waiting."""
    with _lock:
        waiting = dict(_waiting)
        _waiting.clear()
    if not waiting:
        return
    today = timezone.localdate()
    counts = {(today, *key): (count,) for key, count in waiting.items()}
    try:
        with transaction.atomic():
            add_to(GivenOut, ("day", "path", "page_id"), ("count",), counts)
    except DatabaseError:
        with _lock:
            _waiting.update(waiting)
        raise
