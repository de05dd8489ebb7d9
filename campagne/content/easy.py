"""EasyText: the same page in easy Dutch (A2), a row of its page, published with it."""

from datetime import date

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from campagne.content.easy_blocks import EASY_HELP, EasyBlocks
from campagne.content.page import ContentPage


class EasyText(models.Model):
    """A page has one at most. It is in step with its page until a text of the page changes.

    `source_digest` tells of which texts somebody last said so; empty when nobody ever did.
    """

    page = ParentalKey(ContentPage, on_delete=models.CASCADE, related_name="easy_texts")
    title = models.CharField("titel", max_length=90, help_text="Kort. Wat moet de lezer weten of doen?")
    body = StreamField(EasyBlocks(), verbose_name="makkelijke tekst", help_text=EASY_HELP)
    source_digest = models.CharField(max_length=64, blank=True, editable=False)
    in_step_on = models.DateField("vergeleken op", null=True, editable=False)
    source_changed_on = models.DateField("bron gewijzigd op", null=True, editable=False)

    panels = [FieldPanel("title"), FieldPanel("body")]

    class Meta:
        verbose_name = "makkelijke tekst"
        verbose_name_plural = "makkelijke teksten"
        constraints = [models.UniqueConstraint(fields=["page"], name="a_page_has_one_easy_text")]

    def __str__(self) -> str:
        return self.title

    def compared(self, digest: str, day: date) -> None:
        """Somebody read both texts on this day, and they say the same."""
        self.source_digest, self.in_step_on, self.source_changed_on = digest, day, None

    def notice_change(self, digest: str, day: date) -> None:
        """Remember since when the page says something else; a page that says it again is in step again."""
        if digest == self.source_digest:
            self.source_changed_on = None
        elif self.source_changed_on is None:
            self.source_changed_on = day

    def is_in_step(self, digest: str) -> bool:
        return self.source_digest == digest
