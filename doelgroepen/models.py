"""Theme, Municipality and TargetGroup: the three ways to say for whom a page is."""

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index


class ReadingLevel(models.TextChoices):
    EASY = "A2", "makkelijk (A2)"
    PLAIN = "B1", "gewoon (B1)"


class Theme(models.Model):
    """One of the themes of the policy note."""

    name = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField("adres", unique=True, help_text="Staat in het webadres: /themas/<adres>/.")
    goal = models.TextField("doel", help_text="Het doel uit de kadernota, letterlijk.")
    introduction = models.TextField("inleiding", blank=True, help_text="Waar gaat dit thema over? Twee of drie zinnen.")
    sign = models.SlugField("pictogram", blank=True, help_text="Naam van de tekening op de kaart van dit thema.")
    order = models.PositiveSmallIntegerField("volgorde", default=0)

    panels = [FieldPanel("name"), FieldPanel("introduction"), FieldPanel("goal"), FieldPanel("order")]

    class Meta:
        ordering = ["order", "name"]
        verbose_name = "thema"
        verbose_name_plural = "thema's"

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A municipality of the region. Its people are the members of `editors`."""

    name = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField("adres", unique=True, help_text="Staat in het webadres: /gemeenten/<adres>/.")
    editors = models.OneToOneField(
        Group, on_delete=models.PROTECT, null=True, blank=True, related_name="municipality", verbose_name="redactie"
    )

    panels = [FieldPanel("name"), FieldPanel("editors")]

    class Meta:
        ordering = ["name"]
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"

    def __str__(self) -> str:
        return self.name


class TargetGroupQuerySet(models.QuerySet["TargetGroup"]):
    def regional(self) -> "TargetGroupQuerySet":
        return self.filter(municipality=None)

    def offered_in(self, municipality: Municipality | None) -> "TargetGroupQuerySet":
        """The region's groups, and those of this municipality."""
        return self.filter(Q(municipality=None) | Q(municipality=municipality))


class TargetGroup(index.Indexed, TagBase):
    """For whom a page is. A tag from a fixed list: editors choose, they do not type."""

    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="target_groups",
        verbose_name="gemeente",
        help_text="Leeg: deze groep is van de hele regio.",
    )
    self_description = models.CharField(
        "ik ben …", max_length=60, help_text="Zoals de lezer het zegt: “Ik ben 65 of ouder”."
    )
    invitation = models.CharField("uitnodiging", max_length=120, blank=True, help_text="Eén korte zin op de kaart.")
    reading_level = models.CharField(
        "taalniveau", max_length=2, choices=ReadingLevel.choices, default=ReadingLevel.PLAIN
    )
    is_red_thread = models.BooleanField(
        "rode draad", default=False, help_text="Elk thema moet iets voor deze groep hebben (jeugd)."
    )
    is_sensitive = models.BooleanField(
        "gevoelig", default=False, help_text="Cijfers over deze groep tonen we pas bij grotere aantallen."
    )
    sign = models.SlugField("pictogram", blank=True, help_text="Naam van de tekening op de kaart van deze groep.")
    order = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = TargetGroupQuerySet.as_manager()
    free_tagging = False

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("self_description"), FieldPanel("invitation")], "Naam"),
        MultiFieldPanel(
            [
                FieldPanel("municipality"),
                FieldPanel("reading_level"),
                FieldPanel("is_red_thread"),
                FieldPanel("is_sensitive"),
            ],
            "Eigenschappen",
        ),
        FieldPanel("order"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("municipality")]

    class Meta:
        ordering = ["order", "name"]
        verbose_name = "doelgroep"
        verbose_name_plural = "doelgroepen"

    def clean(self) -> None:
        super().clean()
        if self.is_red_thread and self.municipality_id:
            raise ValidationError({"is_red_thread": "Alleen een groep van de hele regio kan een rode draad zijn."})
