"""Blocks of the demo as Wagtail keeps them. Rich text goes through the editor's own converter first."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import StreamBlock, StreamValue

from campagne.content.blocks import LINE_FEATURES, TEXT_FEATURES, BodyBlocks, NextStepBlocks, SourceBlocks
from campagne.content.easy_blocks import EASY_FEATURES, EasyBlocks
from campagne.content.instruction import ActBlocks
from campagne.content.lesson_blocks import LessonSteps
from campagne.demo.blocks import Block, CallNow, Callout, Drawn, QuizStart, Step, Text
from campagne.demo.catalogue import SourceEntry, StepEntry
from campagne.demo.ready_entries import ActEntry

EDITOR_OF_TEXT = ContentstateConverter(TEXT_FEATURES)
EDITOR_OF_EASY_TEXT = ContentstateConverter(EASY_FEATURES)
EDITOR_OF_LINES = ContentstateConverter(LINE_FEATURES)


def clean_html(html: str, editor: ContentstateConverter = EDITOR_OF_LINES) -> str:
    """What the editor would save if this had been typed there; anything else falls away."""
    return editor.to_database_format(editor.from_database_format(html))


@dataclass(frozen=True)
class Shelf:
    """The primary keys of what blocks refer to, by slug."""

    channels: Mapping[str, int]
    pictures: Mapping[str, int]
    quizzes: Mapping[str, int]

    def body(self, blocks: Iterable[Block]) -> StreamValue:
        return _stream(BodyBlocks(), [self._raw(block) for block in blocks])

    def next_step(self, blocks: Iterable[Block]) -> StreamValue:
        return _stream(NextStepBlocks(), [self._raw(block) for block in blocks])

    def lesson(self, steps: Iterable[StepEntry]) -> StreamValue:
        raw = [
            {
                "title": step.title,
                "body": [self._raw(block) for block in step.body],
                "guidance": asdict(step.guidance) if step.guidance else {},
            }
            for step in steps
        ]
        return _stream(LessonSteps(), [{"type": "step", "value": value} for value in raw])

    def easy(self, html: str) -> StreamValue:
        return _stream(EasyBlocks(), [{"type": "text", "value": clean_html(html, EDITOR_OF_EASY_TEXT)}])

    def acts(self, acts: Iterable[ActEntry]) -> StreamValue:
        return _stream(ActBlocks(required=False), [{"type": "act", "value": asdict(act)} for act in acts])

    def sources(self, sources: Iterable[SourceEntry]) -> StreamValue:
        return _stream(SourceBlocks(), [{"type": "source", "value": asdict(source)} for source in sources])

    def _raw(self, block: Block) -> dict[str, Any]:
        name = next(name for name, kind in Block.kinds.items() if kind is type(block))
        return {"type": name, "value": self._value(block)}

    def _value(self, block: Block) -> Any:
        match block:
            case Text(body=body):
                return clean_html(body, EDITOR_OF_TEXT)
            case Callout() | Step():
                return {**asdict(block), "body": clean_html(block.body)}
            case CallNow():
                return {**asdict(block), "channel": self.channels[block.channel]}
            case Drawn():
                return {**asdict(block), "picture": self.pictures[block.picture]}
            case QuizStart():
                return {"quiz": self.quizzes[block.quiz]}
            case _:
                return asdict(block)


def _stream(block: StreamBlock, raw: list[dict]) -> StreamValue:
    """Check it as the editor would. Raises ValidationError for what an editor could not save."""
    return block.clean(block.to_python(raw))
