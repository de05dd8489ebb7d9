"""What a quiz is on paper: its parts in order, each question with letters, and the key of all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campagne.quiz.paper.lettered import Lettered, fetched, with_letters
from campagne.quiz.questions.plan import Block, Item
from campagne.quiz.questions.quiz import QuizVersion
from campagne.quiz.questions.scoring import Kind

BEFORE, DURING, AFTER, LAST = "Vóór de les", "Tijdens de les", "Na de les", "Tot slot"


@dataclass(frozen=True)
class PaperPart:
    """One part of the quiz at its place, from 1; `lettered` is None where there is only something to read.

    `when` tells when in the lesson it is asked.
    """

    place: int
    item: Item
    lettered: Lettered | None
    when: str = DURING

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(option.letter for option in self.lettered.options) if self.lettered else ()

    @property
    def kind(self) -> Kind:
        """How the question is answered. Raises ValueError where nothing is asked."""
        if self.lettered is None:
            raise ValueError(f"nothing is asked at place {self.place}")
        return Kind(self.lettered.question.kind)

    @property
    def is_vote(self) -> bool:
        return self.item.block is Block.VOTE

    @property
    def is_order(self) -> bool:
        return self.kind is Kind.ORDER

    @property
    def takes_more(self) -> bool:
        """Tell whether more than one letter may be the answer."""
        return not self.kind.takes_one_option


@dataclass(frozen=True)
class Section:
    """Questions that follow each other in the same part of the lesson."""

    when: str
    parts: tuple[PaperPart, ...]


def parts_on_paper(items: Sequence[Item], asked: Mapping[int, Lettered]) -> tuple[PaperPart, ...]:
    """Every part of a quiz; `asked` has the question of each place (from 1) that asks one."""
    last = max((place for place, item in enumerate(items, start=1) if item.block is Block.MEASURE_POST), default=0)
    return tuple(
        PaperPart(place, item, asked.get(place), _when(item.block, is_last=0 < last < place))
        for place, item in enumerate(items, start=1)
    )


def parts_of(version: QuizVersion) -> tuple[PaperPart, ...]:
    """Every part of a version, for whoever takes it from a sheet: the letters are the same on every sheet."""
    items = version.plan()
    found = fetched(item.version for item in items if item.version)
    asked = {
        place: with_letters(found[item.version], f"blad {item.version}")
        for place, item in enumerate(items, start=1)
        if item.version
    }
    return parts_on_paper(items, asked)


def _when(block: Block, *, is_last: bool) -> str:
    """When a part comes; what follows the measuring afterwards is no longer in the lesson itself."""
    if is_last:
        return LAST
    return {Block.MEASURE_PRE: BEFORE, Block.MEASURE_POST: AFTER}.get(block, DURING)


def sections_of(parts: Sequence[PaperPart]) -> tuple[Section, ...]:
    """What is asked, in sections."""
    made: list[Section] = []
    for part in parts:
        if not part.lettered:
            continue
        if made and made[-1].when == part.when:
            made[-1] = Section(part.when, (*made[-1].parts, part))
        else:
            made.append(Section(part.when, (part,)))
    return tuple(made)


@dataclass(frozen=True)
class KeyEntry:
    """One question in the answer key. `places` are all the places where it is asked, before and after."""

    places: tuple[int, ...]
    lettered: Lettered
    is_vote: bool


def key_of(parts: Sequence[PaperPart]) -> tuple[KeyEntry, ...]:
    """Every question once, with what is right."""
    places: dict[int, list[PaperPart]] = {}
    for part in parts:
        if part.lettered:
            places.setdefault(part.item.version or 0, []).append(part)
    return tuple(
        KeyEntry(tuple(part.place for part in same), same[0].lettered, same[0].is_vote)
        for same in places.values()
        if same[0].lettered
    )
