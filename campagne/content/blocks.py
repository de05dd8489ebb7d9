"""The parts a page is made of. Each has a Dutch name, a help text and an example of what it looks like."""

from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from campagne.quiz.questions.choices import MessageKind

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "link", "ol", "ul", "document-link"]
LINE_FEATURES = ["bold", "italic", "link", "ol", "ul"]
BODY_HELP = "Bouw de pagina op uit blokken: kies het plusje en dan wat u nodig hebt."


class Urgency(models.TextChoices):
    """How soon to call; the label is spoken before the name."""

    NOW = "now", "Direct bellen"
    SOON = "soon", "Zo snel mogelijk"
    ADVICE = "advice", "Voor advies"


class Tone(models.TextChoices):
    INFO = "info", "uitleg"
    WARNING = "warning", "let op"
    DANGER = "danger", "gevaar"


class ComponentBlock(blocks.StructBlock):
    """A block whose template gets its fields by name, so that other templates can include the same component."""

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        return {**super().get_context(value, parent_context), **value}


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        label = "Tekst"
        icon = "pilcrow"
        help_text = "Gewone tekst. Gebruik korte alinea's en tussenkopjes."
        template = "content/blocks/text.html"
        preview_value = "<h2>Wat is er aan de hand?</h2><p>Iemand belt en zegt dat uw geld niet veilig is.</p>"


class CalloutBlock(ComponentBlock):
    tone = blocks.ChoiceBlock(choices=Tone.choices, default=Tone.INFO, label="Toon")
    title = blocks.CharBlock(label="Kop", max_length=80)
    body = blocks.RichTextBlock(label="Tekst", features=LINE_FEATURES)

    class Meta:
        label = "Uitgelicht"
        icon = "warning"
        help_text = "Een boodschap die moet opvallen. Hooguit twee per pagina."
        template = "content/blocks/callout.html"
        preview_value = {
            "tone": Tone.WARNING,
            "title": "Een veilige rekening bestaat niet",
            "body": "<p>Uw bank vraagt nooit om geld over te maken naar een kluisrekening.</p>",
        }


class StepBlock(ComponentBlock):
    title = blocks.CharBlock(label="Wat doet u?", max_length=90, help_text="Begin met een werkwoord: Hang op.")
    body = blocks.RichTextBlock(label="Uitleg", features=LINE_FEATURES, required=False)
    picture = ImageChooserBlock(label="Beeld", required=False)

    class Meta:
        label = "Stap"
        icon = "list-ol"
        help_text = "Eén handeling. Stappen onder elkaar krijgen vanzelf een nummer."
        template = "content/blocks/step.html"
        preview_value = {"title": "Hang op", "body": "<p>U hoeft niet beleefd te blijven.</p>", "picture": None}


class DoDontBlock(ComponentBlock):
    do = blocks.ListBlock(blocks.CharBlock(max_length=140, label="Wel doen"), label="Wel doen")
    dont = blocks.ListBlock(blocks.CharBlock(max_length=140, label="Niet doen"), label="Niet doen")

    class Meta:
        label = "Wel en niet doen"
        icon = "tasks"
        help_text = "Twee korte lijsten naast elkaar."
        template = "content/blocks/do_dont.html"
        preview_value = {"do": ["Bel zelf uw bank."], "dont": ["Geef nooit een code door."]}


class CallNowBlock(ComponentBlock):
    channel = SnippetChooserBlock("contacts.ReportChannel", label="Meldpunt")
    urgency = blocks.ChoiceBlock(choices=Urgency.choices, default=Urgency.SOON, label="Hoe snel?")
    note = blocks.CharBlock(label="Wanneer of waarom?", required=False, max_length=160)

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context)
        return {**context, "urgency_label": Urgency(value["urgency"]).label if value["urgency"] else ""}

    class Meta:
        label = "Bel nu"
        icon = "mobile-alt"
        help_text = "Kies een meldpunt uit de lijst. Het nummer verandert dan overal tegelijk."
        template = "content/blocks/call_now.html"


class PictureBlock(ComponentBlock):
    picture = ImageChooserBlock(label="Beeld")
    caption = blocks.CharBlock(label="Bijschrift", required=False, max_length=160)

    class Meta:
        label = "Beeld"
        icon = "image"
        help_text = "Een tekening of foto. De beschrijving komt van het beeld zelf."
        template = "content/blocks/picture.html"


class QuoteBlock(ComponentBlock):
    text = blocks.TextBlock(label="Citaat", max_length=400)
    source = blocks.CharBlock(label="Van wie?", required=False, max_length=120)

    class Meta:
        label = "Citaat"
        icon = "openquote"
        template = "content/blocks/quote.html"
        preview_value = {"text": "Cijfers zeggen niet alles.", "source": "Kadernota Integrale Veiligheid"}


class WordBlock(ComponentBlock):
    word = blocks.CharBlock(label="Woord", max_length=60)
    meaning = blocks.CharBlock(label="Betekenis", max_length=240)

    class Meta:
        label = "Uitleg van een woord"
        icon = "help"
        help_text = "Een moeilijk woord met de betekenis erbij. Zet het boven de tekst waarin het woord staat."
        template = "content/blocks/word.html"
        preview_value = {"word": "spoofing", "meaning": "Een oplichter laat een ander nummer op uw scherm zien."}


class MessageBlock(ComponentBlock):
    channel = blocks.ChoiceBlock(choices=MessageKind.choices, default=MessageKind.SMS, label="Soort bericht")
    sender = blocks.CharBlock(label="Afzender", max_length=80)
    body = blocks.TextBlock(
        label="Bericht", max_length=800, help_text="Verzin het bericht. Gebruik geen echte namen of logo's."
    )
    points = blocks.ListBlock(blocks.CharBlock(max_length=160, label="Let op"), label="Waar let u op?", default=[])

    class Meta:
        label = "Oefenbericht"
        icon = "mail"
        help_text = "Een verzonnen bericht om van te leren. Er staat altijd bij dat het niet echt is."
        template = "content/blocks/message.html"
        preview_value = {
            "channel": MessageKind.APP,
            "sender": "Onbekend nummer",
            "body": "Hoi mam, dit is mijn nieuwe nummer.",
            "points": ["Het nummer is nieuw."],
        }


class QuizBlock(ComponentBlock):
    quiz = SnippetChooserBlock("quiz.Quiz", label="Quiz")

    class Meta:
        label = "Quiz"
        icon = "help"
        help_text = "Een knop waarmee de lezer de quiz begint."
        template = "content/blocks/quiz.html"


class LessonBlocks(blocks.StreamBlock):
    """What may stand in one step of a module."""

    text = TextBlock()
    callout = CalloutBlock()
    do_dont = DoDontBlock()
    call_now = CallNowBlock()
    picture = PictureBlock()
    quote = QuoteBlock()
    word = WordBlock()
    message = MessageBlock()


class BodyBlocks(LessonBlocks):
    """What may stand on a page."""

    step = StepBlock()
    quiz = QuizBlock()


class NextStepBlocks(blocks.StreamBlock):
    """What to do now: whom to call first, and a sentence or two."""

    call_now = CallNowBlock()
    text = TextBlock()


class SourceBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Naam van de bron", max_length=160)
    url = blocks.URLBlock(label="Webadres")

    class Meta:
        label = "Bron"
        icon = "link-external"
        help_text = "Waar staat dit? Zo kan iedereen het nazoeken."


class SourceBlocks(blocks.StreamBlock):
    """Where the facts of a page come from."""

    source = SourceBlock()
