"""The texts of a page as a reader gets them: the page itself, each of its steps, and its easy text.

Each can be heard by itself, and together those of the page are the source of its easy text.
"""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamValue

from campagne.content.plain_text import lines_of_block
from campagne.media.speaking import Spoken, digest_of

PAGE, EASY = "page", "easy"
# What stands on the first screen of a page, in reading order, as far as its kind has it.
READ_IN_ORDER = ("acts", "body", "next_step")


def page_text(page: Any) -> Spoken:
    """What is read on the first screen of a page."""
    streams = [getattr(page, name, None) for name in READ_IN_ORDER]
    lines = [page.title, page.summary, *(line for stream in streams for line in lines_of(stream))]
    return Spoken(PAGE, "\n".join(lines), "De pagina")


def step_texts(page: Any) -> Iterator[Spoken]:
    """What is read at each step of a module; nothing of another kind of page."""
    for number, block in enumerate(getattr(page, "steps", None) or (), start=1):
        text = "\n".join(lines_of_block(block.block, block.value))
        yield Spoken(part_of(block), text, f"Stap {number}: {block.value['title']}")


def easy_text(page: Any) -> Iterator[Spoken]:
    for easy in page.easy_texts.all():
        yield Spoken(EASY, "\n".join([easy.title, *lines_of(easy.body)]), "De makkelijke tekst")


def source_texts(page: Any) -> tuple[Spoken, ...]:
    """The page and its steps: what an easy text says in other words."""
    return page_text(page), *step_texts(page)


def source_digest(page: Any) -> str:
    """Tells whether anything that is read on a page has changed."""
    return digest_of("\n\n".join(spoken.text for spoken in source_texts(page)))


def passages(page: Any) -> tuple[Spoken, ...]:
    return *source_texts(page), *easy_text(page)


def lines_of(stream: StreamValue | None) -> Iterator[str]:
    if stream:
        yield from lines_of_block(stream.stream_block, stream)


def part_of(block: Any) -> str:
    """The name of a step, which it keeps when it moves: its own id in 32 digits."""
    return str(block.id or "").replace("-", "")
