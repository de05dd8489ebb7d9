"""The demo passes its own gates, but for names of places to report to, which are as long as they are."""

from campagne.quiz.models import Question, Quiz
from campagne.quiz.quality.inspection import quality_of, quality_of_quiz

NAMES_ARE_AS_LONG_AS_THEY_ARE = {
    "Iemand koopt spullen op uw naam. Welk meldpunt is hiervoor?",
    "Uw buurman is in de war. Er is nu geen gevaar. Wie belt u?",
}


def test_no_question_of_the_demo_is_criticised(demo):
    found = {question.stem for question in Question.objects.all() if quality_of(question, question.draft()).findings}

    assert found <= NAMES_ARE_AS_LONG_AS_THEY_ARE


def test_no_quiz_of_the_demo_is_criticised(demo):
    parts = {quiz: quiz.parts.exclude(question=None).values_list("question", flat=True) for quiz in Quiz.objects.all()}

    assert {str(quiz): quality_of_quiz(asked).findings for quiz, asked in parts.items()} == dict.fromkeys(
        map(str, parts), ()
    )
