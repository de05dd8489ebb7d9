"""What somebody answered, as a few bytes that fit in an address; and what still holds when the questions changed.

An answer travels with a mark of its question's words. Change the words and the mark differs, so an old answer is
never taken for an answer to something else. Case, spaces and punctuation do not count as words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256

MOST_QUESTIONS = 10
MARK_BITS, ANSWER_BITS = 22, 2
BYTES_EACH = (MARK_BITS + ANSWER_BITS) // 8
VERSION_BYTES = 2


class Answer(Enum):
    """What can be said to "is this arranged?"; the value is what is written in the bytes."""

    YES = 0
    NO = 1
    UNKNOWN = 2
    NOT_FOR_ME = 3

    @property
    def is_done(self) -> bool:
        """Who does not know is helped as if it was not done."""
        return self in {Answer.YES, Answer.NOT_FOR_ME}


@dataclass(frozen=True)
class Answers:
    """Answers by the mark of their question, and the version of the questions they were given to."""

    version: int
    given: Mapping[int, Answer] = field(default_factory=dict)

    def with_answer(self, mark: int, answer: Answer, marks: Sequence[int]) -> "Answers":
        """The answers with one more, or another one, as given to the questions of now."""
        kept = {each: told for each, told in self.given.items() if each in marks}
        return Answers(version_of(marks), {**kept, mark: answer})


@dataclass(frozen=True)
class Standing:
    """What of some answers holds for the questions of now: how many are lost, and whether anything changed."""

    holding: Mapping[int, Answer]
    lost: int
    has_changed: bool


def mark_of(words: str) -> int:
    """The mark of a question: 22 bits of its letters and digits."""
    letters = "".join(letter for letter in words.casefold() if letter.isalnum())
    return int.from_bytes(sha256(letters.encode()).digest()[:4], "big") >> (32 - MARK_BITS)


def version_of(marks: Iterable[int]) -> int:
    """The version of a set of questions in their order, two bytes made of their marks."""
    told = ",".join(str(mark) for mark in marks)
    return int.from_bytes(sha256(told.encode()).digest()[:VERSION_BYTES], "big")


def standing_of(answers: Answers, marks: Sequence[int]) -> Standing:
    """Hold old answers against the questions of now."""
    holding = {mark: answers.given[mark] for mark in marks if mark in answers.given}
    return Standing(holding, len(answers.given) - len(holding), answers.version != version_of(marks))


def packed(answers: Answers) -> bytes:
    """Write answers as bytes: the version, then three bytes for each answer. Raises ValueError for more than ten."""
    if len(answers.given) > MOST_QUESTIONS:
        raise ValueError(f"{len(answers.given)} answers, at most {MOST_QUESTIONS} expected; leave out old ones")
    each = [(mark << ANSWER_BITS | answer.value).to_bytes(BYTES_EACH, "big") for mark, answer in answers.given.items()]
    return answers.version.to_bytes(VERSION_BYTES, "big") + b"".join(each)


def unpacked(packet: bytes) -> Answers:
    """Read what `packed` wrote. Raises ValueError for anything else."""
    version, rest = packet[:VERSION_BYTES], packet[VERSION_BYTES:]
    if len(version) < VERSION_BYTES or len(rest) % BYTES_EACH or len(rest) > MOST_QUESTIONS * BYTES_EACH:
        raise ValueError(f"{len(packet)} bytes, expected {VERSION_BYTES} and {BYTES_EACH} for each of ≤ 10 answers")
    numbers = [int.from_bytes(rest[at : at + BYTES_EACH], "big") for at in range(0, len(rest), BYTES_EACH)]
    given = {number >> ANSWER_BITS: Answer(number & 3) for number in numbers}
    if len(given) < len(numbers):
        raise ValueError("one question answered twice; expected each once")
    return Answers(int.from_bytes(version, "big"), given)
