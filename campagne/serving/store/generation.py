"""The generation of everything that is shown: one number that rises with every change."""


from django.db import models
from django.db.models import F


class Generation(models.Model):
    """One row. A page made in an earlier generation is made again; one made before `floor` is never shown again."""

    number = models.PositiveBigIntegerField("nummer", default=1)
    floor = models.PositiveBigIntegerField("ondergrens", default=0)

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
