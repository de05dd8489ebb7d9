"""Moodle XML, written: every text is plain, so that nothing in it is taken for HTML. Without a database.

https://docs.moodle.org/en/Moodle_XML_format, and what `question/format/xml/format.php` of Moodle writes.
"""

from collections.abc import Iterable, Iterator
from html import escape

from campagne.quiz.exchange.item import Choice, Item, ItemKind
from campagne.quiz.exchange.weights import weights_of, written

PLAIN, TRUTHS = "plain_text", ("true", "false")
TYPES = {
    ItemKind.TRUE_FALSE: "truefalse",
    ItemKind.SINGLE: "multichoice",
    ItemKind.MULTIPLE: "multichoice",
    ItemKind.ORDER: "ordering",
}
ORDERING = {
    "layouttype": "VERTICAL",
    "selecttype": "ALL",
    "selectcount": "0",
    "gradingtype": "ABSOLUTE_POSITION",
    "showgrading": "SHOW",
    "numberingstyle": "none",
}


def write(items: Iterable[Item]) -> str:
    """Write questions, each under its category."""
    pieces, category = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"], ""
    for item in items:
        if item.category != category:
            pieces.append(_category(item.category))
            category = item.category
        pieces.append(f'<question type="{TYPES[item.kind]}">')
        pieces += _question(item)
        pieces.append("</question>")
    return "\n".join([*pieces, "</quiz>", ""])


def _category(category: str) -> str:
    return f'<question type="category"><category>{_text(category)}</category></question>'


def _question(item: Item) -> Iterator[str]:
    yield f"<name>{_text(item.title)}</name>"
    yield f'<questiontext format="{PLAIN}">{_text(item.stem)}</questiontext>'
    yield f'<generalfeedback format="{PLAIN}">{_text(item.feedback)}</generalfeedback>'
    yield "<defaultgrade>1</defaultgrade>"
    yield f"<penalty>{'1' if item.kind is ItemKind.TRUE_FALSE else '0.3333333'}</penalty>"
    yield "<hidden>0</hidden>"
    if item.kind in {ItemKind.SINGLE, ItemKind.MULTIPLE}:
        yield f"<single>{'true' if item.kind is ItemKind.SINGLE else 'false'}</single>"
        yield "<shuffleanswers>false</shuffleanswers>"
        yield "<answernumbering>none</answernumbering>"
    elif item.kind is ItemKind.ORDER:
        yield from (f"<{name}>{value}</{name}>" for name, value in ORDERING.items())
    texts = TRUTHS if item.kind is ItemKind.TRUE_FALSE else [choice.text for choice in item.choices]
    for choice, fraction, text in zip(item.choices, _fractions(item), texts, strict=True):
        yield _answer(choice, fraction, text)


def _fractions(item: Item) -> list[str]:
    """What an answer earns; in an order its place."""
    if item.kind is ItemKind.ORDER:
        return [str(place) for place in range(1, len(item.choices) + 1)]
    return [written(weight) for weight in weights_of(item)]


def _answer(choice: Choice, fraction: str, text: str) -> str:
    feedback = f'<feedback format="{PLAIN}">{_text(choice.feedback)}</feedback>'
    return f'<answer fraction="{fraction}" format="{PLAIN}">{_text(text)}{feedback}</answer>'


def _text(text: str) -> str:
    return f"<text>{escape(text, quote=False)}</text>"
