"""Per cent for an answer, which other programs give, and right or not right, which is all that we know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from campagne.quiz.exchange.item import Choice, Item, ItemKind

FULL, NONE = 100.0, 0.0
SLACK = 0.01
MEANS_NOTHING_LESS = frozenset({NONE, -FULL})


@dataclass(frozen=True)
class Weighted:
    """One answer with what choosing it earns, in per cent; below zero it costs."""

    text: str
    weight: float
    feedback: str = ""


def weights_of(item: Item) -> list[float]:
    """What the answers earn in a program that adds them up, so that only exactly the right ones earn it all."""
    if item.kind is not ItemKind.MULTIPLE:
        return [FULL if choice.is_right else NONE for choice in item.choices]
    right = sum(choice.is_right for choice in item.choices)
    return [round(FULL / right, 5) if choice.is_right else -FULL for choice in item.choices]


def written(weight: float) -> str:
    """Write a weight as Moodle knows it: with at most five decimals."""
    return f"{weight:.5f}".rstrip("0").rstrip(".")


def choices_of(weighted: Sequence[Weighted], kind: ItemKind) -> tuple[tuple[Choice, ...], tuple[str, ...]]:
    """Tell which answers are right, and what of their weights is lost."""
    if kind is ItemKind.MULTIPLE:
        right = [answer.weight > SLACK for answer in weighted]
        notes = _lost_of_multiple(weighted, right)
    else:
        right = [answer.weight >= FULL - SLACK for answer in weighted]
        notes = _lost_of_single(weighted, right)
    choices = tuple(
        Choice(answer.text, is_right, answer.feedback) for answer, is_right in zip(weighted, right, strict=True)
    )
    if not any(right):
        notes.append("Geen enkel antwoord is goed. Vink het goede antwoord aan.")
    return choices, tuple(notes)


def _lost_of_multiple(weighted: Sequence[Weighted], right: Sequence[bool]) -> list[str]:
    fair = FULL / max(sum(right), 1)
    odd = [
        answer.weight
        for answer, is_right in zip(weighted, right, strict=True)
        if (abs(answer.weight - fair) > SLACK if is_right else answer.weight not in MEANS_NOTHING_LESS)
    ]
    if not odd:
        return []
    return [
        f"Gewichten gaan verloren ({_listed(odd)}). Bij ons is het goed als iemand precies de goede antwoorden kiest."
    ]


def _lost_of_single(weighted: Sequence[Weighted], right: Sequence[bool]) -> list[str]:
    notes = []
    if odd := [answer.weight for answer in weighted if answer.weight < FULL - SLACK and answer.weight != NONE]:
        notes.append(f"Een antwoord dat deels telt, kennen wij niet ({_listed(odd)}). Het staat nu op niet goed.")
    if 1 < sum(right) < len(right):
        notes.append("Meer dan één antwoord is helemaal goed. Kies er één, of maak er ‘meer antwoorden goed’ van.")
    return notes


def _listed(weights: Iterable[float]) -> str:
    return ", ".join(f"{weight:g} %".replace(".", ",").replace("-", "−") for weight in weights)
