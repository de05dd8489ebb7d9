"""The steps of a module: what a reader gets, and what stands there for who gives it to a group."""

from wagtail import blocks

from campagne.content.blocks import LessonBlocks


class GuidanceBlock(blocks.StructBlock):
    """What a presenter reads at a step, when the module is given to a group; readers on the site do not see it."""

    aim = blocks.CharBlock(label="Doel", required=False, max_length=160, help_text="Wat kan iemand na deze stap?")
    say = blocks.TextBlock(
        label="Wat zegt u?", required=False, max_length=600, help_text="Korte zinnen, zoals u ze hardop zegt."
    )
    minutes = blocks.IntegerBlock(
        label="Minuten",
        required=False,
        min_value=1,
        max_value=60,
        help_text="Voor een vlotte groep. Voor wie moeilijk leest, rekenen wij 1,7 keer zo lang.",
    )
    pitfalls = blocks.TextBlock(
        label="Let op", required=False, max_length=400, help_text="Waar gaat het vaak mis, en wat helpt dan?"
    )

    class Meta:
        label = "Voor de begeleider"
        icon = "group"
        help_text = "Alleen de begeleider van een groepsles ziet dit. Het mag leeg blijven."
        collapsed = True

    def get_searchable_content(self, value: blocks.StructValue) -> list[str]:
        """Nothing: a reader does not find it, and needs no time to read it."""
        return []


class LessonStepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Titel van de stap", max_length=90)
    body = LessonBlocks(label="Inhoud")
    guidance = GuidanceBlock(required=False)

    class Meta:
        label = "Stap"
        icon = "list-ol"
        help_text = "Eén stap is één scherm. Houd het kort."


class LessonSteps(blocks.StreamBlock):
    """The steps of a module, in order."""

    step = LessonStepBlock()
