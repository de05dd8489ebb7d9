"""InstructionPage: what to do when it happens, in three languages, ready before it is needed.

Acts come first: at most seven, each a pictogram and a few words. A page with a scenario can be raised as an incident.
"""

from dataclasses import dataclass

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.blocks import StreamValue
from wagtail.contrib.routable_page.models import path, re_path
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from campagne.content.blocks import BODY_HELP, BodyBlocks
from campagne.content.instruction_form import InstructionPageForm
from campagne.content.instruction_words import INSTRUCTION_WORDS, InstructionWords
from campagne.content.page import ContentPage
from campagne.content.printing.fitting import Fitted
from campagne.content.printing.paper import Paper
from campagne.content.printing.printed import Printed
from campagne.content.printing.sheets import instruction_sheet
from campagne.content.readable import Readable

MOST_ACTS = 7


class Scenario(models.TextChoices):
    """What an instruction is for, when it can be raised as an incident."""

    GAS = "gas", "gaswolk of gevaarlijke stof"
    FIRE = "fire", "brand met veel rook"
    EXPLOSION = "explosion", "gevaar voor een explosie"
    OUTAGE = "outage", "storing: digitale diensten doen het niet"


class Language(models.TextChoices):
    """The languages an instruction is written in, each by its own name."""

    DUTCH = "nl", "Nederlands"
    ENGLISH = "en", "English"
    GERMAN = "de", "Deutsch"


PICTOGRAMS = [
    ("inside", "naar binnen"),
    ("close", "ramen en deuren dicht"),
    ("ventilation", "ventilatie uit"),
    ("listen", "luister: radio of NL-Alert"),
    ("school", "kinderen blijven op school"),
    ("car", "in de auto"),
    ("no_call", "bel niet voor informatie"),
    ("wait", "wacht op bericht"),
    ("help", "help een ander"),
    ("away", "ga weg van de plek"),
    ("window", "weg van het raam"),
    ("phone", "lees de NL-Alert"),
    ("paper", "bewaar of schrijf op"),
    ("desk", "ga naar de balie"),
]


class ActBlock(blocks.StructBlock):
    pictogram = blocks.ChoiceBlock(choices=PICTOGRAMS, label="Pictogram")
    text = blocks.CharBlock(
        label="Wat doet de lezer?",
        max_length=70,
        help_text="Eén zin, hoogstens tien woorden. Begin met wat iemand doet.",
    )
    detail = blocks.CharBlock(
        label="Uitleg", max_length=160, required=False, help_text="Mag leeg. Eén of twee korte zinnen."
    )

    class Meta:
        label = "Wat te doen"
        icon = "tick"
        help_text = "Eén ding tegelijk, met een pictogram. Hoogstens zeven."


class ActBlocks(blocks.StreamBlock):
    """What to do, in order."""

    act = ActBlock()

    class Meta:
        max_num = MOST_ACTS


@dataclass(frozen=True)
class Instruction:
    """An instruction in one language."""

    language: Language
    title: str
    summary: str
    acts: StreamValue

    @property
    def words(self) -> InstructionWords:
        return INSTRUCTION_WORDS[self.language]


