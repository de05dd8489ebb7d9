"""AttentionCard: one reason to look at one group, until somebody closes it with an explanation."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from campagne.measurement.context.event import ContextEvent
from doelgroepen.models import Municipality, TargetGroup, Theme


class Gap(models.TextChoices):
    """What is the matter."""

    THREAT = "threat", "dreiging"
    REACH = "reach", "bereik"
    KNOWLEDGE = "knowledge", "kennis"
    OFFER = "offer", "aanbod"
    STEP = "step", "handelen"


class AttentionCard(models.Model):
    """`figures` holds the numbers that the sentence is made from, as they were when it was last raised."""

    gap = models.CharField("wat ontbreekt", max_length=10, choices=Gap.choices)
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, null=True, related_name="+", verbose_name="thema")
    group = models.ForeignKey(
        TargetGroup, on_delete=models.CASCADE, null=True, related_name="+", verbose_name="doelgroep"
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, null=True, related_name="+", verbose_name="gemeente"
    )
    raised_on = models.DateField("sinds")
    seen_on = models.DateField("laatst gezien")
    figures = models.JSONField("cijfers", default=dict)
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gesloten door",
    )
    event = models.ForeignKey(
        ContextEvent,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="verklaring",
        help_text="Welke gebeurtenis verklaart dit?",
    )
    is_unexplained = models.BooleanField("onverklaard", default=False)

    class Meta:
        ordering = ["-raised_on", "pk"]
        verbose_name = "aandachtskaart"
        verbose_name_plural = "aandachtskaarten"
        constraints = [
            models.UniqueConstraint(
                "gap",
                Coalesce("theme", 0),
                Coalesce("group", 0),
                Coalesce("municipality", 0),
                condition=Q(closed_at=None),
                name="a_reason_for_attention_is_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_gap_display()}: {self.group or 'iedereen'}, {self.theme or 'alle thema’s'}"
