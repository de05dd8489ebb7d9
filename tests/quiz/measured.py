"""A quiz of nine parts that measures, and somebody who takes it from the front page."""

from campagne.quiz.models import Quiz
from campagne.quiz.taking.ticket import sign_page
from tests.quiz.conftest import MAYBE, YES, Taker, measuring_quiz, options, published

STEMS = ("Mag de code?", "Belt de bank?", "Bent u zeker?")
# 1 welcome, 2-4 before, 5 the lesson, 6 to practise, 7-9 afterwards
BEFORE, LESSON, PRACTICE, AFTER = (2, 3, 4), 5, 6, (7, 8, 9)


def quiz_of_nine_parts() -> Quiz:
    code, bank = published(STEMS[0]), published(STEMS[1], kind="multiple", offer=options(YES, MAYBE))
    sure = published(STEMS[2], construct="vertrouwen", offer=options())
    practice = published("Om te oefenen?")
    return measuring_quiz(code, bank, sure, practice=practice)


def beginning(home) -> Taker:
    """Somebody who has just begun it, from the front page."""
    return Taker().start(quiz_of_nine_parts(), page=sign_page(home.pk))


def answer_all(taker, numbers, *chosen, **fields):
    for number in numbers:
        response = taker.answer(number, *chosen, **fields)
        assert response.status_code == 303, response.content.decode()
    return response["Location"].removeprefix(taker.address)


def number_of(taker, stem, among):
    return next(number for number in among if stem in taker.text(f"{number}/"))


def through_the_lesson(taker, *chosen):
    answer_all(taker, BEFORE, *chosen or (YES,))
    taker.get(f"{LESSON}/")