class InstructionPage(Printed, Readable, ContentPage):
    """What to do when it happens: acts first, explanation after; in each language, and as a card for the cupboard."""

    scenario = models.CharField(
        "draaiboek",
        max_length=12,
        choices=Scenario.choices,
        blank=True,
        help_text="Kies dit als de instructie klaar moet liggen voor een incident. Anders leeg.",
    )
    acts = StreamField(
        ActBlocks(),
        blank=True,
        verbose_name="wat te doen",
        help_text="In volgorde. Dit staat bovenaan, op /nu/ en op de kaart voor de meterkast.",
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)
    verified_on = models.DateField(
        "geverifieerd op",
        null=True,
        blank=True,
        help_text="De dag waarop een deskundige deze instructie heeft bevestigd.",
    )
    verify_before = models.DateField(
        "opnieuw verifiëren vóór",
        null=True,
        blank=True,
        help_text="Vanaf die dag staat er in het beheer dat iemand de instructie moet nalopen.",
    )

    content_panels = [
        *ContentPage.lead_panels,
        MultiFieldPanel([FieldPanel("scenario"), FieldPanel("acts")], "Wat te doen"),
        InlinePanel("texts", label="Andere taal", heading="In andere talen", max_num=2),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("verified_on"), FieldPanel("verify_before")], "Verificatie"),
        *Readable.easy_panels,
        *Printed.paper_panels,
        *ContentPage.closing_panels,
    ]
    search_fields = [*ContentPage.search_fields, index.SearchField("body"), index.SearchField("acts")]
    base_form_class = InstructionPageForm
    template = "content/instruction_page.html"
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "instructie"
        verbose_name_plural = "instructies"

    @path("")
    def in_dutch(self, request: HttpRequest) -> TemplateResponse:
        return self._render(request, Language.DUTCH, self.template)

    @re_path(r"^(?P<language>en|de)/$", name="in_language")
    def in_another_language(self, request: HttpRequest, language: str) -> TemplateResponse:
        return self._render(request, Language(language), "content/instruction_translated.html")

    @re_path(r"^(?P<language>en|de)/kaart/(?P<pdf>pdf/)?$", name="card_in_language")
    def card_in_another_language(self, request: HttpRequest, language: str, pdf: str | None = None) -> HttpResponse:
        card = self._card(request, Language(language))
        return self.as_pdf(request, Paper.CARD, card) if pdf else card

    def printed(self, request: HttpRequest, paper: Paper) -> TemplateResponse:
        """The card of an instruction with acts leads to what is going on now, and stands in each language."""
        if paper is Paper.CARD and self.acts:
            return self._card(request, Language.DUTCH)
        return super().printed(request, paper)

    def fitted_on(self, paper: Paper) -> Fitted:
        if paper is Paper.CARD and self.acts:
            return instruction_sheet(self._written_in(Language.DUTCH), self, paper).fitted
        return super().fitted_on(paper)

    def _card(self, request: HttpRequest, language: Language) -> TemplateResponse:
        instruction = self._written_in(language)
        if not instruction.acts:
            raise Http404("Deze instructie heeft geen kaart, want ze heeft geen stappen.")
        sheet = instruction_sheet(instruction, self, Paper.CARD)
        return self.render_sheet(request, Paper.CARD, sheet=sheet, instruction=instruction, languages=self.languages)

    def _render(self, request: HttpRequest, language: Language, template: str) -> TemplateResponse:
        context = {"instruction": self._written_in(language), "languages": self.languages}
        return self.render(request, template=template, context_overrides=context)

    def _written_in(self, language: Language) -> Instruction:
        instruction = self.instruction_in(language)
        if instruction is None:
            raise Http404(f"Deze instructie is er niet in het {language.label}.")
        return instruction

    @property
    def languages(self) -> list[Language]:
        """The languages it was written in, Dutch first."""
        written = {text.language for text in self.texts.all()}
        return [language for language in Language if language is Language.DUTCH or language in written]

    def url_in(self, language: Language) -> str:
        return self.url if language is Language.DUTCH else f"{self.url}{language.value}/"

    def get_cached_paths(self) -> list[str]:
        translated = [f"/{language.value}/" for language in self.languages if language is not Language.DUTCH]
        cards = [f"{path}kaart/" for path in ("/", *translated) if self.acts]
        return [*super().get_cached_paths(), *translated, *cards]

    def instruction_in(self, language: Language) -> Instruction | None:
        """The instruction in a language; None when nobody wrote it in that one."""
        if language is Language.DUTCH:
            return Instruction(language, self.title, self.summary, self.acts)
        text = next((text for text in self.texts.all() if text.language == language), None)
        return Instruction(language, text.title, text.summary, text.acts) if text else None


class InstructionText(Orderable):
    """The same instruction in another language: a row of its page, published with it."""

    page = ParentalKey(InstructionPage, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(
        "taal", max_length=2, choices=[choice for choice in Language.choices if choice[0] != Language.DUTCH]
    )
    title = models.CharField("titel", max_length=120)
    summary = models.CharField("samenvatting", max_length=200)
    acts = StreamField(ActBlocks(), verbose_name="wat te doen", help_text="Dezelfde stappen, in dezelfde volgorde.")
    translated_on = models.DateField(
        "nagelezen op", null=True, blank=True, help_text="De dag waarop iemand die de taal goed spreekt, dit las."
    )

    panels = [
        FieldPanel("language"),
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("acts"),
        FieldPanel("translated_on"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "instructie in een andere taal"
        verbose_name_plural = "instructies in een andere taal"
        constraints = [
            models.UniqueConstraint(fields=["page", "language"], name="an_instruction_is_once_in_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"
