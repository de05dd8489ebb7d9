"""Screens of the admin that Wagtail does not have: the results of a quiz, and the way to them."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import DeleteView, EditView, IndexView

from campagne.quiz.models import Quiz
from campagne.quiz.report import report_of
from campagne.staff.ownership import OwnershipPolicy

RESULTS = "wagtailsnippets_quiz_quiz:results"


class UsedIsKept(OwnershipPolicy):
    """What people answered to is never deleted, whoever asks."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if action == "delete" and instance.is_in_use():
            return False
        return super().user_has_permission_for_instance(user, action, instance)


class KeptDeleteView(DeleteView):
    """Say why something in use stays, instead of asking whether it may go."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.object.is_in_use():
            return super().dispatch(request, *args, **kwargs)
        messages.error(request, f"‘{self.object}’ is al gebruikt en blijft daarom bewaard.")
        return redirect(self.get_success_url())


class QuizIndexView(IndexView):
    def get_list_more_buttons(self, instance: Quiz) -> list:
        url = reverse(RESULTS, args=[instance.pk])
        return [
            *super().get_list_more_buttons(instance),
            Button("Resultaten", url=url, icon_name="list-ul", priority=15),
        ]


class QuizEditView(EditView):
    @property
    def header_more_buttons(self) -> list:
        url = reverse(RESULTS, args=[self.object.pk])
        return [*super().header_more_buttons, Button("Resultaten", url=url, icon_name="list-ul", priority=5)]


class ResultsView(WagtailAdminTemplateMixin, TemplateView):
    """What was answered; whose quiz it is, the view set has asked before."""

    template_name = "quiz/results.html"
    page_title = "Resultaten"
    header_icon = "list-ul"

    def get_context_data(self, pk: str, **kwargs: Any) -> dict[str, Any]:
        self.quiz = get_object_or_404(Quiz, pk=pk)
        return {**super().get_context_data(**kwargs), "quiz": self.quiz, "report": report_of(self.quiz)}

    def get_page_subtitle(self) -> str:
        return self.quiz.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("wagtailsnippets_quiz_quiz:list"), "label": "Quizzen"},
            {"url": reverse("wagtailsnippets_quiz_quiz:edit", args=[self.quiz.pk]), "label": self.quiz.title},
            {"url": "", "label": f"Resultaten van ‘{self.quiz}’"},
        ]
