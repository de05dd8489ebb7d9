"""GIFT: questions as text, as Moodle reads and writes them. Without a database.

https://docs.moodle.org/en/GIFT_format, and what `question/format/gift/format.php` of Moodle really does.
"""

from collections.abc import Iterable, Iterator

from campagne.quiz.exchange.gift_answers import answers_in
from campagne.quiz.exchange.gift_notation import (
    CATEGORY,
    NAME,
    Part,
    escaped,
    escaped_part,
    hide,
    parts_of,
    read_text,
    seen,
)
from campagne.quiz.exchange.item import Found, Item, ItemKind, clean_line, found_instead, shortened
from campagne.quiz.exchange.weights import weights_of, written

BLANK = "_____"
SPLIT_BY_BLANK_LINE = (
    "Staat er een lege regel tussen de accolades? Haal die weg. Een accolade in een tekst schrijft u als \\{."
)


def write(items: Iterable[Item]) -> str:
    """Write questions, each under its category; every text is plain and on one line."""
    pieces, category = [], ""
    for item in items:
        if item.category != category:
            pieces.append(f"{CATEGORY} {item.category}\n")
            category = item.category
        title = f"{NAME}{escaped(item.title)}{NAME}" if item.title else ""
        pieces.append(f"{title}[plain]{escaped(item.stem)}{{{_written_answers(item)}}}\n")
    return "\n".join(pieces)


def _written_answers(item: Item) -> str:
    general = f"####{escaped_part(item.feedback)}" if item.feedback else ""
    if item.kind is ItemKind.TRUE_FALSE:
        right, wrong = sorted(item.choices, key=lambda choice: not choice.is_right)
        told = "TRUE" if item.choices[0].is_right else "FALSE"
        if wrong.feedback or right.feedback:
            told += f"#{escaped_part(wrong.feedback)}"
        return told + (f"#{escaped_part(right.feedback)}" if right.feedback else "") + general
    if item.kind is ItemKind.ORDER:
        head = f">{len(item.choices)} ALL VERTICAL ABSOLUTE_POSITION SHOW none"
        lines = [head, *(escaped_part(choice.text) for choice in item.choices), general]
    else:
        lines = ["", *(f"\t{line}" for line in _written_choices(item)), general]
    return "\n".join(filter(None, lines[:1])) + "\n".join(["", *filter(None, lines[1:]), ""])


def _written_choices(item: Item) -> Iterator[str]:
    """Write the answers; where one is to be chosen, the first that is right says so."""
    is_single, is_told = item.kind is ItemKind.SINGLE, False
    for choice, weight in zip(item.choices, weights_of(item), strict=True):
        if is_single and choice.is_right and not is_told:
            mark, is_told = "=", True
        else:
            mark = f"~%{written(weight)}%" if weight or choice.text.startswith("%") else "~"
        feedback = f"#{escaped_part(choice.feedback)}" if choice.feedback else ""
        yield f"{mark}{escaped_part(choice.text)}{feedback}"


def parse(text: str) -> list[Found]:
    """Read a file: every question in it, or why it is none. What is wrong with one leaves the others alone."""
    return [_found(part) for part in parts_of(text)]


def _found(part: Part) -> Found:
    where = f"Regel {part.number}"
    text, title = part.text, ""
    if text.startswith(NAME) and NAME in text[2:]:
        title, text = text[2:].split(NAME, 1)
        title = clean_line(seen(title))
    start, end = text.find("{"), text.find("}")
    called = title or shortened(seen(text[:start] if start > 0 else text))
    if start == end == -1:
        return Found(where, called, None, ("Dit is een tekst zonder vraag. Zet hem in een onderdeel ‘uitleg’.",))
    if start == -1 or end < start or "{" in text[start + 1 : end] or "{" in text[end:] or "}" in text[end + 1 :]:
        return Found(where, called, None, (_wrong_braces(part, text),))
    stem, after = text[:start].strip(), text[end + 1 :].strip()
    if after:
        stem = f"{stem} {BLANK} {after}" if after[0].isalnum() else f"{stem} {BLANK}{after}"
    stem, lost, text_format = read_text(stem, "moodle")
    kind, choices, feedback, notes = answers_in(text[start + 1 : end], text_format, part.number)
    if kind is None or not stem:
        empty = found_instead(where, "geen vraag", "een vraag voor de eerste accolade", "Schrijf de vraag erbij.")
        return Found(where, called, None, notes if kind is None else (empty,))
    item = Item(kind, stem, choices, title, part.category, feedback)
    return Found(where, called, item, tuple(dict.fromkeys([*lost, *notes, *_lost_tags(part)])))


def _wrong_braces(part: Part, text: str) -> str:
    found = f"{text.count('{')} keer {{ en {text.count('}')} keer }}"
    return found_instead(f"Regel {_line_of_wrong_brace(part)}", found, "één { met daarna één }", SPLIT_BY_BLANK_LINE)


def _line_of_wrong_brace(part: Part) -> int:
    """The line of the first brace that cannot stand there, or of the last one if only its other half is missing."""
    met, last = "", part.number
    for number, line in zip(part.numbers, part.lines, strict=True):
        for brace in filter("{}".__contains__, hide(line)):
            met, last = met + brace, number
            if met not in {"{", "{}"}:
                return number
    return last


def _lost_tags(part: Part) -> list[str]:
    return [f"Kenmerken gaan niet mee: {', '.join(part.tags)}."] if part.tags else []
