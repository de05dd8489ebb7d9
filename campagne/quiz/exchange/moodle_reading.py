"""Moodle XML, read: from elements that the checked door handed over. Without a database."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from campagne.quiz.exchange.html_text import text_in
from campagne.quiz.exchange.item import (
    FALSE,
    TRUE,
    Choice,
    Found,
    Item,
    ItemKind,
    clean_line,
    found_instead,
    shortened,
    too_many,
)
from campagne.quiz.exchange.moodle_losses import lost_settings
from campagne.quiz.exchange.weights import Weighted, choices_of
from campagne.sheets.unreadable import Unreadable
from campagne.sheets.xml_file import Element

ADVICE = "Maak er een vraag met antwoorden om uit te kiezen van."
NOT_CARRIED = {
    "numerical": f"Een vraag naar een getal kennen wij niet. {ADVICE}",
    "shortanswer": f"Een vraag waarbij iemand het antwoord typt, kennen wij niet. {ADVICE}",
    "essay": f"Een open vraag kennen wij niet. {ADVICE}",
    "cloze": f"Een tekst met gaten kennen wij niet. {ADVICE}",
    "gapselect": f"Een tekst met gaten kennen wij niet. {ADVICE}",
    "ddwtos": f"Een tekst met gaten kennen wij niet. {ADVICE}",
    "matching": "Een vraag waarbij iemand tweetallen maakt, kennen wij niet. Maak er een volgorde of losse vragen van.",
    "description": "Dit is een tekst zonder vraag. Zet hem in een onderdeel ‘uitleg’.",
    "calculated": f"Een vraag waarbij iemand rekent, kennen wij niet. {ADVICE}",
    "calculatedmulti": f"Een vraag waarbij iemand rekent, kennen wij niet. {ADVICE}",
    "calculatedsimple": f"Een vraag waarbij iemand rekent, kennen wij niet. {ADVICE}",
    "ddmarker": "Een vraag waarbij iemand iets op een beeld legt, kennen wij niet.",
    "ddimageortext": "Een vraag waarbij iemand iets op een beeld legt, kennen wij niet.",
    "randomsamatch": "Een vraag waarbij iemand tweetallen maakt, kennen wij niet.",
}
KNOWN = "truefalse, multichoice of ordering"


@dataclass
class _Texts:
    """Reads texts, and remembers what was lost of them."""

    lost: list[str] = field(default_factory=list)

    def of(self, element: Element | None) -> str:
        if element is None:
            return ""
        inner = child(element, "text")
        written = (inner if inner is not None else element).text
        text, lost = text_in(written, element.attributes.get("format", "html"))
        self.lost += lost
        return text


def child(element: Element, name: str) -> Element | None:
    return next((each for each in element.children if each.name == name), None)


def plain(element: Element, name: str) -> str:
    found = child(element, name)
    if found is None:
        return ""
    inner = child(found, "text")
    return clean_line((inner if inner is not None else found).text)


def parse(root: Element) -> list[Found]:
    """Read every question below the root, or say why it is none. Raises Unreadable for other XML."""
    if root.name != "quiz":
        raise Unreadable(
            f"Dit bestand begint met ‘{shortened(root.name, 30)}’.",
            "Verwacht: Moodle XML, dat begint met ‘quiz’.",
            "Exporteer de vragen in Moodle als Moodle XML.",
        )
    return list(_every(root))


def _every(root: Element) -> Iterator[Found]:
    category, number = "", 0
    for element in root.children:
        if element.name != "question":
            continue
        if element.attributes.get("type") == "category":
            category = plain(element, "category")
            continue
        number += 1
        yield _found(element, f"Vraag {number}", category)


def _found(element: Element, where: str, category: str) -> Found:
    texts, title, kind = _Texts(), plain(element, "name"), element.attributes.get("type", "")
    stem = texts.of(child(element, "questiontext"))
    title_or_stem = title or shortened(stem)
    if kind in NOT_CARRIED:
        return Found(where, title_or_stem, None, (NOT_CARRIED[kind],))
    if kind not in {"truefalse", "multichoice", "ordering"}:
        why = found_instead(where, f"de soort ‘{shortened(kind, 30)}’", KNOWN, ADVICE)
        return Found(where, title_or_stem, None, (why,))
    if why := too_many(sum(each.name == "answer" for each in element.children)):
        return Found(where, title_or_stem, None, (why,))
    feedback = texts.of(child(element, "generalfeedback"))
    item_kind, choices, notes = _choices(element, kind, texts)
    if not stem or len(choices) < 2 or not all(choice.text for choice in choices):
        lacking = "een vraag zonder tekst" if not stem else "minder dan twee antwoorden met tekst"
        why = found_instead(where, lacking, "een vraag met minstens twee antwoorden", "Vul aan in Moodle.")
        return Found(where, title_or_stem, None, (why,))
    item = Item(item_kind, stem, choices, title, category, feedback)
    return Found(where, title_or_stem, item, tuple(dict.fromkeys([*texts.lost, *notes, *lost_settings(element)])))


def _choices(element: Element, kind: str, texts: _Texts) -> tuple[ItemKind, tuple[Choice, ...], tuple[str, ...]]:
    answers = [each for each in element.children if each.name == "answer"]
    if kind == "ordering":
        answers.sort(key=_fraction)
        said = tuple(Choice(texts.of(answer)) for answer in answers)
        has_feedback = any(texts.of(child(answer, "feedback")) for answer in answers)
        return ItemKind.ORDER, said, ("Uitleg per onderdeel van een volgorde gaat niet mee.",) if has_feedback else ()
    weighted = [
        Weighted(texts.of(answer), _fraction(answer), texts.of(child(answer, "feedback"))) for answer in answers
    ]
    if kind == "truefalse":
        weighted = _as_truths(weighted)
        return ItemKind.TRUE_FALSE, *choices_of(weighted, ItemKind.TRUE_FALSE)
    item_kind = ItemKind.MULTIPLE if plain(element, "single") in {"false", "0"} else ItemKind.SINGLE
    return item_kind, *choices_of(weighted, item_kind)


def _as_truths(weighted: list[Weighted]) -> list[Weighted]:
    """True first, in Dutch; whatever else it may hold is no answer."""
    names = {"true": TRUE, "false": FALSE}
    known = {answer.text: answer for answer in weighted if answer.text in names}
    return [Weighted(dutch, known[name].weight, known[name].feedback) for name, dutch in names.items() if name in known]


def _fraction(answer: Element) -> float:
    try:
        fraction = float(answer.attributes.get("fraction", "0"))
    except ValueError:
        return 0.0
    return fraction if abs(fraction) < 1_000_000 else 0.0
