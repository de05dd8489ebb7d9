"""One cell of the entry grid: what was typed, read as an answer or refused with a reason. No database.

A letter is an answer, "?" is "weet ik niet", "-" is nothing filled in, and an empty cell was not typed in yet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campagne.quiz.questions.pattern import ALSO, THEN
from campagne.quiz.questions.scoring import Kind, State

DONT_KNOW, NOT_FILLED_IN = "?", "-"
SPECIAL: Mapping[str, str] = {DONT_KNOW: State.DONT_KNOW.value, NOT_FILLED_IN: State.SKIPPED.value}
BETWEEN = " ,;+>.\t"


class Mistyped(Exception):
    """What was found in a cell and what was expected; one Dutch sentence each."""


@dataclass(frozen=True)
class Column:
    """What may be typed in one column: a letter for each option, and `orders`, the option that each stands for."""

    kind: Kind
    orders: tuple[int, ...]

    @property
    def letters(self) -> str:
        return "abcdefghijklmnopqrstuvwxyz"[: len(self.orders)]

    @property
    def most(self) -> int:
        """How many letters are an answer, at most."""
        return 1 if self.kind.takes_one_option else len(self.orders)

    @property
    def expected(self) -> str:
        """What may be typed, in words."""
        if self.kind is Kind.ORDER:
            return f"de letters {_listed(self.letters, 'en')} op volgorde, ? of -"
        if self.kind is Kind.MULTIPLE:
            return f"een of meer van de letters {_listed(self.letters, 'en')}, of ? of -"
        return f"{', '.join(self.letters)}, ? of -"


def pattern_typed(text: str, column: Column) -> str:
    """Read a cell as the pattern of an answer; "" for an empty one. Raises Mistyped."""
    typed = "".join(sign for sign in text.strip().lower() if sign not in BETWEEN)
    if not typed:
        return ""
    if typed in SPECIAL:
        return SPECIAL[typed]
    _check(typed, text, column)
    chosen = [column.orders[column.letters.index(letter)] for letter in typed]
    if column.kind is Kind.ORDER:
        return THEN.join(map(str, chosen))
    return ALSO.join(map(str, sorted(chosen)))


def _check(typed: str, text: str, column: Column) -> None:
    found = f"Er staat ‘{text.strip()}’."
    if strange := [sign for sign in typed if sign not in column.letters]:
        raise Mistyped(f"{found} ‘{strange[0]}’ kan hier niet. Typ {column.expected}.")
    if len(set(typed)) < len(typed):
        raise Mistyped(f"{found} Een letter staat er twee keer. Typ {column.expected}.")
    if len(typed) > column.most:
        raise Mistyped(f"{found} Er is één antwoord. Typ {column.expected}. Twee kruisjes gezet? Typ -.")
    if column.kind is Kind.ORDER and len(typed) < column.most:
        raise Mistyped(f"{found} Er missen letters. Typ {column.expected}. Niet af op het blad? Typ -.")


def typed_from(pattern: str, column: Column) -> str:
    """Write a pattern as it is typed; "" for one that this column cannot have."""
    for sign, state in SPECIAL.items():
        if pattern == state:
            return sign
    between = THEN if THEN in pattern else ALSO
    by_order: Mapping[str, str] = {
        str(order): letter for order, letter in zip(column.orders, column.letters, strict=True)
    }
    found = [by_order.get(place, "") for place in pattern.split(between)]
    if between == ALSO:
        found.sort()
    return "".join(found) if all(found) else ""


def _listed(letters: Sequence[str], word: str) -> str:
    return f"{', '.join(letters[:-1])} {word} {letters[-1]}" if len(letters) > 1 else "".join(letters)
