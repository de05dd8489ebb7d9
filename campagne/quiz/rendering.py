"""In which words a question was read: as it was written, or in the easy version of it."""

from enum import StrEnum


class Rendering(StrEnum):
    STANDARD = "standard"
    EASY = "easy"
