"""PageLabelPeriod and PageFacts: what a page said about itself, and what it was, when it was published."""

from django.db import models
from django.db.models import F, Q

from campagne.measurement.counters import page_key


class PageLabelPeriod(models.Model):
    """The labels of a page from a day on; without a last day they still hold. Labels are bare numbers, 0 is none."""

    page = page_key()
    begins = models.DateField("vanaf")
    ends = models.DateField("tot en met", null=True, blank=True)
    theme = models.PositiveBigIntegerField("thema", default=0)
    groups = models.JSONField("doelgroepen", default=list)
    municipality = models.PositiveBigIntegerField("gemeente", default=0)

    class Meta:
        ordering = ["page", "begins"]
        verbose_name = "labels van een pagina"
        verbose_name_plural = "labels van pagina's"
        constraints = [
            models.UniqueConstraint(fields=["page", "begins"], name="labels_of_a_page_begin_once_a_day"),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=F("begins")), name="labels_do_not_end_before_they_begin"
            ),
        ]

    def __str__(self) -> str:
        return f"pagina {self.page_id} vanaf {self.begins}"


class PageFacts(models.Model):
    """What a published version of a page was, so that figures before and after a rewrite can be laid side by side."""

    page = page_key()
    revision_id = models.BigIntegerField("versie", unique=True)
    published_at = models.DateTimeField("gepubliceerd")
    words = models.PositiveIntegerField("woorden")
    steps = models.PositiveSmallIntegerField("stappen", default=0)
    read_seconds = models.PositiveIntegerField("seconden om te lezen")

    class Meta:
        ordering = ["page", "published_at"]
        verbose_name = "feiten van een versie"
        verbose_name_plural = "feiten van versies"

    def __str__(self) -> str:
        return f"pagina {self.page_id}, versie {self.revision_id}"
