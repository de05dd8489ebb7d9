"""Quizzes and questions in the admin."""

from wagtail.snippets.models import register_snippet

from campagne.quiz.models import Quiz
from campagne.staff.owned_views import OwnedViewSet


class QuizViewSet(OwnedViewSet):
    model = Quiz
    icon = "help"
    menu_label = "Quizzen"
    menu_order = 210
    add_to_admin_menu = True


register_snippet(QuizViewSet)
