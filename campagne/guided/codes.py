"""Codes that are said aloud and typed in: of a session, of a seat card, of a presenter's card. No database, no clock.

In a room "zeven" is heard as "negen", "dubbel vier" becomes one four, and in Dutch 34 is said back to front. So there
is no 7, no digit three times in a row, and a code is said in pairs, digit by digit: "drie vier, acht een, vijf twee".
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product

DIGITS = "012345689"
LENGTH = 6
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""For what is only typed and never said: no I and 1, no O and 0."""
SECRET_LENGTH = 12
SPOKEN = {
    "0": "nul",
    "1": "een",
    "2": "twee",
    "3": "drie",
    "4": "vier",
    "5": "vijf",
    "6": "zes",
    "8": "acht",
    "9": "negen",
}
# The table of Damm (2004): with its check digit no single mistake and no two digits swapped give another valid number.
DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
SEAT_LENGTH = 5

Draw = Callable[[int], int]
"""Gives a random number from 0 up to its argument: `secrets.randbelow`."""


def reads_well(code: str) -> bool:
    """Tell whether a session may have this code."""
    digits = [int(digit) for digit in code]
    steps = {after - before for before, after in pairwise(digits)}
    is_in_threes = any(one == two == three for one, two, three in zip(code, code[1:], code[2:], strict=False))
    return set(code) <= set(DIGITS) and code[0] != "0" and not is_in_threes and steps not in ({1}, {-1})


def every_code() -> Iterator[str]:
    """Every code that a session may have."""
    return (code for digits in product(DIGITS, repeat=LENGTH) if reads_well(code := "".join(digits)))


def new_code(draw: Draw) -> str:
    """Draw a code for a session."""
    while not reads_well(code := drawn(DIGITS, LENGTH, draw)):
        pass
    return code


def drawn(alphabet: str, length: int, draw: Draw) -> str:
    return "".join(alphabet[draw(len(alphabet))] for _ in range(length))


def typed_code(text: str) -> str | None:
    """Read a code as people type it, with spaces, dots or dashes; None if it is not six digits."""
    digits = "".join(sign for sign in text if not (sign.isspace() or sign in ".-–—,"))
    return digits if len(digits) == LENGTH and digits.isascii() and digits.isdigit() else None


def in_pairs(code: str) -> tuple[str, ...]:
    return tuple(code[start : start + 2] for start in range(0, len(code), 2))


def spoken(code: str) -> str:
    """Write a code as it is said: "drie vier, acht een, vijf twee"."""
    return ", ".join(" ".join(SPOKEN.get(digit, digit) for digit in pair) for pair in in_pairs(code))


def new_secret(draw: Draw) -> str:
    """Draw the secret of a presenter's card, or the key in a QR code: 32 signs to the power of twelve."""
    return drawn(LETTERS, SECRET_LENGTH, draw)


def in_fours(secret: str) -> str:
    return "-".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def typed_secret(text: str) -> str | None:
    """Read a secret as it is typed, in capitals or not, with dashes or without; None if it cannot be one."""
    signs = "".join(sign for sign in text.upper() if not (sign.isspace() or sign in ".-–—"))
    return signs if len(signs) == SECRET_LENGTH and set(signs) <= set(LETTERS) else None


def seat_number(digits: str) -> str:
    """Put the check digit behind the four digits of a seat card."""
    return digits + str(_damm(digits))


def is_seat_number(text: str) -> bool:
    """Tell whether this can be on a seat card: a slip of the finger never gives the number of somebody else."""
    return len(text) == SEAT_LENGTH and text.isascii() and text.isdigit() and _damm(text) == 0


def new_seat_numbers(many: int, draw: Draw, taken: Sequence[str] = ()) -> list[str]:
    """Draw different numbers for the seat cards of one session. Raises ValueError if there are not that many."""
    if many + len(taken) > 10 ** (SEAT_LENGTH - 1) // 2:
        raise ValueError(f"{many} seat cards beside {len(taken)}; expected at most {10 ** (SEAT_LENGTH - 1) // 2}")
    known, made = set(taken), list[str]()
    while len(made) < many:
        number = seat_number(drawn("0123456789", SEAT_LENGTH - 1, draw))
        if number not in known:
            known.add(number)
            made.append(number)
    return made


def _damm(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = DAMM[interim][int(digit)]
    return interim


def chance_of_a_hit(guesses: int, open_sessions: int, codes: int) -> float:
    """The chance that so many guesses find one of the open sessions, each guess another code of all there are."""
    missed = 1.0
    for guess in range(guesses):
        missed *= max(0.0, 1 - open_sessions / (codes - guess))
    return 1 - missed
