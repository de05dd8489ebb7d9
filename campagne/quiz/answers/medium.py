"""On what somebody answered: a screen, or paper that was typed in afterwards."""

from enum import StrEnum


class Medium(StrEnum):
    SCREEN = "screen"
    PAPER = "paper"
