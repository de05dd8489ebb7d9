"""ContentPage: what every page with content has, and the phrases to find pages by."""

from django import forms
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction
from wagtail.search import index

from campagne.content.blocks import NextStepBlocks, SourceBlocks
from campagne.media.models import Picture
from campagne.staff.ownership import usable_by
from doelgroepen.models import Municipality, TargetGroup, Theme


class ContentPageQuerySet(PageQuerySet):
    """Phrases: `ContentPage.objects.live().for_group(group).offered_in(municipality).about(theme)`."""

    def for_group(self, group: TargetGroup) -> "ContentPageQuerySet":
        return self.filter(group_labels__tag=group)

    def offered_in(self, municipality: Municipality | None) -> "ContentPageQuerySet":
        """The region's pages, and those of this municipality (None: the region's alone)."""
        return self.filter(Q(municipality=None) | Q(municipality=municipality))

    def about(self, theme: Theme) -> "ContentPageQuerySet":
        return self.filter(theme=theme)

    def listed(self) -> "ContentPageQuerySet":
        """Ready to be shown as a card: in the order of the tree, with what a card needs."""
        return self.live().public().select_related("content_type", "theme", "municipality", "picture").order_by("path")


ContentPageManager = PageManager.from_queryset(ContentPageQuerySet)


class PageTargetGroup(ItemBase):
    """Says that a page is for a group."""

    tag = models.ForeignKey(TargetGroup, on_delete=models.PROTECT, related_name="page_labels")
    content_object = ParentalKey("content.ContentPage", on_delete=models.CASCADE, related_name="group_labels")

    class Meta:
        verbose_name = "doelgroep van pagina"
        verbose_name_plural = "doelgroepen van pagina's"
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="a_page_names_a_group_once"),
        ]


class ContentPageForm(WagtailAdminPageForm):
    """Choose groups from a list, never type them."""

    target_groups = forms.ModelMultipleChoiceField(
        label="Doelgroepen",
        queryset=TargetGroup.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Voor wie is deze pagina? Kies er zo min mogelijk.",
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "target_groups" not in self.fields:
            return
        labels = self.instance.group_labels.all() if self.instance.pk else []
        self.initial["target_groups"] = [label.tag_id for label in labels]
        if self.for_user is not None:
            self.fields["target_groups"].queryset = TargetGroup.objects.filter(
                usable_by(self.for_user) | Q(pk__in=self.initial["target_groups"])
            ).distinct()


class ContentPage(Page):
    """Base of every page with content. A page below a municipality page is that municipality's."""

    summary = models.CharField(
        "samenvatting", max_length=200, help_text="Eén of twee zinnen. Staat boven de pagina en op de kaart."
    )
    picture = models.ForeignKey(
        Picture,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beeld",
        help_text="De tekening of foto boven de pagina en op de kaart.",
    )
    theme = models.ForeignKey(
        Theme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pages",
        verbose_name="thema",
        help_text="Lezers vinden de pagina onder dit thema. In de cijfers telt ze daar mee.",
    )
    target_groups = ClusterTaggableManager(
        through=PageTargetGroup, related_name="pages", blank=True, verbose_name="doelgroepen"
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="pages",
        verbose_name="gemeente",
    )
    next_step = StreamField(
        NextStepBlocks(),
        blank=True,
        verbose_name="wat doe ik nu?",
        help_text="Het slot van de pagina: wie belt de lezer, of wat doet hij als eerste?",
    )
    sources = StreamField(
        SourceBlocks(), blank=True, verbose_name="bronnen", help_text="Waar komen de feiten van deze pagina vandaan?"
    )
    reviewed_on = models.DateField(
        "nagekeken op", null=True, blank=True, help_text="De dag waarop iemand de inhoud heeft gecontroleerd."
    )
    tested_with = models.CharField(
        "getest met",
        max_length=200,
        blank=True,
        help_text="Wat voor groep las deze tekst? Bijvoorbeeld: zes mensen van een taalhuis. Leeg: nog niet getest.",
    )
    tested_on = models.DateField("getest op", null=True, blank=True, help_text="De dag waarop die groep de tekst las.")
    is_easy = models.BooleanField(
        "De pagina zelf is al makkelijk geschreven",
        default=False,
        help_text="Alleen als élke zin kort is en taalniveau A2 heeft. Dan is er geen makkelijke tekst nodig.",
    )

    objects = ContentPageManager()
    base_form_class = ContentPageForm
    shown_with: tuple[str, ...] = ("theme", "picture", "municipality")
    allowed_http_methods = ("GET", "HEAD", "OPTIONS")
    private_page_options: list[str] = []  # A public address knows nobody, so a page is for everybody or not published.

    lead_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("picture"),
        MultiFieldPanel([FieldPanel("theme"), FieldPanel("target_groups")], "Waarover en voor wie?"),
    ]
    closing_panels = [
        FieldPanel("next_step"),
        FieldPanel("sources"),
        MultiFieldPanel([FieldPanel("reviewed_on"), FieldPanel("tested_with"), FieldPanel("tested_on")], "Controle"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("next_step"),
        index.FilterField("theme"),
        index.FilterField("municipality"),
        index.RelatedFields("target_groups", [index.SearchField("name")]),
        index.RelatedFields("easy_texts", [index.SearchField("title"), index.SearchField("body")]),
    ]

    class Meta:
        verbose_name = "pagina"
        verbose_name_plural = "pagina's"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return {
            **super().get_context(request, *args, **kwargs),
            "ancestors": self.above,
            "groups": self.target_groups.all(),
        }

    @cached_property
    def above(self) -> list[Page]:
        """The pages above this one, from the front page down; who found this page may fill it in."""
        return list(self.get_ancestors().filter(depth__gt=1))

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Those of this page and every page above it, and of what they are aliases of, in one question."""
        ends = range(self.steplen, len(self.path) + 1, self.steplen)
        places = [self.path[:end] for end in ends]
        on_the_way = Q(page__path__in=places) | Q(page__aliases__path__in=places)
        return PageViewRestriction.objects.filter(on_the_way).distinct()

    def full_clean(self, *args, **kwargs) -> None:
        self.municipality = self._municipality_of_place()
        super().full_clean(*args, **kwargs)

    def settle(self) -> None:
        """Take the municipality of the place in the tree, in the database; drafts follow when they are saved."""
        ContentPage.objects.filter(pk=self.pk).update(municipality=self._municipality_of_place())

    def _municipality_of_place(self) -> Municipality | None:
        """The municipality whose page stands above this one in the tree."""
        if not self.path:
            return self.municipality
        above = self.get_ancestors().values_list("path", flat=True)
        place = ContentPage.objects.filter(path__in=list(above), municipalitypage__isnull=False).last()
        return place.municipality if place else self.municipality
