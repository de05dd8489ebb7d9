"""The user model, of our own from the first migration."""

from django.contrib.auth.models import AbstractUser

from campagne.staff.access.exemption import WithoutSecondFactor as WithoutSecondFactor
from campagne.staff.access.lockout.guesses import Guesses as Guesses


class User(AbstractUser):
    """Somebody who works on the site: an editor, a reader of figures, an administrator."""

    class Meta:
        verbose_name = "medewerker"
        verbose_name_plural = "medewerkers"
        permissions = [
            ("work_for_region", "Mag werken voor de hele regio"),
            ("view_figures", "Mag de cijfers zien"),
            ("view_all_figures", "Mag de cijfers van alle gemeenten zien"),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username
