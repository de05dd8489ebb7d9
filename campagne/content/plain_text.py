"""What a reader reads in blocks, as lines of plain text in reading order. Without a database of its own."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from campagne.content.lesson_blocks import GuidanceBlock

LINE_TAGS = frozenset({"p", "li", "br", "h1", "h2", "h3", "h4", "ul", "ol", "hr"})
WRITTEN = (blocks.CharBlock, blocks.TextBlock)


class _Lines(HTMLParser):
    """Break where a browser begins a new line; everything else runs on."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.text += "\n" if tag in LINE_TAGS else ""

    def handle_endtag(self, tag: str) -> None:
        self.text += "\n" if tag in LINE_TAGS else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def lines_of_html(html: str) -> Iterator[str]:
    """The lines of rich text, without tags; space is of no meaning."""
    reader = _Lines()
    reader.feed(html)
    reader.close()
    yield from lines_of_text(reader.text)


def lines_of_text(text: str) -> Iterator[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return (line for line in lines if line)


def lines_of_block(block: blocks.Block, value: Any) -> Iterator[str]:
    """What is read of a block; a list is announced by its label, and guidance for a presenter is not read."""
    match block:
        case GuidanceBlock():
            return
        case blocks.StreamBlock():
            for child in value:
                yield from lines_of_block(child.block, child.value)
        case blocks.StructBlock():
            for name, child in block.child_blocks.items():
                yield from lines_of_block(child, value.get(name))
        case blocks.ListBlock():
            yield from _announced(block, value)
        case blocks.RichTextBlock():
            yield from lines_of_html(value.source if value else "")
        case SnippetChooserBlock():
            yield from lines_of_text(str(value or ""))
        case _ if isinstance(block, WRITTEN):
            yield from lines_of_text(value or "")


def _announced(block: blocks.ListBlock, values: Any) -> Iterator[str]:
    lines = [line for value in values for line in lines_of_block(block.child_block, value)]
    if lines:
        yield f"{block.label}:"
        yield from lines
