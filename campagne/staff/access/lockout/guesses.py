"""The table in which tries are counted, for a quarter of an hour."""

from django.db import models


class Secret(models.TextChoices):
    """What is guessed."""

    PASSWORD = "password", "wachtwoord"
    CODE = "code", "code van de tweede stap"


class Guesses(models.Model):
    """Tries at one secret of one account from one known browser, or from all unknown ones together.

    Names of no account are counted as well: whoever guesses does not learn which names exist.
    """

    account = models.CharField("account", max_length=32, help_text="Met een sleutel versleuteld; niet terug te lezen.")
    device = models.CharField(
        "bekende browser", max_length=32, blank=True, help_text="Leeg: alle browsers die nog niet bekend zijn."
    )
    secret = models.CharField("wat geraden wordt", max_length=8, choices=Secret.choices)
    tries = models.PositiveSmallIntegerField("pogingen")
    last_at = models.DateTimeField("laatste poging", db_index=True)

    class Meta:
        verbose_name = "telling van pogingen"
        verbose_name_plural = "tellingen van pogingen"
        constraints = [
            models.UniqueConstraint(
                fields=["account", "device", "secret"], name="one_count_per_account_device_and_secret"
            )
        ]

    def __str__(self) -> str:
        return f"{self.tries} × {self.get_secret_display()}"
