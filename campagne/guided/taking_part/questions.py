"""The screens of a question: open, answered, closed, and explained. Nothing tells what is right before it is shown."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from campagne.guided.taking_part.asking import Asked, asked
from campagne.guided.taking_part.person import Person
from campagne.quiz.questions.form import Arrangement
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import Rendering, has_easy
from campagne.quiz.questions.scoring import mark
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.sound.listening import listening_to_explanation, listening_to_question
from campagne.quiz.taking.comparing import in_words
from campagne.quiz.taking.explaining import Explanation
from campagne.quiz.taking.screens import Note

NOTES = {
    Block.MEASURE_PRE: Note("U hoort nu nog niet wat goed is. Dat komt later."),
    Block.MEASURE_POST: Note("U hoort zo wat goed is."),
    Block.VOTE: Note("Hier is geen goed of fout."),
}


@dataclass(frozen=True)
class Trouble:
    """Why a question is asked once more: what to say, and the HTTP status."""

    text: str
    status: int


def form(
    person: Person, place: int, *, trouble: Trouble | None = None, arrangement: Arrangement | None = None
) -> dict[str, Any]:
    """The question to answer, with the answer that was given before if there was one."""
    question = asked_of(person, place, arrangement)
    shown, made = question.rendered, question.form
    return {
        "part": "question",
        "place": place,
        "question": shown,
        "form": made,
        "action": person.ticket.url("answer", place),
        "error": trouble.text if trouble else "",
        "errors": [{"target": made.choices[0].id, "text": trouble.text}] if trouble else [],
        "note": NOTES.get(question.part.block),
        "listening": listening_to_question(shown, made),
        "other_words": _other_words(person, place, question.question),
    }


def asked_of(person: Person, place: int, arrangement: Arrangement | None = None) -> Asked:
    question = asked(person.session, place, rendering=person.rendering, arrangement=arrangement)
    if arrangement or not person.has_answered(place):
        return question
    given = person.answer_to(place, question.question)
    return asked(person.session, place, rendering=person.rendering, answer=given)


def waiting(person: Person, place: int, at: datetime) -> dict[str, Any]:
    """The answer is kept, and can still be changed."""
    script = person.session.script
    open_places = [
        step for step in script if step.place and step.asks and step.place != place and _is_left(person, step.place, at)
    ]
    return {
        "part": "waiting",
        **_given(person, place),
        "change_url": person.ticket.url("answer", place),
        "left": [{"url": person.ticket.url("answer", step.place), "stem": step.title} for step in open_places],
    }


def closed(person: Person, place: int) -> dict[str, Any]:
    return {"part": "shut", **_given(person, place)}


def explained(person: Person, place: int) -> dict[str, Any]:
    """What is right and why, with the own answer; of a vote only the own answer, for the board shows the rest."""
    question = asked(person.session, place, rendering=person.rendering)
    if question.part.block is Block.VOTE:
        return {"part": "voted", **_given(person, place)}
    given = person.answer_to(place, question.question)
    explanation = Explanation.about(question.rendered, given, mark(given, question.question.key()))
    if not person.has_answered(place):
        explanation = replace(explanation, verdict="saved", word="Dit is de uitleg")
    listening = listening_to_explanation(question.rendered)
    return {"part": "explained", "explanation": explanation, "listening": listening}


def _given(person: Person, place: int) -> dict[str, Any]:
    """The question, and what was answered; empty if nothing was."""
    question = asked(person.session, place, rendering=person.rendering)
    has_answered = person.has_answered(place)
    words = in_words(question.rendered, person.answer_to(place, question.question)) if has_answered else ""
    return {"question": question.rendered, "given": words}


def _is_left(person: Person, place: int, at: datetime) -> bool:
    return person.may_answer(place, at) and not person.has_answered(place)


def _other_words(person: Person, place: int, version: QuestionVersion) -> dict[str, str]:
    """The way to the same question in other words; empty if there are none."""
    if not has_easy(version, version.options.all()):
        return {}
    is_easy = person.rendering is Rendering.EASY
    other, label = (Rendering.STANDARD, "Gewone tekst") if is_easy else (Rendering.EASY, "Makkelijker lezen")
    return {"url": person.ticket.read_in(other).url("answer", place), "label": label}
