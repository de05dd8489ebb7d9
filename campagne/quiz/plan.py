"""The plan of a quiz: what each part of it is for, without a database."""

from enum import StrEnum


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


ASKING = frozenset({Block.PRACTICE, Block.MEASURE_PRE, Block.MEASURE_POST, Block.VOTE})
MEASURING = frozenset({Block.MEASURE_PRE, Block.MEASURE_POST})
