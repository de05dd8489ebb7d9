"""Do two texts say the same, but for slips of the pen? And which words came and went? Without a database."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A number stays whole: 1,5 is not 15, and a phone number has no typing errors.
WORD = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d]+|[^\w\s]")
PIECE = re.compile(r"\s+|\w+|[^\w\s]")
LETTERS_FOR_A_SLIP = 5
# The share of a text that must stay before single words are pointed at.
ENOUGH_TO_FOLLOW = 0.6
# One letter makes the opposite: ergens and nergens, iemand and niemand, ooit and nooit.
TURNING = frozenset(
    [
        *("geen", "niet", "niets", "nooit", "nergens", "niemand", "zonder"),
        *("wel", "iets", "ooit", "ergens", "iemand", "altijd", "alleen"),
    ]
)


def plain(text: str) -> tuple[str, ...]:
    """The words, numbers and symbols of a text, without capitals, accents and punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return tuple(filter(_has_meaning, WORD.findall(unicodedata.normalize("NFKC", bare))))


def _has_meaning(word: str) -> bool:
    """Tell whether it is no punctuation: a euro, a per cent sign or a thumb is a word too."""
    return word[0].isalnum() or word == "%" or unicodedata.category(word[0]).startswith("S")


def is_the_same_text(one: str, other: str) -> bool:
    """Tell whether only punctuation, capitals, spaces or slips of the pen differ.

    A slip is one letter more, fewer or other, or two that changed places, in a word of at least five letters that is
    no number and does not turn the meaning. A text without words is the same only as exactly itself.
    """
    left, right = plain(one), plain(other)
    if not left or not right:
        return one.split() == other.split()
    if left == right:
        return True
    if _glued(left) == _glued(right):
        return _fixed(left) == _fixed(right)
    return len(left) == len(right) and all(map(_is_slip, left, right))


def _glued(words: tuple[str, ...]) -> str:
    return "".join(words)


def _fixed(words: tuple[str, ...]) -> list[str]:
    """The words in which no slip is possible."""
    return [word for word in words if word in TURNING or not word[0].isalpha()]


def _is_slip(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < LETTERS_FOR_A_SLIP or _fixed((one, other)) or len(long) - len(short) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest, more = short[start:], long[start:]
    if len(short) < len(long):
        return rest == more[1:]
    return rest[1:] == more[1:] or (rest[:2] == more[1::-1] and rest[2:] == more[2:])


class Mark(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    mark: Mark
    text: str

    @property
    def is_plain(self) -> bool:
        """Tell whether there is nothing to point at: it stayed, or it is only white space."""
        return self.mark is Mark.SAME or not self.text.strip()


def pieces_between(before: str, after: str) -> tuple[Piece, ...]:
    """Show how one text became the other, word by word, or as a whole if little of it stayed.

    What is not new makes the text before, what is not gone the text after.
    """
    old, new = PIECE.findall(before), PIECE.findall(after)
    compared = SequenceMatcher(None, old, new, autojunk=False)
    if compared.ratio() < ENOUGH_TO_FOLLOW:
        return replaced(before, after)
    found: list[Piece] = []
    for what, a, b, c, d in compared.get_opcodes():
        if what == "equal":
            found.append(Piece(Mark.SAME, "".join(old[a:b])))
            continue
        found += [Piece(Mark.GONE, "".join(old[a:b]))] if b > a else []
        found += [Piece(Mark.NEW, "".join(new[c:d]))] if d > c else []
    return tuple(found)


def replaced(before: str, after: str) -> tuple[Piece, ...]:
    """Show that one text made way for another."""
    both = (Piece(Mark.GONE, before), Piece(Mark.NEW, after))
    return tuple(piece for piece in both if piece.text)
