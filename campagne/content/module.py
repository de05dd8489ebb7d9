"""ModulePage: a lesson of small steps, each with an address of its own."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue, StructValue
from wagtail.contrib.routable_page.models import path
from wagtail.fields import StreamField
from wagtail.search import index

from campagne.content.blocks import BodyBlocks
from campagne.content.lesson_blocks import LessonSteps
from campagne.content.listening import listening_to
from campagne.content.page import ContentPage
from campagne.content.passages import step_texts
from campagne.content.printing.printed import Printed
from campagne.content.readable import Readable
from campagne.quiz.models import Quiz


@dataclass(frozen=True)
class LessonStep:
    """One step on screen: its place in the module and where back and next lead."""

    number: int
    total: int
    title: str
    body: StreamValue
    url: str
    back_url: str
    next_url: str

    @property
    def is_last(self) -> bool:
        return self.number == self.total

    @property
    def progress(self) -> str:
        return f"Stap {self.number} van {self.total}"


class ModulePage(Printed, Readable, ContentPage):
    minutes = models.PositiveSmallIntegerField(
        "duur in minuten", null=True, blank=True, help_text="Ongeveer. Reken ruim voor wie langzaam leest."
    )
    body = StreamField(
        BodyBlocks(), blank=True, verbose_name="inleiding", help_text="Staat op de eerste pagina, boven de stappen."
    )
    steps = StreamField(
        LessonSteps(), verbose_name="stappen", blank=True, help_text="De les zelf. Eén stap is één scherm."
    )
    quiz = models.ForeignKey(
        Quiz,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="modules",
        verbose_name="quiz",
        help_text="Wordt aangeboden na de laatste stap.",
    )

    content_panels = [
        *ContentPage.lead_panels,
        FieldPanel("minutes"),
        FieldPanel("body"),
        FieldPanel("steps"),
        FieldPanel("quiz"),
        *Readable.easy_panels,
        *Printed.paper_panels,
        *ContentPage.closing_panels,
    ]
    search_fields = [*ContentPage.search_fields, index.SearchField("body"), index.SearchField("steps")]
    template = "content/module_page.html"
    shown_with = (*ContentPage.shown_with, "quiz")
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "module"
        verbose_name_plural = "modules"

    @path("")
    def beginning(self, request: HttpRequest) -> TemplateResponse:
        return self.render(request, context_overrides={"steps": self.lesson()})

    @path("stap/<int:number>/", name="step")
    def one_step(self, request: HttpRequest, number: int) -> TemplateResponse:
        lesson = self.lesson()
        if not 1 <= number <= len(lesson):
            raise Http404(f"Deze module heeft {len(lesson)} stappen; stap {number} bestaat niet.")
        text = list(step_texts(self))[number - 1]
        context = {"step": lesson[number - 1], "steps": lesson, "listening": listening_to(self, [text])}
        return self.render(request, template="content/module_step.html", context_overrides=context)

    @path("alles/", name="whole")
    def whole(self, request: HttpRequest) -> TemplateResponse:
        """The module on one page, to print."""
        return self.render(request, template="content/module_print.html", context_overrides={"steps": self.lesson()})

    def whole_on_paper(self) -> dict[str, Any]:
        return {"steps": self.lesson()}

    def get_cached_paths(self) -> list[str]:
        steps = (f"/stap/{number}/" for number in range(1, len(self.steps) + 1))
        return [*super().get_cached_paths(), "/alles/", *steps]

    def lesson(self) -> list[LessonStep]:
        """The steps in order, each knowing its neighbours."""
        total = len(self.steps)
        return [self._step(number, total, block.value) for number, block in enumerate(self.steps, start=1)]

    def _step(self, number: int, total: int, value: StructValue) -> LessonStep:
        return LessonStep(
            number=number,
            total=total,
            title=value["title"],
            body=value["body"],
            url=self._step_url(number),
            back_url=self._step_url(number - 1) if number > 1 else self.url,
            next_url=self._step_url(number + 1) if number < total else "",
        )

    def _step_url(self, number: int) -> str:
        return f"{self.url}stap/{number}/"
