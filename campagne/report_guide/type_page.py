"""IncidentTypePage: one thing that can have happened, with its questions and its outcomes."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path
from wagtail.fields import StreamField
from wagtail.search import index

from campagne.content.models import ContentPage
from campagne.report_guide.category import Category
from campagne.report_guide.choice import Choice
from campagne.report_guide.outcome import Complaint, OutcomeBlocks, fit_of, is_overdue, lacks
from campagne.report_guide.paths import Asked, Fit, Flaw, Money, Role, Screen, flaws, screens
from campagne.report_guide.quick_exit import NEUTRAL_SITE
from campagne.report_guide.type_form import IncidentTypeForm
from campagne.report_guide.words import (
    MONEY_QUESTION,
    MONEY_SIGNS,
    MONEY_WORDS,
    ROLE_NAMES,
    ROLE_SIGNS,
    ROLE_WORDS,
    WHO_QUESTION,
    Sign,
)

# What stands there while nobody has written an outcome: only in a preview.
EMPTY = Screen("", asks=Asked.WHO)
BY_THE_CLOCK = "wagtail.publish.scheduled"


class IncidentTypePage(RoutablePageMixin, ContentPage):
    """`/melden/<onderwerp>/`, and below it each answer: `…/<rol>/<ja|nee>/`."""

    sign = models.CharField(
        "tekening",
        max_length=12,
        choices=Sign.choices,
        default=Sign.HELP,
        help_text="Staat op de tegel, voor wie liever kijkt dan leest.",
    )
    category = models.ForeignKey(
        Category,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="types",
        verbose_name="groep",
        help_text="Leeg: dit onderwerp staat zelf op het eerste scherm.",
    )
    is_for_victims = models.BooleanField(
        "met de knop ‘Snel weg’",
        default=False,
        help_text="Voor onderwerpen waarbij iemand kan meekijken: bedreiging, chantage, geweld, geldezel.",
    )
    who_question = models.CharField(
        "vraag: wie?",
        max_length=80,
        default=WHO_QUESTION,
        help_text="Wordt gevraagd als de uitkomst verschilt per persoon.",
    )
    money_question = models.CharField(
        "vraag: geld?",
        max_length=80,
        default=MONEY_QUESTION,
        help_text="Wordt gevraagd als de uitkomst verschilt met of zonder verlies.",
    )
    also_called = models.CharField(
        "andere woorden", max_length=200, blank=True, help_text="Hoe noemen mensen dit nog meer? Voor het zoeken."
    )
    article = models.ForeignKey(
        ContentPage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="pagina met uitleg",
        help_text="Waar kan iemand hier meer over lezen?",
    )
    outcomes = StreamField(
        OutcomeBlocks(),
        blank=True,
        verbose_name="uitkomsten",
        help_text="Wat niet verschilt, wordt niet gevraagd: één uitkomst voor iedereen is een onderwerp zonder vragen.",
    )

    content_panels = [
        *ContentPage.lead_panels,
        MultiFieldPanel([FieldPanel("category"), FieldPanel("sign"), FieldPanel("is_for_victims")], "In de meldwijzer"),
        MultiFieldPanel([FieldPanel("who_question"), FieldPanel("money_question")], "Vragen"),
        FieldPanel("outcomes"),
        FieldPanel("article"),
        FieldPanel("also_called"),
        FieldPanel("sources"),
        MultiFieldPanel([FieldPanel("reviewed_on"), FieldPanel("tested_with")], "Controle"),
    ]
    search_fields = [*ContentPage.search_fields, index.SearchField("also_called"), index.SearchField("outcomes")]
    base_form_class = IncidentTypeForm
    template = "report_guide/question.html"
    shown_with = (*ContentPage.shown_with, "category", "article")
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "onderwerp van de meldwijzer"
        verbose_name_plural = "onderwerpen van de meldwijzer"

    @re_path(r"^(?P<way>(?:[a-z]+/){0,2})$", name="screen")
    def one_screen(self, request: HttpRequest, way: str) -> TemplateResponse:
        screen = self.screens().get(way) or (EMPTY if not way else None)
        if screen is None:
            raise Http404(f"Bij ‘{self.title}’ bestaat het antwoord ‘{way}’ niet.")
        context = {
            "screen": screen,
            "told": self.told(screen),
            "neutral_site": NEUTRAL_SITE,
            "ancestors": self._way_back(screen),
            "again_url": self.above[-1].url,
        }
        if screen.outcome is None:
            context |= {"question": self._question(screen), "choices": self.choices(screen)}
            return self.render(request, context_overrides=context)
        outcome = self.outcomes[screen.outcome].value
        context |= {"outcome": outcome, "complaint": Complaint(outcome["complaint"]).label}
        return self.render(request, template="report_guide/outcome.html", context_overrides=context)

    def fits(self) -> list[Fit]:
        return [fit_of(block.value) for block in self.outcomes]

    def screens(self) -> dict[str, Screen]:
        return screens(self.fits())

    def flaws(self) -> list[Flaw]:
        """Why this may not be published; the lack of an outcome is told per field elsewhere."""
        return flaws(self.fits(), in_category=self.category_id is not None)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep what lacks something from being live, through whichever door: a list of pages shows no form.

        Raises ValidationError with what lacks, under `outcomes`. A draft is kept as a revision, which saves no fields.
        """
        if self.live and not kwargs.get("update_fields") and (lacking := self.reasons_to_wait()):
            raise ValidationError({"outcomes": lacking})
        super().save(*args, **kwargs)

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish; the clock, which publishes what was planned, is not broken off by what lacks something."""
        if kwargs.get("log_action") == BY_THE_CLOCK and revision.as_object().reasons_to_wait():
            return None
        return super().publish(revision, *args, **kwargs)

    def reasons_to_wait(self) -> list[str]:
        """Everything that stands in the way of publishing, in words."""
        lacking = [words for block in self.outcomes for words in lacks(block.value).values()]
        return list(dict.fromkeys([*(flaw.words for flaw in self.flaws()), *lacking]))

    def overdue_since(self, day: date) -> date | None:
        """Since when an outcome had to be looked at again; None while all are in time."""
        late = [block.value["review_by"] or day for block in self.outcomes if is_overdue(block.value, day)]
        return min(late, default=None)

    def choices(self, screen: Screen) -> list[Choice]:
        """The answers of a screen that asks."""
        base = f"{self.url or ''}{screen.path}"
        if screen.asks is Asked.WHO:
            return [Choice(ROLE_WORDS[r], f"{base}{r}/", ROLE_SIGNS[r]) for r in map(Role, screen.answers)]
        return [Choice(MONEY_WORDS[m], f"{base}{m}/", MONEY_SIGNS[m]) for m in map(Money, screen.answers)]

    def told(self, screen: Screen) -> list[str]:
        """What somebody has answered so far, in words; nothing that was not asked."""
        who = [ROLE_WORDS[screen.role]] if screen.role else []
        money = [f"{self.money_question} {MONEY_WORDS[screen.money]}"] if screen.money else []
        return [*who, *money]

    def texts_of(self, number: int) -> list[str]:
        """What is to be read on the screen with this number."""
        screen = next((each for each in self.screens().values() if each.number == number), None)
        if screen is None:
            return [self.title]
        if screen.outcome is None:
            return [self.title, self._question(screen), *(choice.title for choice in self.choices(screen))]
        block = self.outcomes[screen.outcome]
        return [self.title, *map(str, block.block.get_searchable_content(block.value))]

    def url_of(self, number: int) -> str:
        """The address of the screen with this number; of the page when there is none."""
        path = next((path for path, screen in self.screens().items() if screen.number == number), "")
        return f"{self.url or '/'}{path}"

    def names_of_screens(self) -> dict[int, str]:
        return {screen.number: _named(screen).lower() for screen in self.screens().values()}

    def as_choice(self) -> Choice:
        return Choice(self.title, self.url or "", self.sign, self.summary)

    def get_cached_paths(self) -> list[str]:
        return [f"/{path}" for path in self.screens()] or ["/"]

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Each screen can be looked at before anybody else sees it."""
        return [(path, _named(screen)) for path, screen in self.screens().items()] or [("", "Eerste scherm")]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        view, args, kwargs = self.resolve_subpage(f"/{mode_name or ''}")
        request.is_preview = True
        return view(request, *args, **kwargs)

    def _way_back(self, screen: Screen) -> list[Any]:
        """The screens above this one, each with `title` and `url`."""
        category = [self.category.as_choice(self.above[-1].url or "")] if self.category else []
        return [*self.above, *category, *([self] if screen.path else [])]

    def _question(self, screen: Screen) -> str:
        return self.who_question if screen.asks is Asked.WHO else self.money_question


def _named(screen: Screen) -> str:
    who = f"{ROLE_NAMES[screen.role]}, " if screen.role else ""
    money = {Money.GONE: "geld weg", Money.SAFE: "geen geld weg", Money.EITHER: ""}[screen.money]
    return f"{'Vraag' if screen.asks else 'Uitkomst'}: {who}{money}".strip(" :,")
