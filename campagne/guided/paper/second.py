"""A part of the sheets typed in once more, by somebody else: how often was it read otherwise, and what does it say?"""

from django.db import models

from campagne.guided.joining.participants import Participant


class Kept(models.TextChoices):
    FIRST = "first", "de eerste invoer"
    SECOND = "second", "de tweede invoer"


class SecondEntry(models.Model):
    """What the second person read in one cell, beside what the first had typed. It goes with its participant."""

    explanation = "Een antwoord op papier, voor de controle nog een keer overgetypt. Weg zodra het blad is geteld."

    wagtail_reference_index_ignore = True

    participant = models.ForeignKey(
        Participant,
        on_delete=models.CASCADE,
        related_name="second_entries",
        verbose_name="deelnemer",
        help_text="Bij welk antwoordblad het hoort.",
    )
    place = models.PositiveSmallIntegerField("vraag", help_text="Bij welke vraag van de quiz.")
    first = models.CharField("eerste invoer", max_length=40, help_text="Wat de eerste had overgetypt.")
    pattern = models.CharField("tweede invoer", max_length=40, help_text="Wat de tweede overtypte.")
    kept = models.CharField(
        "wat staat er", max_length=6, choices=Kept.choices, blank=True, help_text="Wie het goed had, na nakijken."
    )

    class Meta:
        ordering = ["participant__sheet", "place"]
        verbose_name = "tweede invoer"
        verbose_name_plural = "tweede invoer"
        constraints = [
            models.UniqueConstraint(fields=["participant", "place"], name="a_cell_is_typed_in_twice_at_most"),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}, {self.place}: {self.first} of {self.pattern}"
