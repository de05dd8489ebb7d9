"""Taking a quiz as a visitor does: start, answer what is asked, and follow whatever leads on."""

import re
from collections import Counter

from campagne.demo import habits
from campagne.demo.browser import Browser
from campagne.demo.habits import Visitor
from campagne.demo.knowledge import Knowledge
from campagne.demo.markup import Button, Choice, Form, Found, read_page

MOST_SCREENS = 60
DONT_KNOW = re.compile(r"(ik )?weet (ik |het )?niet", re.IGNORECASE)
SKIP = re.compile(r"sla .*over|overslaan", re.IGNORECASE)


def take_quiz(browser: Browser, visitor: Visitor, knowledge: Knowledge, start: Form, path: str) -> Counter[str]:
    """Start the quiz that stands on the page `path`; return what happened. Raises NoAnswer when a screen is missing."""
    happened = Counter({"begonnen quizzen": 1})
    answer = browser.submit(start.action, start.filled(), on=path)
    been = {answer.path}
    for _ in range(MOST_SCREENS):
        found = read_page(answer.html)
        if question := next((form for form in found.forms if form.choices or form.movable), None):
            if visitor.does(habits.STOPS_QUIZ):
                break
            filled = _filled(question, found, visitor, knowledge)
            answer = browser.submit(question.action or answer.path, filled, on=answer.path)
            happened["quizantwoorden"] += 1
        elif closing := found.form_to("/klaar/"):
            answer = browser.submit(closing.action, closing.filled(*closing.buttons[:1]), on=answer.path)
            happened["afgemaakte quizzen"] += 1
        elif measured := found.form_to("/achteraf/"):
            answer = browser.submit(measured.action, measured.filled(*measured.buttons[:1]), on=answer.path)
        elif onward := _onward(found, answer.path, been):
            answer = browser.open(onward, referrer=browser.origin + answer.path)
        else:
            break
        been.add(answer.path)
    return happened


def _filled(form: Form, found: Found, visitor: Visitor, knowledge: Knowledge) -> list[tuple[str, str]]:
    """What is sent: what is ticked or put in order, and which button is pressed."""
    parts: list[Choice | Button] = [*form.choices, *form.buttons]
    ways = [part for part in parts if _is_way_out(part)]
    send = [button for button in form.buttons if button not in ways and button.name != "move"][:1]
    for share, words in ((habits.DOES_NOT_KNOW, DONT_KNOW), (habits.SKIPS, SKIP)):
        way = next((part for part in ways if words.match(part.label)), None)
        if way and visitor.does(share):
            return form.filled(way, *send) if isinstance(way, Choice) else form.filled(way)
    if form.movable:
        return _arranged(form, found, visitor, knowledge).filled(*send)
    choices = [choice for choice in form.choices if choice not in ways]
    return form.filled(*_thinks(choices, found, visitor, knowledge), *send)


def _is_way_out(part: Choice | Button) -> bool:
    return bool(DONT_KNOW.match(part.label) or SKIP.match(part.label))


def _thinks(choices: list[Choice], found: Found, visitor: Visitor, knowledge: Knowledge) -> list[Choice]:
    """Right with the chance of what this visitor knows; where nothing is wrong, a preference."""
    if not choices:
        return []
    question = knowledge.question_in(found.text)
    right = knowledge.right_texts(question) if question else ()
    good = [choice for choice in choices if choice.label in right]
    if not good or not question:
        return [choices[visitor.prefers(len(choices))]]
    if visitor.is_right(question.construct, question.id):
        return good
    return [visitor.chance.choice([choice for choice in choices if choice not in good] or choices)]


def _arranged(form: Form, found: Found, visitor: Visitor, knowledge: Knowledge) -> Form:
    """In the right order, for who knows it; others leave it as they found it."""
    question, values = knowledge.question_in(found.text), form.movable
    right = knowledge.right_texts(question) if question else ()
    if question and set(right) == values.keys() and visitor.is_right(question.construct, question.id):
        return form.arranged(values[text] for text in right)
    return form


def _onward(found: Found, path: str, been: set[str]) -> str:
    """A link further in this attempt that was not followed yet, and is not the way out."""
    attempt = "/".join(path.split("/")[:4]) + "/"
    further = (link for link in found.links if link.startswith(attempt) and link != f"{attempt}stoppen/")
    return next((link for link in further if link not in been), "")
