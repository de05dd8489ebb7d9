"""Which question a row is about, and when and among whom it was asked: before anything was explained, or again after.

What is asked once, with its explanation right behind it, has no moment.
"""

from dataclasses import dataclass

from campagne.quiz.questions.plan import Block

ORDER = (Block.PRACTICE, Block.MEASURE_PRE, Block.MEASURE_POST)
BEFORE_AND_AFTER = (
    "‘Vóór’ is wat mensen antwoordden voordat er iets was uitgelegd. ‘Na’ is dezelfde vraag aan het eind, nog een keer."
)
_ALONE = {Block.MEASURE_PRE: "vóór de uitleg", Block.MEASURE_POST: "na de uitleg"}
_IN_GROUPS = {Block.MEASURE_PRE: "vóór de les", Block.MEASURE_POST: "na de les"}


@dataclass(frozen=True)
class Asked:
    """`series` tells questions apart. Without `groups` it is about who came alone; `option` is what they chose."""

    series: int
    stem: str
    block: Block | None = None
    groups: int | None = None
    option: str = ""

    @property
    def when(self) -> str:
        """The moment as it stands in a sentence; empty where it was asked once."""
        moments = _ALONE if self.groups is None else _IN_GROUPS
        return moments.get(self.block, "") if self.block else ""

    @property
    def whom(self) -> str:
        return "" if self.groups is None else in_groups(self.groups)

    @property
    def subject(self) -> str:
        """The moment stands first: what is cut to fit loses its end."""
        moment = f"{upper_first(self.when)}: " if self.when else ""
        option = f" {self.option}" if self.option else ""
        return f"{moment}{self.stem}{option}" + (f" ({self.whom})" if self.whom else "")

    @property
    def place(self) -> int:
        """Where it comes in a list of the same question."""
        return ORDER.index(self.block) if self.block in ORDER else 0

    @property
    def is_of_groups(self) -> bool:
        return self.groups is not None

    @property
    def is_before(self) -> bool:
        return self.block is Block.MEASURE_PRE

    @property
    def is_after(self) -> bool:
        return self.block is Block.MEASURE_POST

    def introduced(self, what: str) -> str:
        """Say what this question is, with whom and when: "De moeilijkste vraag, in 6 groepen, vóór de les"."""
        return ", ".join(part for part in (what, self.whom, self.when) if part)


def in_groups(count: int) -> str:
    return f"in {count} {'groep' if count == 1 else 'groepen'}"


def upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]
