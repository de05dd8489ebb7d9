"""Questions on their way to another program: the nearest things, with a report about each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from campagne.quiz.exchange import gift, moodle_xml, pack
from campagne.quiz.exchange.carried import Carried, Line, Report
from campagne.quiz.exchange.item import Item, shortened
from campagne.quiz.exchange.packing import draft_now, everything, pack_of
from campagne.quiz.exchange.translating_out import item_of, why_not
from campagne.quiz.models import Question, Quiz, QuizPart
from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.plan import Block

REMARKS = (
    "‘Weet ik niet’ gaat niet mee: daar hoort het niet vanzelf bij een vraag.",
    "Antwoorden van mensen gaan nooit mee.",
)
REMARK_ON_MEASURING = "Vooraf en achteraf meten gaat niet mee. De meetvragen staan er één keer in, als gewone vragen."
REMARK_ON_ORDER = "Een volgorde kan worden gelezen door Moodle vanaf versie 4.4."


class Format(StrEnum):
    """In which form something leaves."""

    GIFT = "gift"
    MOODLE = "moodle"
    JSON = "json"


SUFFIXES: Mapping[Format, str] = {Format.GIFT: "gift.txt", Format.MOODLE: "moodle.xml", Format.JSON: "json"}
TYPES: Mapping[Format, str] = {
    Format.GIFT: "text/plain; charset=utf-8",
    Format.MOODLE: "application/xml; charset=utf-8",
    Format.JSON: "application/json",
}
MaySee = Callable[[Question], bool]
"""Whether somebody may see what is being written of a question."""


@dataclass(frozen=True)
class Outgoing:
    """The items that can leave, and the report about all that was asked for."""

    items: tuple[Item, ...]
    report: Report


def outgoing_question(question: Question) -> Outgoing:
    item, line = _translated(_draft(question, everything), "Vraag", "")
    return Outgoing((item,) if item else (), Report((line,), _remarks([item] if item else [])))


def outgoing_quiz(quiz: Quiz, may_see: MaySee = everything) -> Outgoing:
    """The questions of the plan in their order; what is read or talked about stays behind."""
    items, lines = [], []
    parts = list(quiz.parts.select_related("question").order_by("sort_order", "pk"))
    for place, part in enumerate(parts, start=1):
        item, line = _part(part, f"Onderdeel {place}", quiz.title, may_see)
        items += [item] if item else []
        lines.append(line)
    measures = any(Block(part.block).measures for part in parts)
    return Outgoing(
        tuple(items), Report(tuple(lines), (*_remarks(items), *([REMARK_ON_MEASURING] if measures else [])))
    )


def _part(part: QuizPart, where: str, category: str, may_see: MaySee) -> tuple[Item | None, Line]:
    if part.question is None:
        why = "Alleen vragen gaan mee; dit onderdeel is er geen."
        return None, Line(where, part.title or part.get_block_display(), Carried.NOT, (why,))
    return _translated(_draft(part.question, may_see), where, category)


def _translated(draft: Draft, where: str, category: str) -> tuple[Item | None, Line]:
    title = shortened(draft.stem)
    if why := why_not(draft):
        return None, Line(where, title, Carried.NOT, (why,))
    item, notes = item_of(draft, category)
    return item, Line.of(where, title, notes)


def _draft(question: Question, may_see: MaySee) -> Draft:
    """What people see, or what is being written while they see nothing yet, for who may see that."""
    return draft_now(question) if may_see(question) and not question.live else question.draft()


def _remarks(items: Iterable[Item]) -> tuple[str, ...]:
    has_order = any(item.kind == "order" for item in items)
    return (*REMARKS, *([REMARK_ON_ORDER] if has_order else []))


def content_of(thing: Question | Quiz, form: Format, may_see: MaySee) -> str:
    """The file itself. Raises Unreadable when pictures and sounds are too much for one file."""
    if form is Format.JSON:
        is_quiz = isinstance(thing, Quiz)
        return pack.write(pack_of([] if is_quiz else [thing], [thing] if is_quiz else [], may_see=may_see))
    found = outgoing_quiz(thing, may_see) if isinstance(thing, Quiz) else outgoing_question(thing)
    return gift.write(found.items) if form is Format.GIFT else moodle_xml.write(found.items)
