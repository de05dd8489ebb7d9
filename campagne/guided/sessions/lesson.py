"""What a session goes through: the lesson as it was when it began, the parts of its quiz, and the script of both."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Protocol

from wagtail.blocks import StreamValue, StructValue
from wagtail.models import Revision

from campagne.content.models import ModulePage
from campagne.guided.sessions.script import Guidance, LessonPart, Step, script_of
from campagne.quiz.models import QuestionVersion, QuizVersion
from campagne.quiz.questions.plan import Item

MOST_KNOWN = 200
_known: dict[tuple, "Outline"] = {}
_lock = Lock()


@dataclass(frozen=True)
class Outline:
    """The parts of the quiz, and the script that puts them in order with the lesson."""

    parts: tuple[Item, ...]
    script: tuple[Step, ...]

    @classmethod
    def of(cls, module: ModulePage, version: QuizVersion | None) -> "Outline":
        """Put together a module and a version of its quiz, if it has one; two queries."""
        parts = tuple(version.plan()) if version else ()
        asked = QuestionVersion.objects.in_bulk([part.version for part in parts if part.version])
        stems = [asked[part.version].stem if part.version else "" for part in parts]
        return cls(parts, script_of([_part(block.value) for block in module.steps], parts, stems))


@dataclass(frozen=True)
class GuidedLesson:
    """What a session goes through; the module itself is only read where it is shown."""

    outline: Outline
    module: Callable[[], ModulePage]

    @classmethod
    def to_come(cls, module: ModulePage, version: QuizVersion | None) -> "GuidedLesson":
        """The lesson of a session that did not begin: its module and its quiz as they are now."""
        return cls(Outline.of(module, version or current_quiz(module)), lambda: module)

    @classmethod
    def frozen(cls, revision: Revision, version: QuizVersion | None) -> "GuidedLesson":
        """The lesson of a session that began. Nothing of it ever changes, so its outline is put together once."""
        key = (revision.pk, revision.created_at, version and version.pk)
        with _lock:
            outline = _known.get(key)
        if outline is None:
            outline = Outline.of(revision.as_object(), version)
            with _lock:
                _known[key] = outline
                while len(_known) > MOST_KNOWN:
                    _known.pop(next(iter(_known)))
        return cls(outline, revision.as_object)

    @property
    def parts(self) -> tuple[Item, ...]:
        return self.outline.parts

    @property
    def script(self) -> tuple[Step, ...]:
        return self.outline.script

    @cached_property
    def steps(self) -> tuple[StructValue, ...]:
        return tuple(block.value for block in self.module().steps)

    def body(self, step: Step) -> StreamValue | None:
        """What stands in a step of the lesson; None for another kind of step."""
        return self.steps[step.lesson - 1]["body"] if step.lesson else None

    def part(self, step: Step) -> Item | None:
        """The part of the quiz at a step; None for another kind of step."""
        return self.parts[step.place - 1] if step.place else None


def current_quiz(module: ModulePage) -> QuizVersion | None:
    return module.quiz.current_version if module.quiz else None


class Led(Protocol):
    """A group that answers together."""

    cluster: str


def seed_of(session: Led, version: QuestionVersion) -> str:
    """What the answers of a question are mixed by: one order for the whole room, on screens and on paper."""
    return f"{session.cluster} {version.pk}"


def _part(step: StructValue) -> LessonPart:
    told = step.get("guidance") or {}
    guidance = Guidance(
        aim=told.get("aim") or "",
        say=told.get("say") or "",
        pitfalls=told.get("pitfalls") or "",
        minutes=told.get("minutes") or 0,
    )
    return LessonPart(step["title"], guidance)
