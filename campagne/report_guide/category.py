"""Category: what is bundled behind one choice on the first screen."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from campagne.report_guide.choice import Choice
from campagne.report_guide.words import Sign


class Category(Orderable):
    """Types of incidents that stand behind one choice on the first screen."""

    page = ParentalKey("report_guide.ReportGuidePage", on_delete=models.CASCADE, related_name="categories")
    title = models.CharField("naam", max_length=60, help_text="Zoals iemand het zou zeggen: Geld, pas of bank.")
    slug = models.SlugField("webadres", help_text="Korte naam in het webadres. Verander die niet meer.")
    text = models.CharField("uitleg", max_length=120, blank=True, help_text="Eén zin met voorbeelden.")
    sign = models.CharField("tekening", max_length=12, choices=Sign.choices, default=Sign.HELP)

    panels = [FieldPanel("title"), FieldPanel("slug"), FieldPanel("text"), FieldPanel("sign")]

    class Meta(Orderable.Meta):
        verbose_name = "groep van onderwerpen"
        verbose_name_plural = "groepen van onderwerpen"
        constraints = [
            models.UniqueConstraint(fields=["page", "slug"], name="a_guide_has_an_address_of_a_category_once"),
        ]

    def __str__(self) -> str:
        return self.title

    def as_choice(self, guide_url: str) -> Choice:
        return Choice(self.title, f"{guide_url}soort/{self.slug}/", self.sign, self.text)
