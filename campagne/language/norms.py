"""How long sentences may be, for whom.

A2: ten words on average and none over fifteen, as municipalities ask of texts for who reads with difficulty. B1:
fifteen on average; over twenty is long, over twenty-five is too long. Rules of thumb, on which sources agree roughly.
"""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    EASY = "A2"
    PLAIN = "B1"


@dataclass(frozen=True)
class Norm:
    """Words a sentence: at most so many on average; over `long` it is long, and over `hard` too long."""

    name: str
    average: int
    long: int
    hard: int


NORMS = {Level.EASY: Norm("makkelijke taal", 10, 15, 15), Level.PLAIN: Norm("gewone taal", 15, 20, 25)}
