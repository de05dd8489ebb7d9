"""The parts of an easy text: few kinds, so that it stays short and calm."""

from wagtail import blocks

from campagne.content.blocks import CallNowBlock, PictureBlock, TextBlock, WordBlock

EASY_FEATURES = ["h2", "bold", "ul", "ol", "link"]
EASY_HELP = "Korte zinnen van hooguit tien woorden. Eén zin op een regel. Hooguit vijf alinea's."


class EasyBlocks(blocks.StreamBlock):
    """What may stand in an easy text."""

    text = TextBlock(
        features=EASY_FEATURES,
        help_text="Hooguit tien woorden in een zin. Begin elke zin op een nieuwe regel (Shift + Enter).",
        preview_value="<p>Iemand belt u.<br/>Hij zegt: ik ben van de bank.<br/>Hang op.</p>",
    )
    call_now = CallNowBlock()
    picture = PictureBlock()
    word = WordBlock()
