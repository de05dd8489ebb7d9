"""Acts: what to do, with all that somebody must know to do it; editors maintain them."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from campagne.content.page import ContentPage
from doelgroepen.models import Municipality


class Effect(models.IntegerChoices):
    """How much an act helps, as its editor judges; acts with a large effect come first."""

    LARGE = 3, "groot"
    MIDDLE = 2, "middel"
    SMALL = 1, "klein"


class Cost(models.TextChoices):
    NONE = "geen", "geen kosten"
    PERHAPS = "misschien", "kan geld kosten"
    MONEY = "geld", "kost geld"


class Who(models.TextChoices):
    SELF = "zelf", "doe ik"
    HELPER = "hulp", "doet wie mij helpt met computers"


class PlanAct(index.Indexed, models.Model):
    """One thing to do, with all that somebody must know to do it."""

    title = models.CharField("wat te doen", max_length=90, help_text="Eén zin die begint met een werkwoord.")
    why = models.CharField(
        "waarom", max_length=300, help_text="Eén of twee korte zinnen. Noem alleen wat in de bron staat."
    )
    effect = models.PositiveSmallIntegerField("effect", choices=Effect.choices, default=Effect.MIDDLE)
    minutes = models.PositiveSmallIntegerField(
        "tijd in minuten", validators=[MinValueValidator(5), MaxValueValidator(480)], help_text="Een schatting."
    )
    cost = models.CharField("kosten", max_length=12, choices=Cost.choices, default=Cost.NONE)
    who = models.CharField("wie doet het", max_length=8, choices=Who.choices, default=Who.SELF)
    steps = models.TextField("hoe", max_length=1200, help_text="Eén stap per regel, hoogstens zes.")
    page = models.ForeignKey(
        ContentPage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lees meer",
        help_text="Een artikel of instructie van deze site.",
    )
    source_title = models.CharField("naam van de bron", max_length=120)
    source_url = models.URLField("bron", max_length=500, help_text="Waar staat dit advies officieel?")
    reviewed_on = models.DateField("nagekeken op", help_text="De dag waarop iemand dit met de bron heeft vergeleken.")
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plan_acts",
        verbose_name="gemeente",
        help_text="Leeg: van de hele regio.",
    )

    panels = [
        MultiFieldPanel([FieldPanel("title"), FieldPanel("why"), FieldPanel("steps")], "Wat te doen?"),
        MultiFieldPanel(
            [FieldPanel("effect"), FieldPanel("minutes"), FieldPanel("cost"), FieldPanel("who")], "Wat vraagt het?"
        ),
        MultiFieldPanel(
            [
                FieldPanel("page"),
                FieldPanel("source_title"),
                FieldPanel("source_url"),
                FieldPanel("reviewed_on"),
                FieldPanel("municipality"),
            ],
            "Bron en controle",
        ),
    ]
    search_fields = [
        index.SearchField("title"),
        index.SearchField("why"),
        index.SearchField("steps"),
        index.AutocompleteField("title"),
        index.FilterField("municipality"),
    ]

    class Meta:
        ordering = ["-effect", "minutes", "title"]
        verbose_name = "actie"
        verbose_name_plural = "acties"

    def __str__(self) -> str:
        return self.title

    @property
    def step_list(self) -> list[str]:
        return [line.strip() for line in self.steps.splitlines() if line.strip()]

    def clean(self) -> None:
        super().clean()
        if not 1 <= len(self.step_list) <= 6:
            found = len(self.step_list)
            raise ValidationError(
                {"steps": f"Hier staan {found} stappen. Schrijf er één tot zes, elk op een eigen regel."}
            )
