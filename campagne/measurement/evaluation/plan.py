"""EvaluationPlan: the measure, the direction, the smallest change that matters and the comparison, fixed beforehand."""

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from campagne.content.models import CampaignPage
from campagne.measurement.context.event import Direction
from campagne.measurement.periods import Period
from doelgroepen.models import Municipality

WITHDRAWN = "withdrawn"
"""In the place of a field: the plan as a whole was withdrawn after it began."""


class Measured(models.TextChoices):
    """What is compared; each is a share, so that it does not follow the number of visitors."""

    READS = "gelezen", "gelezen weergaven"
    RIGHT = "goed", "goed beantwoorde vragen"
    USEFUL = "nuttig", "‘dit was nuttig’"


class Comparison(models.TextChoices):
    """With what the campaign's own period is compared."""

    BEFORE = "before", "dezelfde pagina's, in de even lange periode ervoor"
    OTHERS = "others", "andere pagina's over hetzelfde thema, in dezelfde periode"


class EvaluationPlan(models.Model):
    """Locked as soon as the campaign's period begins; a later change has a name and a reason, and stays visible."""

    campaign = models.ForeignKey(CampaignPage, on_delete=models.PROTECT, related_name="+", verbose_name="campagne")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="gemeente"
    )
    question = models.CharField(
        "wat wilt u weten?", max_length=200, help_text="Eén zin. Bijvoorbeeld: wordt de uitleg beter gelezen?"
    )
    measured = models.CharField("maat", max_length=10, choices=Measured.choices)
    expected = models.CharField("richting", max_length=8, choices=Direction.choices, default=Direction.UP)
    smallest = models.PositiveSmallIntegerField(
        "kleinste verandering die telt",
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text="In procentpunten. Kleiner vindt u niet de moeite waard.",
    )
    comparison = models.CharField("vergeleken met", max_length=10, choices=Comparison.choices)
    begins = models.DateField("eerste dag")
    ends = models.DateField("laatste dag")
    registered_at = models.DateTimeField("vastgelegd op")
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="vastgelegd door"
    )

    class Meta:
        ordering = ["-begins", "pk"]
        verbose_name = "evaluatieplan"
        verbose_name_plural = "evaluatieplannen"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("begins")), name="an_evaluation_does_not_end_before_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign}: {self.question}"

    @property
    def period(self) -> Period:
        return Period(self.begins, self.ends)

    @property
    def seen_as(self) -> str:
        """A mark that differs as soon as anybody wrote the plan again."""
        return f"{self.registered_at.isoformat()} {self.changes.count()}"

    @property
    def withdrawal(self) -> "PlanChange | None":
        """The change that withdrew it, if any."""
        return next((change for change in self.changes.all() if change.field == WITHDRAWN), None)

    def is_locked(self, day: date) -> bool:
        return self.begins <= day


class PlanChange(models.Model):
    """A change of a plan after it was locked: what it was, what it became, why, when and by whom."""

    plan = models.ForeignKey(EvaluationPlan, on_delete=models.CASCADE, related_name="changes", verbose_name="plan")
    field = models.CharField("onderdeel", max_length=20)
    before = models.CharField("was", max_length=200)
    after = models.CharField("werd", max_length=200)
    reason = models.CharField("waarom", max_length=200)
    changed_at = models.DateTimeField("veranderd op")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="veranderd door"
    )

    class Meta:
        ordering = ["changed_at", "pk"]
        verbose_name = "wijziging van een plan"
        verbose_name_plural = "wijzigingen van plannen"

    def __str__(self) -> str:
        return f"{self.plan}: {self.field}"

    @property
    def name(self) -> str:
        """What was changed, as the form calls it."""
        return "stand" if self.field == WITHDRAWN else str(EvaluationPlan._meta.get_field(self.field).verbose_name)


class EvaluationReport(models.Model):
    """What came out, made once after the last day: the verdict, its sentence, and the counts it was made from."""

    plan = models.OneToOneField(EvaluationPlan, on_delete=models.CASCADE, related_name="report", verbose_name="plan")
    made_at = models.DateTimeField("gemaakt op")
    verdict = models.CharField("oordeel", max_length=40)
    sentence = models.TextField("zin")
    figures = models.JSONField("cijfers", default=dict)
    inputs_hash = models.CharField("vingerafdruk", max_length=64)

    class Meta:
        verbose_name = "evaluatieverslag"
        verbose_name_plural = "evaluatieverslagen"

    def __str__(self) -> str:
        return f"{self.plan}: {self.verdict}"
