"""A role that does without a second factor: an exception, made on purpose and visible at the role."""

from django.contrib.auth.models import Group
from django.db import models


class WithoutSecondFactor(models.Model):
    """No row means that the second factor is required, so a new role is safe by itself."""

    group = models.OneToOneField(
        Group, models.CASCADE, primary_key=True, related_name="without_second_factor", verbose_name="rol"
    )

    class Meta:
        verbose_name = "rol zonder tweede stap"
        verbose_name_plural = "rollen zonder tweede stap"

    def __str__(self) -> str:
        return str(self.group)
