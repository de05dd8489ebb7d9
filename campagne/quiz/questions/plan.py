"""The plan of a quiz: what each part of it is for, what an editor may put together, and what people then take."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise


class Block(StrEnum):
    """What a part is for. Before and after ask the same questions; what comes between teaches."""

    INFO = "info"
    PRACTICE = "practice"
    MEASURE_PRE = "measure_pre"
    MEASURE_POST = "measure_post"
    DISCUSS = "discuss"
    VOTE = "vote"

    @property
    def asks(self) -> bool:
        """Tell whether it is answered; the others are read or talked about."""
        return self in ASKING

    @property
    def measures(self) -> bool:
        """Tell whether nothing may be revealed about it before the measuring is over."""
        return self in MEASURING

    @property
    def has_question(self) -> bool:
        """Tell whether an editor chooses a question for it; what is asked again has none of its own."""
        return self.asks and self is not Block.MEASURE_POST

    @property
    def is_in_score(self) -> bool:
        """Tell whether it is in what somebody had right at the end; what is asked twice is in it once, afterwards."""
        return self in {Block.PRACTICE, Block.MEASURE_POST}


ASKING = frozenset({Block.PRACTICE, Block.MEASURE_PRE, Block.MEASURE_POST, Block.VOTE})
MEASURING = frozenset({Block.MEASURE_PRE, Block.MEASURE_POST})

NOTHING_TO_REPEAT = "Er staat geen meetvraag boven. Zet de meetvragen erboven, of haal dit onderdeel weg."
REPEATED_TWICE = "De meetvragen staan er al een keer achteraf in. Haal er een weg."
NOTHING_BETWEEN = (
    "Zet hier uitleg of een oefenvraag voor. Anders krijgt iemand twee keer achter elkaar dezelfde vragen."
)
NEVER_REPEATED = (
    "Zet na de uitleg ook ‘dezelfde meetvragen nog een keer’. "
    "Anders valt er niets te vergelijken, en ziet niemand wat goed was."
)
APART = "Zet de meetvragen bij elkaar. Wat ertussen staat, verandert de meting."
MEASURED_ELSEWHERE = "Deze vraag is ook een meetvraag. Na het oefenen is het antwoord bekend. Kies een andere vraag."
ASKED_TWICE = "Deze vraag staat er twee keer in. Haal er een weg."


@dataclass(frozen=True)
class Part:
    """One part as an editor puts it together; `question` tells questions apart, and is None where there is none."""

    block: Block
    question: int | None = None


@dataclass(frozen=True)
class Problem:
    """What is wrong with a plan, at which of its parts (from 0) and at which field of that."""

    place: int
    field: str
    text: str


def problems_of(parts: Sequence[Part]) -> list[Problem]:
    """Say what must be put right before people can take this plan; a part on its own is taken to be whole."""
    return [*_problems_of_order([part.block for part in parts]), *_problems_of_questions(parts)]


def _problems_of_order(blocks: Sequence[Block]) -> Iterator[Problem]:
    before = [place for place, block in enumerate(blocks) if block is Block.MEASURE_PRE]
    after = [place for place, block in enumerate(blocks) if block is Block.MEASURE_POST]
    yield from (Problem(place, "block", REPEATED_TWICE) for place in after[1:])
    yield from (Problem(there, "block", APART) for here, there in pairwise(before) if there > here + 1)
    if after and (not before or after[0] < before[-1]):
        yield Problem(after[0], "block", NOTHING_TO_REPEAT)
    elif after and after[0] == before[-1] + 1:
        yield Problem(after[0], "block", NOTHING_BETWEEN)
    elif before and not after:
        yield Problem(before[-1], "block", NEVER_REPEATED)


def _problems_of_questions(parts: Sequence[Part]) -> Iterator[Problem]:
    measured = {part.question for part in parts if part.block is Block.MEASURE_PRE}
    seen = set()
    for place, part in enumerate(parts):
        if part.question is None:
            continue
        if part.question in measured and part.block is not Block.MEASURE_PRE:
            yield Problem(place, "question", MEASURED_ELSEWHERE)
        elif part.question in seen:
            yield Problem(place, "question", ASKED_TWICE)
        seen.add(part.question)


@dataclass(frozen=True)
class Item:
    """One thing that people get: a version of a question, or something to read."""

    block: Block
    version: int | None = None
    title: str = ""
    text: str = ""


def unfolded(items: Iterable[Item]) -> list[Item]:
    """Put the questions that were measured in the place of the part that asks them again."""
    listed = list(items)
    again = [replace(item, block=Block.MEASURE_POST) for item in listed if item.block is Block.MEASURE_PRE]
    return [made for item in listed for made in (again if item.block is Block.MEASURE_POST else [item])]
