"""Pages to read: an article explains, an instruction says what to do when it happens, a quiz page asks."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from campagne.content.blocks import BODY_HELP, BodyBlocks
from campagne.content.page import ContentPage
from campagne.quiz.models import Quiz


class ArticlePage(ContentPage):
    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)

    content_panels = [*ContentPage.lead_panels, FieldPanel("body"), *ContentPage.closing_panels]
    search_fields = [*ContentPage.search_fields, index.SearchField("body")]
    template = "content/article_page.html"
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"


class InstructionPage(ContentPage):
    """What to do when it happens: acts first, explanation after."""

    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)
    verified_on = models.DateField(
        "geverifieerd op",
        null=True,
        blank=True,
        help_text="De dag waarop een deskundige deze instructie heeft bevestigd.",
    )

    content_panels = [
        *ContentPage.lead_panels,
        FieldPanel("verified_on"),
        FieldPanel("body"),
        *ContentPage.closing_panels,
    ]
    search_fields = [*ContentPage.search_fields, index.SearchField("body")]
    template = "content/instruction_page.html"
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "instructie"
        verbose_name_plural = "instructies"


class QuizPage(ContentPage):
    """Shows one quiz and holds only its Start."""

    quiz = models.ForeignKey(
        Quiz,
        on_delete=models.PROTECT,
        related_name="pages",
        verbose_name="quiz",
        help_text="De lezer begint deze quiz met een knop op de pagina.",
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)

    content_panels = [
        *ContentPage.lead_panels,
        FieldPanel("quiz"),
        FieldPanel("body"),
        *ContentPage.closing_panels,
    ]
    search_fields = [*ContentPage.search_fields, index.SearchField("body")]
    template = "content/quiz_page.html"
    shown_with = (*ContentPage.shown_with, "quiz")
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "quizpagina"
        verbose_name_plural = "quizpagina's"
