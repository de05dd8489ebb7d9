"""The texts that an editor wrote on a page, each with where it stands; no words of others, names or addresses."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search.index import SearchField

from campagne.content.blocks import MessageBlock, QuoteBlock, WordBlock
from campagne.content.lesson_blocks import GuidanceBlock, LessonSteps
from campagne.content.plain_text import WRITTEN, lines_of_html, lines_of_text
from campagne.language.norms import Level
from campagne.language.passage import Passage

EASY = "Makkelijke tekst"
# A practice message is hard on purpose, a quote is somebody else's, and a presenter is no reader.
NOT_TO_BE_JUDGED = {QuoteBlock: {"text", "source"}, MessageBlock: {"sender", "body"}, WordBlock: {"word"}}


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "a":
            self._is_open = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_open = self._is_open and tag != "a"

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.texts[-1] += data


def passages_of(page: Page) -> tuple[Passage, ...]:
    """The title, the summary and all that is found by searching, and then the easy text."""
    return *own_passages(page), *easy_passages(page)


def own_passages(page: Page) -> Iterator[Passage]:
    level = level_of(page)
    for name in _written_fields(page):
        field = page._meta.get_field(name)
        value = field.value_from_object(page)
        place = _capital(str(field.verbose_name))
        if isinstance(field, StreamField):
            yield from _of_stream(value, place, level)
        else:
            yield from (Passage(line, place, level) for line in lines_of_text(str(value or "")))


def easy_passages(page: Page) -> Iterator[Passage]:
    for easy in _easy_texts(page):
        yield from (Passage(line, EASY, Level.EASY) for line in lines_of_text(easy.title))
        yield from _of_stream(easy.body, EASY, Level.EASY)


def level_of(page: Page) -> Level:
    """For whom the page itself is written: easy when its editor says so, or when all its groups read easy texts."""
    labels = page.group_labels.all() if hasattr(page, "group_labels") else []
    levels = {label.tag.reading_level for label in labels}
    return Level.EASY if getattr(page, "is_easy", False) or levels == {Level.EASY} else Level.PLAIN


def words_explained_on(page: Page) -> frozenset[str]:
    """The words of which the page says what they mean, in small letters."""
    streams = [field.value_from_object(page) for field in page._meta.get_fields() if isinstance(field, StreamField)]
    streams += [easy.body for easy in _easy_texts(page)]
    return frozenset(word.casefold() for stream in streams for word in _explained(stream.stream_block, stream.raw_data))


def _written_fields(page: Page) -> list[str]:
    searched = [field.field_name for field in page.search_fields if isinstance(field, SearchField)]
    own = {field.name for field in page._meta.get_fields() if field.concrete}
    first = [name for name in ("title", "summary") if name in own]
    return first + [name for name in dict.fromkeys(searched) if name in own and name not in first]


def _easy_texts(page: Page) -> list[Any]:
    return list(page.easy_texts.all()) if hasattr(page, "easy_texts") else []


def _of_stream(stream: blocks.StreamValue, place: str, level: Level) -> Iterator[Passage]:
    """The texts of a stream; of the steps of a module it is said which one."""
    has_steps = isinstance(stream.stream_block, LessonSteps)
    for number, child in enumerate(stream.raw_data, start=1):
        yield from _of_stream_block(stream.stream_block, [child], f"Stap {number}" if has_steps else place, level)


def _of_block(block: blocks.Block, raw: Any, place: str, level: Level) -> Iterator[Passage]:
    """The texts of a block as it is stored, because as an object it would look up the contacts and pictures in it."""
    match block:
        case GuidanceBlock():
            return
        case blocks.StreamBlock():
            yield from _of_stream_block(block, raw, place, level)
        case blocks.StructBlock():
            left_out = NOT_TO_BE_JUDGED.get(type(block), frozenset())
            for name in (name for name in block.child_blocks if name not in left_out):
                yield from _of_block(block.child_blocks[name], (raw or {}).get(name), place, level)
        case blocks.ListBlock():
            for item in raw or []:
                yield from _of_block(block.child_block, _bare(item), place, level)
        case blocks.RichTextBlock():
            yield from _of_rich_text(raw or "", place, level)
        case _ if isinstance(block, WRITTEN):
            yield from (Passage(line, place, level) for line in lines_of_text(raw or ""))


def _of_stream_block(block: blocks.StreamBlock, raw: Any, place: str, level: Level) -> Iterator[Passage]:
    for child in raw or []:
        if (kind := block.child_blocks.get(child["type"])) is not None:
            yield from _of_block(kind, child["value"], place, level)


def _of_rich_text(html: str, place: str, level: Level) -> Iterator[Passage]:
    reader = _Links()
    reader.feed(html)
    reader.close()
    links = [" ".join(text.split()) for text in reader.texts]
    for line in lines_of_html(html):
        yield Passage(line, place, level, tuple(link for link in links if link and link in line))


def _bare(item: Any) -> Any:
    """What an item of a list is; once it was stored without an id."""
    return item["value"] if isinstance(item, dict) and item.get("type") == "item" else item


def _explained(block: blocks.Block, raw: Any) -> Iterator[str]:
    match block:
        case WordBlock():
            yield from lines_of_text((raw or {}).get("word") or "")
        case blocks.StreamBlock():
            for child in raw or []:
                if (kind := block.child_blocks.get(child["type"])) is not None:
                    yield from _explained(kind, child["value"])
        case blocks.StructBlock():
            for name, child in block.child_blocks.items():
                yield from _explained(child, (raw or {}).get(name))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
