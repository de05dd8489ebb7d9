"""What an editor adds to a question piece by piece: answers, places to report to, and places on a picture."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from campagne.contacts.models import ReportChannel


class OptionBlock(blocks.StructBlock):
    """One answer to choose; the id that the stream gives it is its key, for ever."""

    NAMES = ("text", "is_right", "explanation", "easy_text", "easy_explanation")

    text = blocks.CharBlock(label="Antwoord", max_length=160)
    is_right = blocks.BooleanBlock(label="Dit is goed", required=False)
    explanation = blocks.TextBlock(
        label="Uitleg bij dit antwoord",
        required=False,
        rows=2,
        max_length=300,
        help_text="Wat leest iemand die dit kiest? Eén of twee zinnen. Verwijt niets.",
    )

    easy_text = blocks.CharBlock(label="Antwoord in makkelijke taal", required=False, max_length=160)
    easy_explanation = blocks.TextBlock(label="Uitleg in makkelijke taal", required=False, rows=2, max_length=300)

    class Meta:
        label = "Antwoord"
        icon = "radio-full"


class ChannelBlock(blocks.StructBlock):
    """A place to report to, as an answer; it is called as it is called in the register."""

    channel = SnippetChooserBlock(ReportChannel, label="Meldpunt")
    is_right = blocks.BooleanBlock(label="Dit is goed", required=False)
    explanation = blocks.TextBlock(label="Uitleg bij dit meldpunt", required=False, rows=2, max_length=300)

    class Meta:
        label = "Meldpunt"
        icon = "mail"


class HotspotBlock(blocks.StructBlock):
    """A place on the picture that tells something."""

    x = blocks.IntegerBlock(label="Van links (%)", min_value=0, max_value=100)
    y = blocks.IntegerBlock(label="Van boven (%)", min_value=0, max_value=100)
    text = blocks.CharBlock(label="Wat is hier te zien?", max_length=200)

    class Meta:
        label = "Plek"
        icon = "crosshairs"
