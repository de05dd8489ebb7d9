"""What the search knows: the words of every page, the lexicon made of them, synonyms, and what was not found."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from doelgroepen.models import Municipality
from home.search.lexicon import Synonyms, stems_of
from home.search.words import LONGEST_WORD

MOST_EXPRESSIONS = 12
WEEKS_KEPT = 8
# A word is written down once it was looked for this often in one week, on this many of its days.
FEWEST_SEARCHES, FEWEST_DAYS = 5, 3


class ReadPage(models.Model):
    """A page whose words are known, and what it is about. `state` is another one whenever that may have changed."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="+")
    state = models.CharField("stand", max_length=64)
    theme = models.SlugField("thema", blank=True, default="", db_index=False)
    groups = models.TextField("doelgroepen", blank=True, default="", help_text="De adressen, met spaties ertussen.")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="gemeente"
    )

    class Meta:
        verbose_name = "doorzochte pagina"
        verbose_name_plural = "doorzochte pagina's"

    def __str__(self) -> str:
        return str(self.page_id)


class PageWord(models.Model):
    """A word on a page: its stem, as it stands there most often, and how much it weighs there (1 to 99)."""

    page = models.ForeignKey(ReadPage, on_delete=models.CASCADE, related_name="words", verbose_name="pagina")
    stem = models.CharField("stam", max_length=LONGEST_WORD, db_index=True)
    form = models.CharField("vorm", max_length=LONGEST_WORD)
    weight = models.PositiveSmallIntegerField("gewicht")

    class Meta:
        verbose_name = "woord van pagina"
        verbose_name_plural = "woorden van pagina's"
        constraints = [models.UniqueConstraint(fields=["page", "stem"], name="a_stem_stands_once_on_a_page")]

    def __str__(self) -> str:
        return self.form


class StoredLexicon(models.Model):
    """One row: the lexicon, with a mark that is another one whenever anything in it is."""

    mark = models.CharField("kenmerk", max_length=64)
    made_for = models.CharField("gemaakt voor", max_length=64, help_text="Verandert zodra er iets te vernieuwen is.")
    content = models.JSONField("inhoud")

    class Meta:
        verbose_name = "woordenlijst van het zoeken"
        verbose_name_plural = "woordenlijsten van het zoeken"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_lexicon")]

    def __str__(self) -> str:
        return self.mark


class SynonymSet(index.Indexed, models.Model):
    """Expressions that mean the same: who types one of them finds pages that say another."""

    expressions = models.TextField(
        "woorden die hetzelfde betekenen",
        max_length=600,
        help_text="Zet elk woord op een eigen regel. Het mogen ook twee of drie woorden zijn: ‘bank belt’.",
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="synonym_sets",
        verbose_name="gemeente",
        help_text="Leeg: voor alle pagina's. Anders alleen voor de pagina's van deze gemeente.",
    )

    panels = [FieldPanel("expressions"), FieldPanel("municipality")]
    search_fields = [
        index.SearchField("expressions"),
        index.AutocompleteField("expressions"),
        index.FilterField("municipality"),
    ]

    class Meta:
        ordering = ["expressions"]
        verbose_name = "andere woorden"
        verbose_name_plural = "andere woorden"

    def __str__(self) -> str:
        return " · ".join(self.lines)[:120]

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.expressions.splitlines() if line.strip()]

    def clean(self) -> None:
        super().clean()
        told = {stems_of(line) for line in self.lines}
        if not 2 <= len(told - {()}) <= MOST_EXPRESSIONS:
            raise ValidationError(
                {
                    "expressions": f"Hier staan {len(told - {()})} verschillende woorden. "
                    f"Zet er twee tot {MOST_EXPRESSIONS} in, elk op een eigen regel. "
                    "Enkelvoud en meervoud tellen als één woord: daar zorgt het zoeken zelf voor."
                }
            )

    def understood(self) -> Synonyms:
        stems = tuple(dict.fromkeys(filter(None, map(stems_of, self.lines))))
        return Synonyms(stems, self.municipality_id)


class MissedWord(models.Model):
    """How often a word was looked for in a week and not found. The word itself is only written once many did."""

    explanation = (
        "Wat mensen zoeken en niet vinden, per week. Het woord zelf schrijven we pas op als het in die week minstens "
        f"{FEWEST_SEARCHES} keer is gezocht, op minstens {FEWEST_DAYS} dagen. Tot die tijd staat er een code die na "
        "die week niets meer betekent en die we dan weggooien. Wie er zocht, weten we niet."
    )

    monday = models.DateField("week", help_text="De maandag van de week.")
    code = models.CharField("code", max_length=64, help_text="Staat voor het woord, alleen in deze week.")
    count = models.PositiveIntegerField("aantal", default=0, help_text="Hoe vaak er in die week naar is gezocht.")
    days = models.PositiveSmallIntegerField("dagen", default=0, help_text="Op welke dagen van de week, niet hoe laat.")
    word = models.CharField(
        "woord", max_length=LONGEST_WORD, blank=True, default="", help_text="Leeg zolang te weinig mensen erop zochten."
    )

    class Meta:
        verbose_name = "woord dat niet is gevonden"
        verbose_name_plural = "woorden die niet zijn gevonden"
        constraints = [models.UniqueConstraint(fields=["monday", "code"], name="a_missed_word_is_once_in_a_week")]

    def __str__(self) -> str:
        return self.word or "–"

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @classmethod
    def shown(cls) -> Any:
        return cls.objects.exclude(word="").order_by("-monday", "-count", "word")
