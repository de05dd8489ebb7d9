"""What the forms of questions and quizzes send, as a browser would."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from campagne.quiz.models import Question

QUESTION, QUIZ = "wagtailsnippets_quiz_question", "wagtailsnippets_quiz_quiz"


def question_form(*texts: str, right: int = 0, **fields) -> dict:
    offered = [
        ("option", {"text": text, "explanation": "", **({"is_right": "on"} if place == right else {})})
        for place, text in enumerate(texts)
    ]
    plain = {"stem": "Nieuwe vraag?", "construct": "kennis", "kind": "single", "municipality": ""}
    streams = {"options": streamfield(offered), "hotspots": streamfield([])}
    return nested_form_data({**plain, **fields, **streams})


def quiz_form(*questions: Question, **fields) -> dict:
    chosen = inline_formset(
        [{"block": "practice", "question": question.pk, "ORDER": n} for n, question in enumerate(questions, 1)]
    )
    return nested_form_data({"title": "Quiz", "slug": "quiz", "municipality": "", **fields, "parts": chosen})
