from django.apps import AppConfig


class QuizConfig(AppConfig):
    name = "campagne.quiz"
    label = "quiz"
    verbose_name = "Quizzen"
