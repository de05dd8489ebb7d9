"""The script of a session: its steps in order, and for each what the presenter does. No database.

The lesson stands where the teaching begins: after what is measured before, or else at the start.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil

from campagne.quiz.questions.plan import Block, Item

SLOW = 1.7
"""How many times as long a group of people who read with difficulty takes. Source: LEARNED, Weiss et al. (2006)."""


class Kind(StrEnum):
    """What a step is."""

    WELCOME = "welcome"
    LESSON = "lesson"
    TOLD = "told"
    QUESTION = "question"
    LOOK_BACK = "look_back"
    END = "end"


@dataclass(frozen=True)
class Guidance:
    """What the presenter reads at a step: what it is for, what to say, what to look out for; `minutes` at ease."""

    aim: str = ""
    say: str = ""
    pitfalls: str = ""
    minutes: int = 0


@dataclass(frozen=True)
class LessonPart:
    """One step of a module: its title, and what stands there for the presenter."""

    title: str
    guidance: Guidance = Guidance()


@dataclass(frozen=True)
class Step:
    """One step of a session. `place` is the part of the quiz, `lesson` the step of the module; both from 1."""

    kind: Kind
    title: str
    guidance: Guidance = field(default_factory=Guidance)
    place: int | None = None
    lesson: int | None = None
    block: Block | None = None

    @property
    def asks(self) -> bool:
        return self.kind is Kind.QUESTION

    @property
    def measures(self) -> bool:
        return self.block is not None and self.block.measures

    @property
    def slow_minutes(self) -> int:
        """How long it takes with a group that reads with difficulty."""
        return ceil(self.guidance.minutes * SLOW)


WELCOME = Step(
    Kind.WELCOME,
    "Welkom",
    Guidance(
        aim="Iedereen zit, en wie een tablet heeft, doet mee.",
        say="Welkom. U hoeft geen naam in te vullen. Niemand ziet wat u antwoordt. Ik lees de code een paar keer voor.",
        pitfalls="Lukt meedoen niet? Dan kan het op papier, of met de hand omhoog. Laat de groep niet wachten.",
        minutes=5,
    ),
)
LOOK_BACK = Step(
    Kind.LOOK_BACK,
    "Terugkijken",
    Guidance(
        aim="De groep ziet wat er is geleerd, en hoort bij elke vraag het goede antwoord.",
        say="We kijken samen terug. Bij elke vraag lees ik het goede antwoord voor. Niemand ziet wat u had.",
        pitfalls="Vraag nooit wie iets goed of fout had. Praat over de vraag.",
        minutes=6,
    ),
)
END = Step(
    Kind.END,
    "Afsluiten",
    Guidance(
        aim="Iedereen weet wat hij vandaag al kan doen, en de tablets zijn leeg.",
        say="Wat gaat u thuis als eerste doen? Druk daarna op ‘Klaar, wis alles’.",
        pitfalls="Tel de mensen in de zaal, en vul het aantal in. Geef wie hulp wil de weg naar het IDO of de politie.",
        minutes=5,
    ),
)
ASKED = {
    Block.MEASURE_PRE: Guidance(
        aim="Weten wat de groep nu al weet. Geen toets: er is geen cijfer.",
        say="Ik lees de vraag voor. Kies wat u denkt. ‘Weet ik niet’ is ook een goed antwoord.",
        pitfalls="Zeg nog niet wat goed is, ook niet met uw gezicht. Anders meten we niets.",
        minutes=1,
    ),
    Block.MEASURE_POST: Guidance(
        aim="Zien wat er is geleerd, met dezelfde vragen als aan het begin.",
        say="Deze vraag kent u. Kies wat u nu denkt.",
        pitfalls="Help met het apparaat, niet met het antwoord.",
        minutes=1,
    ),
    Block.PRACTICE: Guidance(
        aim="Oefenen, en samen ontdekken waarom een antwoord klopt.",
        say="Ik lees de vraag voor. Kies wat u denkt. Straks lezen we samen de uitleg.",
        pitfalls="Laat eerst iedereen kiezen, en praat dan.",
        minutes=3,
    ),
    Block.VOTE: Guidance(
        aim="Horen wat de groep zou doen. Er is geen goed of fout.",
        say="Hier is geen goed of fout. Wat zou u doen?",
        pitfalls="Vraag nooit wie wat koos. Niemand hoeft iets te vertellen.",
        minutes=3,
    ),
}
TOLD = {
    Block.INFO: Guidance(aim="Samen lezen.", say="Ik lees het voor. Kijk mee op het scherm.", minutes=2),
    Block.DISCUSS: Guidance(
        aim="Erover praten: wie herkent dit?",
        say="Praat er twee minuten over met wie naast u zit. Daarna horen we een paar antwoorden.",
        pitfalls="Iemand kan zelf slachtoffer zijn. Vraag niet door waar iedereen bij is.",
        minutes=5,
    ),
}


def script_of(lesson: Sequence[LessonPart], parts: Sequence[Item], stems: Sequence[str]) -> tuple[Step, ...]:
    """Put a lesson and the parts of a quiz in the order of a session: looking back follows the last measuring.

    `stems` are the questions, part by part; empty where nothing is asked.
    """
    quiz = [_of_part(number, part, stem) for number, (part, stem) in enumerate(zip(parts, stems, strict=True), 1)]
    taught = [Step(Kind.LESSON, part.title, part.guidance, lesson=number) for number, part in enumerate(lesson, 1)]
    begin, end = _last(quiz, Block.MEASURE_PRE), _last(quiz, Block.MEASURE_POST)
    if not end:
        return (WELCOME, *quiz[:begin], *taught, *quiz[begin:], END)
    return (WELCOME, *quiz[:begin], *taught, *quiz[begin:end], LOOK_BACK, *quiz[end:], END)


def _last(steps: Sequence[Step], block: Block) -> int:
    """The number (from 1) of the last step of a block; 0 when there is none."""
    return max((number for number, step in enumerate(steps, 1) if step.block is block), default=0)


def _of_part(number: int, part: Item, stem: str) -> Step:
    if part.block.asks:
        return Step(Kind.QUESTION, stem, ASKED[part.block], place=number, block=part.block)
    title = part.title or ("Om over te praten" if part.block is Block.DISCUSS else "Samen lezen")
    return Step(Kind.TOLD, title, TOLD[part.block], place=number, block=part.block)


def minutes_of(steps: Iterable[Step]) -> tuple[int, int]:
    """How long these steps take at ease, and with a group that reads with difficulty."""
    listed = list(steps)
    return sum(step.guidance.minutes for step in listed), sum(step.slow_minutes for step in listed)
