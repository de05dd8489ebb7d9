"""Quizzes, their questions and the answers given."""

from django.db import models

from campagne.contacts.models import ReportChannel
from doelgroepen.models import Municipality, Theme


class Quiz(models.Model):
    title = models.CharField("titel", max_length=120)
    slug = models.SlugField("adres", unique=True)
    introduction = models.TextField("inleiding", blank=True)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, blank=True, verbose_name="thema")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="quizzes", verbose_name="gemeente"
    )
    channels = models.ManyToManyField(ReportChannel, blank=True, verbose_name="meldpunten aan het eind")

    class Meta:
        verbose_name = "quiz"
        verbose_name_plural = "quizzen"

    def __str__(self) -> str:
        return self.title
