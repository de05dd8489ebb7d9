"""PublishedMonth and PublishedFigure: what everybody may see of a month, as it was when it was published."""

from django.db import models


class PublishedMonth(models.Model):
    """A month whose figures stand. `rules` are the versions of the definitions and thresholds that made them."""

    month = models.DateField("maand", unique=True)
    made_at = models.DateTimeField("gemaakt op")
    rules = models.JSONField("regels", default=dict)

    class Meta:
        ordering = ["-month"]
        verbose_name = "openbare maand"
        verbose_name_plural = "openbare maanden"

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class Status(models.TextChoices):
    SHOWN = "shown", "getoond"
    SUPPRESSED = "suppressed", "niet getoond"
    UNKNOWN = "unknown", "onbekend"


class PublishedFigure(models.Model):
    """One cell of a public table. `query` says what was asked, `inputs_hash` what the answer was made from."""

    month = models.ForeignKey(PublishedMonth, on_delete=models.PROTECT, related_name="figures", verbose_name="maand")
    table = models.SlugField("tabel", max_length=40)
    row = models.CharField("rij", max_length=120)
    column = models.CharField("kolom", max_length=120, blank=True)
    measure = models.CharField("maat", max_length=40)
    measure_version = models.PositiveSmallIntegerField("versie van de maat")
    status = models.CharField("staat", max_length=10, choices=Status.choices)
    reason = models.CharField("reden", max_length=60, blank=True)
    count = models.PositiveBigIntegerField("aantal", null=True, blank=True)
    n = models.PositiveBigIntegerField("van hoeveel", null=True, blank=True)
    low = models.FloatField("ondergrens", null=True, blank=True)
    value = models.FloatField("aandeel", null=True, blank=True)
    high = models.FloatField("bovengrens", null=True, blank=True)
    query = models.JSONField("vraag")
    inputs_hash = models.CharField("vingerafdruk", max_length=64)
    place = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        ordering = ["month", "table", "place"]
        verbose_name = "openbaar cijfer"
        verbose_name_plural = "openbare cijfers"
        constraints = [
            models.UniqueConstraint(fields=["month", "table", "row", "column"], name="a_figure_is_published_once"),
        ]

    def __str__(self) -> str:
        return f"{self.month}, {self.table}: {self.row} {self.column}"
