"""Finding the question that stands on a page."""

from campagne.demo.knowledge import Knowledge


def test_every_question_of_the_demo_is_found_by_its_own_words(catalogue):
    knowledge = Knowledge.of(catalogue.quizzes)

    for quiz in catalogue.quizzes:
        for question in quiz.questions:
            body = question.message.body if question.message else ""
            page = f"Vraag 1 van 6 {' '.join(body.split())} {question.stem} Weet ik niet"
            assert knowledge.question_in(page).id == question.id


def test_a_question_that_was_changed_is_not_found(catalogue):
    assert Knowledge.of(catalogue.quizzes).question_in("Wat is de hoofdstad van Limburg?") is None
