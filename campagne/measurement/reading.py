"""How long does reading a page take? Half of that counts as read."""

from collections.abc import Iterator
from math import ceil

from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page

from campagne.content.easy import EasyText
from campagne.report_guide.models import IncidentTypePage

# About 200 words a minute: calm reading of plain text on a screen.
WORDS_PER_SECOND = 3.3
LEAST_SECONDS = 3


def read_seconds(page: Page | EasyText, step: int = 0) -> int:
    """Seconds in view after which this page, or one step of a module, counts as read."""
    return max(LEAST_SECONDS, ceil(words_of(page, step) / WORDS_PER_SECOND / 2))


def words_of(page: Page | EasyText, step: int = 0) -> int:
    """How many words a reader gets; a step of a module is a page of its own."""
    return sum(len(text.split()) for text in _texts(page, step))


def _texts(page: Page | EasyText, step: int) -> Iterator[str]:
    if isinstance(page, IncidentTypePage):
        yield from page.texts_of(step)
        return
    steps = getattr(page, "steps", None)
    if step and isinstance(steps, StreamValue) and step <= len(steps):
        block = steps[step - 1]
        yield from block.block.get_searchable_content(block.value)
        return
    yield getattr(page, "summary", "")
    for field in page._meta.get_fields():
        if isinstance(field, StreamField) and field.name != "steps":
            value = field.value_from_object(page)
            yield from map(str, field.stream_block.get_searchable_content(value))
