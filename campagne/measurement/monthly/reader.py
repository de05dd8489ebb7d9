"""MonthlyReader: who wants the mail, and of which month it was last sent."""

from django.conf import settings
from django.db import models


class MonthlyReader(models.Model):
    """Somebody with a login who may see figures. A mail of a month is sent once, also when the clock runs twice."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="lezer"
    )
    since = models.DateField("sinds")
    sent_month = models.DateField("laatst verstuurde maand", null=True, blank=True)
    failures = models.PositiveSmallIntegerField("mislukte pogingen", default=0)

    class Meta:
        ordering = ["user"]
        verbose_name = "lezer van de maandmail"
        verbose_name_plural = "lezers van de maandmail"

    def __str__(self) -> str:
        return str(self.user)
