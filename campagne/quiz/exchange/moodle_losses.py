"""What a question of Moodle holds besides its texts and answers, and is not carried. Without a database."""

from collections.abc import Iterator

from campagne.quiz.exchange.item import clean_line, shortened
from campagne.sheets.xml_file import Element

USUAL_PENALTIES = frozenset({"", "0", "1", "0.0000000", "1.0000000", "0.3333333", "0.1000000"})
COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
USUAL_FEEDBACK = frozenset(
    [
        *("your answer is correct.", "your answer is partially correct.", "your answer is incorrect."),
        *("je antwoord is juist.", "je antwoord is gedeeltelijk juist.", "je antwoord is onjuist."),
        *("je antwoord is correct.", "je antwoord is gedeeltelijk correct.", "je antwoord is niet correct."),
    ]
)


def lost_settings(element: Element) -> Iterator[str]:
    """Name the settings, files, hints and tags of a question that have no place here."""
    told = {each.name: clean_line(_text(each)) for each in element.children}
    if files := [each for each in _all(element) if each.name == "file"]:
        names = ", ".join(shortened(each.attributes.get("name", "zonder naam"), 40) for each in files[:5])
        yield f"Beelden en bestanden gaan niet mee ({names}). Voeg ze zelf toe."
    if told.get("penalty", "") not in USUAL_PENALTIES:
        yield f"Aftrek bij nog een keer proberen gaat niet mee ({told['penalty']})."
    if _number(told.get("defaultgrade", "1")) != 1:
        yield f"Punten gaan niet mee ({told['defaultgrade']}). Bij ons telt elke vraag één keer."
    if hints := [each for each in element.children if each.name == "hint" and _text(each).strip()]:
        yield f"Hints gaan niet mee ({len(hints)})."
    if tags := [clean_line(_text(tag)) for each in element.children if each.name == "tags" for tag in each.children]:
        yield f"Kenmerken gaan niet mee: {shortened(', '.join(tags), 120)}."
    if any(_plain(told.get(name, "")) not in USUAL_FEEDBACK | {""} for name in COMBINED):
        yield "De vaste tekst bij goed, deels goed of fout gaat niet mee."
    if told.get("idnumber"):
        yield f"Het nummer van de vraag gaat niet mee ({shortened(told['idnumber'], 40)})."
    if told.get("hidden") == "1":
        yield "De vraag was in Moodle verborgen. Hier is ze een gewoon concept."


def _text(element: Element) -> str:
    return next((each.text for each in element.children if each.name == "text"), element.text)


def _plain(html: str) -> str:
    return html.replace("<p>", "").replace("</p>", "").strip().casefold()


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1


def _all(element: Element) -> Iterator[Element]:
    for each in element.children:
        yield each
        yield from _all(each)
