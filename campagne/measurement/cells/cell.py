"""DayCell: what was counted for a theme, a target group and a municipality, and how we know that it belongs there."""

from django.db import models

from campagne.measurement.counters import PageTally
from campagne.measurement.phrases import DayCells, MonthCells


class Method(models.TextChoices):
    """How a visit is attributed to a group: the first that applies."""

    ENTRANCE = "Q", "langs een ingang voor één doelgroep"
    CHOICE = "Z", "zelf gekozen: ik ben …"
    ONE_LABEL = "T", "op een pagina voor één doelgroep"
    SHARED = "G", "op een pagina voor meer doelgroepen"
    UNKNOWN = "-", "onbekend"


CERTAIN = (Method.ENTRANCE, Method.CHOICE, Method.ONE_LABEL)
NO_LABEL = 0


def label(name: str, help_text: str) -> models.PositiveBigIntegerField:
    """A label, kept as a bare number: counts outlive the label."""
    return models.PositiveBigIntegerField(name, default=NO_LABEL, help_text=help_text)


class CellTally(PageTally):
    """One cell. What is shared by several groups stands once under group 0, and once more under each of them.

    So those of one group may be added, and those under group 0 with all that is certain are the whole; the shared
    ones of two groups are the same visits and are never added up.
    """

    theme = label("thema", "Het nummer van het thema van de pagina; 0: zonder thema.")
    group = label("doelgroep", "Het nummer van de doelgroep; 0: voor geen of voor meer doelgroepen.")
    municipality = label("gemeente", "Het nummer van de gemeente van de ingang of de pagina; 0: hele regio.")
    method = models.CharField(
        "hoe bekend", max_length=1, choices=Method.choices, help_text="Hoe we weten bij welke doelgroep dit hoort."
    )

    class Meta:
        abstract = True


KEY = ["theme", "group", "municipality", "method"]


class DayCell(CellTally):
    explanation = "Per dag, thema, doelgroep en gemeente van de pagina of de ingang: hoe vaak getoond en gelezen."

    day = models.DateField("dag", help_text="De dag, in Nederlandse tijd.")

    objects = DayCells.as_manager()

    class Meta:
        verbose_name = "dagtelling van doelgroep"
        verbose_name_plural = "dagtellingen van doelgroepen"
        constraints = [models.UniqueConstraint(fields=["day", *KEY], name="a_day_counts_a_cell_once")]
        indexes = [models.Index(fields=["municipality", "day"], name="days_of_a_municipality")]

    def __str__(self) -> str:
        return f"{self.day}, cel {self.theme}/{self.group}/{self.municipality} {self.method}: {self.visits}"


class MonthCell(CellTally):
    explanation = "Dezelfde tellingen per maand, thema, doelgroep en gemeente. Deze blijven bewaard."

    month = models.DateField("maand", help_text="De eerste dag van de maand.")

    objects = MonthCells.as_manager()

    class Meta:
        verbose_name = "maandtelling van doelgroep"
        verbose_name_plural = "maandtellingen van doelgroepen"
        constraints = [models.UniqueConstraint(fields=["month", *KEY], name="a_month_counts_a_cell_once")]
        indexes = [models.Index(fields=["municipality", "month"], name="months_of_a_municipality")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}, cel {self.theme}/{self.group}/{self.municipality} {self.method}: {self.visits}"
