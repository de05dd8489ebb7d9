"""What this installation is: its region, and whether it was made as a demo."""

from django.core.exceptions import ValidationError
from django.db import models


class InstallationManager(models.Manager["Installation"]):
    def current(self) -> "Installation | None":
        return self.first()

    def is_demo(self) -> bool:
        return self.filter(is_demo=True).exists()


class Installation(models.Model):
    """One row. `is_demo` is written when the installation is made and can never be changed afterwards."""

    region_name = models.CharField("naam van de regio", max_length=100)
    is_demo = models.BooleanField("demo-installatie", default=False, editable=False)
    founded_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    objects = InstallationManager()

    class Meta:
        verbose_name = "installatie"
        verbose_name_plural = "installatie"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_installation"),
        ]

    def __str__(self) -> str:
        return self.region_name

    def save(self, *args, **kwargs) -> None:
        self.pk = 1
        before = Installation.objects.current()
        if before and before.is_demo != self.is_demo:
            raise ValidationError(
                "Een demo-installatie blijft een demo en een echte installatie blijft echt. "
                "Maak een nieuwe installatie in een lege DATA_DIR."
            )
        if before:
            self.founded_at = before.founded_at
        super().save(*args, **kwargs)
