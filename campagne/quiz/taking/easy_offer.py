"""What the start of a quiz offers to who reads with difficulty."""

from campagne.quiz.questions.quiz import QuizVersion
from campagne.quiz.questions.rendering import Rendering, has_easy, rendered
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.sound.speakable import MESSAGE, asked
from campagne.quiz.sound.speech import Speech

READ, READ_AND_LISTEN = "Makkelijk lezen", "Makkelijk lezen en luisteren"


def easy_offer(quiz_version: QuizVersion) -> str:
    """What the second start button says; empty unless every question can be read in easy words. At most four queries.

    Listening is promised only if every question and answer can be heard.
    """
    versions = QuestionVersion.objects.filter(places__quiz_version=quiz_version).distinct()
    questions = list(versions.select_related("picture").prefetch_related("options"))
    if not questions or not all(has_easy(question, question.options.all()) for question in questions):
        return ""
    return READ_AND_LISTEN if _can_be_heard(questions) else READ


def _can_be_heard(questions: list[QuestionVersion]) -> bool:
    speeches = Speech.objects.audible().filter(question__in=[question.question_id for question in questions])
    known = set(speeches.values_list("question", "part", "text_hash"))
    return all(
        (question.question_id, *text.place) in known
        for question in questions
        for text in asked(rendered(question, Rendering.EASY))
        if text.part != MESSAGE
    )
