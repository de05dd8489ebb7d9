"""A dated statement beside the instructions, for what does not stay true by itself, such as how sirens are used."""

from django.db import models


class Statement(models.Model):
    """What was true on a day, in three languages; it says which day that was. None of them: nothing is shown."""

    text_nl = models.CharField("Nederlands", max_length=300, help_text="Eén of twee korte zinnen.")
    text_en = models.CharField("Engels", max_length=300)
    text_de = models.CharField("Duits", max_length=300)
    checked_on = models.DateField("nagegaan op", help_text="De dag waarop iemand dit bij de bron heeft nagekeken.")
    order = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = "mededeling met datum"
        verbose_name_plural = "mededelingen met datum"

    def __str__(self) -> str:
        return self.text_nl

    def in_language(self, language: str) -> str:
        return {"nl": self.text_nl, "en": self.text_en, "de": self.text_de}[language]
