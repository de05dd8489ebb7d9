"""Population: how many people a group has, from a named source. Empty until somebody enters it."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models.functions import Coalesce

from doelgroepen.models import Municipality, TargetGroup


class Population(models.Model):
    group = models.ForeignKey(
        TargetGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="doelgroep",
        help_text="Leeg: alle inwoners.",
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gemeente",
        help_text="Leeg: de hele regio.",
    )
    persons = models.PositiveIntegerField("aantal mensen", validators=[MinValueValidator(1)])
    as_of = models.DateField("geteld op", help_text="Van welke dag is dit aantal?")
    source = models.CharField("bron", max_length=200, help_text="Wie heeft dit geteld, en waar staat het?")

    class Meta:
        ordering = ["municipality", "group", "-as_of"]
        verbose_name = "aantal inwoners"
        verbose_name_plural = "aantallen inwoners"
        constraints = [
            models.UniqueConstraint(
                Coalesce("group", 0), Coalesce("municipality", 0), "as_of", name="a_population_is_counted_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group or 'alle inwoners'}, {self.municipality or 'hele regio'}: {self.persons}"
