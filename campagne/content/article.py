"""Pages to read: an article explains, a quiz page asks."""

from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from campagne.content.blocks import BODY_HELP, BodyBlocks
from campagne.content.page import ContentPage
from campagne.content.printing.paper import Paper
from campagne.content.printing.printed import Printed
from campagne.content.readable import Readable
from campagne.quiz.models import Quiz
from campagne.quiz.paper.contents import parts_of, sections_of


class ArticlePage(Printed, Readable, ContentPage):
    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)

    content_panels = [
        *ContentPage.lead_panels,
        FieldPanel("body"),
        *Readable.easy_panels,
        *Printed.paper_panels,
        *ContentPage.closing_panels,
    ]
    search_fields = [*ContentPage.search_fields, index.SearchField("body")]
    template = "content/article_page.html"
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"


class QuizPage(Printed, Readable, ContentPage):
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
        *Readable.easy_panels,
        *Printed.paper_panels,
        *ContentPage.closing_panels,
    ]
    search_fields = [*ContentPage.search_fields, index.SearchField("body")]
    template = "content/quiz_page.html"
    shown_with = (*ContentPage.shown_with, "quiz")
    subpage_types: list[str] = []
    papers_at_most = (Paper.PAGE, Paper.POSTER)
    page_on_paper = "content/sheets/quiz.html"
    page_label = "Vragenblad (A4)"

    class Meta:
        verbose_name = "quizpagina"
        verbose_name_plural = "quizpagina's"

    def whole_on_paper(self) -> dict[str, Any]:
        version = self.quiz.current_version
        return {
            "sections": sections_of(parts_of(version)) if version else (),
            "version": version.number if version else None,
        }
