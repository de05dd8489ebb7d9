"""What an editor adds to a question piece by piece: answers, places to report to, and places on a picture."""

from typing import Any
from uuid import UUID, uuid4

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from campagne.contacts.models import ReportChannel
from campagne.quiz.questions.draft import Option


class OptionBlock(blocks.StructBlock):
    """One answer to choose; the id that the stream gives it is its key, for ever."""

    NAMES = ("text", "is_right", "explanation", "easy_text", "easy_explanation")

    text = blocks.CharBlock(label="Antwoord", max_length=160)
    is_right = blocks.BooleanBlock(
        label="Dit is goed",
        required=False,
        help_text="Telt niet bij een volgorde, bij een schaal, en bij een voornemen of vertrouwen.",
    )
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

    NAMES = ("is_right", "explanation", "easy_explanation")

    channel = SnippetChooserBlock(
        ReportChannel,
        label="Meldpunt",
        help_text="De naam komt uit de lijst met meldpunten. Na het antwoord staan nummer en website erbij, zoals ze "
        "dan in de lijst staan.",
    )
    is_right = blocks.BooleanBlock(
        label="Dit is goed", required=False, help_text="Telt niet bij een voornemen of vertrouwen."
    )
    explanation = blocks.TextBlock(label="Uitleg bij dit meldpunt", required=False, rows=2, max_length=300)

    easy_explanation = blocks.TextBlock(label="Uitleg in makkelijke taal", required=False, rows=2, max_length=300)

    class Meta:
        label = "Meldpunt"
        icon = "mail"


class HotspotBlock(blocks.StructBlock):
    """A place on the picture that tells something."""

    x = blocks.IntegerBlock(
        label="Van links (%)", min_value=0, max_value=100, help_text="0 is de linkerrand van het beeld, 100 de rechter."
    )
    y = blocks.IntegerBlock(
        label="Van boven (%)",
        min_value=0,
        max_value=100,
        help_text="0 is de bovenrand van het beeld, 100 de onderste.",
    )
    text = blocks.CharBlock(
        label="Wat is hier te zien?",
        max_length=200,
        help_text="Eén zin. Ook wie het beeld niet ziet, moet hem begrijpen: ‘De link gaat naar een ander adres.’",
    )

    class Meta:
        label = "Plek"
        icon = "crosshairs"


def written(option: Option) -> dict[str, Any]:
    """An option as a child of the stream. Raises DoesNotExist for a place to report to that is not in the register."""
    block = ChannelBlock if option.channel else OptionBlock
    value = {name: getattr(option, name) for name in block.NAMES}
    if option.channel:
        value["channel"] = ReportChannel.objects.get(slug=option.channel).pk
    return {"type": "channel" if option.channel else "option", "id": str(option.key), "value": value}


def read(child: Any) -> Option:
    """A child of the stream as an option; without text if the place to report to is no longer in the register."""
    told = {name: value for name, value in child.value.items() if value is not None}
    channel = told.pop("channel", None)
    told |= {"text": channel.name, "channel": channel.slug} if channel else {}
    return Option(UUID(child.id) if child.id else uuid4(), **{"text": "", **told})
