"""KnownVersion: which version of each thing that decides our figures was seen last."""

from django.db import models


class KnownVersion(models.Model):
    """The newest version of one watched thing that counted here."""

    code = models.CharField("wat", max_length=60, unique=True)
    version = models.PositiveIntegerField("versie")
    since = models.DateField("sinds")

    class Meta:
        verbose_name = "versie van de meting"
        verbose_name_plural = "versies van de meting"

    def __str__(self) -> str:
        return f"{self.code}, versie {self.version}"
