"""The generation of everything that is shown: one number that rises with every change."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.db import models, transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.utils import timezone

SHARED_NAME = "generation"


@dataclass(frozen=True, order=True)
class Moment:
    """How far everything is. What was made before `floor` may not be shown any more."""

    number: int = 0
    floor: int = 0


class GenerationManager(models.Manager["Generation"]):
    def moment(self) -> Moment:
        """How far it is now; the very beginning on a site where nothing was changed yet."""
        return Moment(*(self.values_list("number", "floor").first() or (0, 0)))

    def rise(self, *, forbids_older: bool = False, above: int = 0) -> Moment:
        """Begin the next generation, later than `above`; with `forbids_older`, nothing older is ever shown again."""
        number = Greatest(F("number"), Value(above)) + 1
        floor = number if forbids_older else F("floor")
        with transaction.atomic():
            if not self.update(number=number, floor=floor):
                self.get_or_create(pk=1)
                self.update(number=number, floor=floor)
            risen = self.moment()
        # Who hears of a change before it is committed would make a page of what was before it.
        transaction.on_commit(lambda: share(risen))
        return risen


class Generation(models.Model):
    """One row. A page made in an earlier generation is made again; one made before `floor` is never shown again."""

    number = models.PositiveBigIntegerField("nummer", default=1)
    floor = models.PositiveBigIntegerField("ondergrens", default=0)
    began_on = models.DateField("dag", null=True)

    objects = GenerationManager()

    class Meta:
        verbose_name = "generatie"
        verbose_name_plural = "generaties"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_generation"),
            models.CheckConstraint(
                condition=models.Q(floor__lte=F("number")), name="a_floor_is_not_above_the_generation"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


def begin_day(at: datetime) -> None:
    """Raise the generation on a new day, because pages say what runs today and what is over. May run twice."""
    today = timezone.localdate(at)
    Generation.objects.get_or_create(pk=1)
    if Generation.objects.exclude(began_on=today).update(began_on=today):
        Generation.objects.rise()


def share(moment: Moment) -> None:
    """Tell the other processes by the shared cache, where there is one; the database tells them a little later."""
    if settings.CACHE_URL:
        cache.set(SHARED_NAME, [moment.number, moment.floor], timeout=None)


def shared() -> Moment | None:
    """What another process told last by the shared cache."""
    told = cache.get(SHARED_NAME) if settings.CACHE_URL else None
    return Moment(*told) if told else None
