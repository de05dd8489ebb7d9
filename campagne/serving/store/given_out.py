"""How often the server gave out a page, per day; for readers without a script it is all that is known."""

from django.db import models


class GivenOut(models.Model):
    explanation = "Per dag en per adres: hoe vaak de server een pagina heeft gegeven, ook aan programma's."

    day = models.DateField("dag", help_text="De dag, in Nederlandse tijd.")
    address = models.CharField("adres", max_length=500, help_text="Het adres van de pagina, zonder wie het vroeg.")
    page_id = models.BigIntegerField("pagina", null=True, help_text="Het nummer van de pagina, als het er een is.")
    count = models.PositiveIntegerField("aantal", default=0, help_text="Hoe vaak.")

    class Meta:
        verbose_name = "gegeven pagina"
        verbose_name_plural = "gegeven pagina's"
        constraints = [
            models.UniqueConstraint(fields=["day", "address"], name="a_day_counts_an_address_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day}, {self.address}: {self.count}"
