"""HardWord: a word that many readers do not know, with one that they do."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from campagne.language.word_list import Entry, WordList
from doelgroepen.models import Municipality

TWICE = "Dit woord staat al in de lijst. Pas dat woord aan, of kies een ander."


class HardWordQuerySet(models.QuerySet["HardWord"]):
    def offered_in(self, municipality_id: int | None) -> "HardWordQuerySet":
        """The region's words, and those of this municipality (None: the region's alone)."""
        return self.filter(Q(municipality=None) | Q(municipality=municipality_id))

    def as_list(self) -> WordList:
        """A list to look words up in; what a municipality says of a word counts over what the region says."""
        return list_of(self)

    def lists(self) -> "WordLists":
        """The lists of all municipalities, from one query."""
        return WordLists(self)


class WordLists:
    """The list of each municipality, made when it is asked for; one without words of its own has the region's."""

    def __init__(self, words: "Iterable[HardWord]") -> None:
        self._words = list(words)
        self._with_own = {word.municipality_id for word in self._words}
        self._made: dict[int | None, WordList] = {}

    @property
    def digest(self) -> int:
        """Another number when a word was added, changed or taken away; of this process alone."""
        return hash(frozenset((word.word, word.simpler, word.note, word.municipality_id) for word in self._words))

    def of(self, municipality_id: int | None) -> WordList:
        owner = municipality_id if municipality_id in self._with_own else None
        if owner not in self._made:
            self._made[owner] = list_of(word for word in self._words if word.municipality_id in {None, owner})
        return self._made[owner]


def list_of(words: "Iterable[HardWord]") -> WordList:
    ordered = sorted(words, key=lambda word: word.municipality_id is not None)
    entries = {word.word.casefold(): Entry(word.word, word.simpler, word.note) for word in ordered}
    return WordList(entries.values())


class HardWord(models.Model):
    """Editors see a hint wherever the word stands in a text, in any of its forms."""

    word = models.CharField(
        "moeilijk woord",
        max_length=60,
        help_text="Zoals het in het woordenboek staat: verstrekken, niet verstrekt. Een paar woorden samen mag ook.",
    )
    simpler = models.CharField(
        "makkelijker", max_length=80, help_text="Wat kan een schrijver in de plaats zetten? Meer mag, met een komma."
    )
    note = models.CharField(
        "opmerking", max_length=160, blank=True, help_text="Wanneer juist niet? Eén zin, die de schrijver erbij ziet."
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="hard_words",
        verbose_name="gemeente",
        help_text="Leeg: van de hele regio.",
    )

    objects = HardWordQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("word"), FieldPanel("simpler"), FieldPanel("note")], "Het woord"),
        FieldPanel("municipality"),
    ]

    class Meta:
        ordering = ["word"]
        verbose_name = "moeilijk woord"
        verbose_name_plural = "moeilijke woorden"
        constraints = [
            models.UniqueConstraint(
                Lower("word"),
                condition=Q(municipality=None),
                name="the_region_names_a_word_once",
                violation_error_message=TWICE,
            ),
            models.UniqueConstraint(
                Lower("word"),
                "municipality",
                name="a_municipality_names_a_word_once",
                violation_error_message=TWICE,
            ),
        ]

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        super().clean()
        self.word = " ".join(self.word.split())
        if self.word.casefold() == " ".join(self.simpler.split()).casefold():
            raise ValidationError({"simpler": "Dit is hetzelfde woord. Kies een woord dat meer mensen kennen."})
